//! What is private stays private, in both halves.

#[await_me_maybe::maybe_async]
mod api {
    pub struct Client {
        level: u8,
    }

    impl Client {
        pub fn new() -> Self {
            Self { level: 1 }
        }

        pub async fn get(&self) -> u8 {
            self.level + self.helper().await
        }

        async fn helper(&self) -> u8 {
            private().await
        }
    }

    async fn private() -> u8 {
        shared()
    }

    fn shared() -> u8 {
        1
    }

    pub mod nested {
        async fn hidden() {}

        pub async fn seen() {
            hidden().await;
        }
    }
}

mod other {
    pub fn access() {
        let client = super::api::blocking::Client::new();
        let _ = client.level; //~
        client.helper(); //~
        super::api::blocking::private(); //~
        super::api::blocking::shared(); //~
        super::api::blocking::nested::hidden(); //~
        super::api::blocking::nested::seen();
        client.get();
    }
}

fn main() {
    other::access();
}
