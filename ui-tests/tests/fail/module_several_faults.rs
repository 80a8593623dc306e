//! Each fault is one error, and whoever calls the functions goes on to resolve.

#[await_me_maybe::maybe_async]
mod api {
    #[derive(Debug, Clone, PartialEq)]
    pub struct Error;

    pub struct Client {
        level: u8,
    }

    impl Client {
        pub fn new() -> Self {
            Self { level: 1 }
        }

        pub async fn raced(&self) -> Result<u8, Error> {
            tokio::select! { //~
                _ = other() => Ok(self.level),
            }
        }

        pub async fn right(&self) -> Result<u8, Error> {
            other().await
        }

        pub async fn joined(&self) -> Result<u8, Error> {
            let (a, b) = futures::join!(other(), other()); //~
            Ok(a? + b?)
        }
    }

    pub async fn other() -> Result<u8, Error> {
        other_one();
        Ok(2)
    }

    fn other_one() {}

    pub async fn dropped() -> u8 {
        other(); //~
        1
    }

    pub mod nested {
        pub async fn polled() -> u8 {
            std::future::poll_fn(|_| std::task::Poll::Ready(1)).await //~
        }
    }

    pub async fn callers(client: &Client) -> Result<u8, Error> {
        Ok(client.raced().await? + client.joined().await? + dropped().await + nested::polled().await)
    }
}

async fn asynchronous() -> Result<u8, api::Error> {
    let client = api::Client::new();
    Ok(client.raced().await? + client.right().await? + api::callers(&client).await?)
}

fn blocking() -> Result<u8, api::Error> {
    let client = api::blocking::Client::new();
    let level = api::blocking::dropped() + api::blocking::nested::polled();
    Ok(client.raced()? + client.right()? + api::blocking::callers(&client)? + level)
}

fn main() {
    let _ = (asynchronous(), blocking());
}
