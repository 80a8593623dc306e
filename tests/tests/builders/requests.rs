#[maybe_async]
use std::pin::Pin;

use await_me_maybe_tests::log;

use super::maybe_async;

#[derive(Clone, Copy)]
#[maybe_async]
pub struct Client;

#[must_use = "nothing is sent before this is awaited"]
#[maybe_async]
pub struct Request {
    client: Client,
    number: u32,
}

impl Client {
    pub fn get(self, number: u32) -> Request {
        log(format!("make {number}"));
        Request {
            client: self,
            number,
        }
    }
}

#[maybe_async]
impl Client {
    async fn send(self, number: u32) -> Result<u32, String> {
        log(format!("send {number}"));
        Ok(number + 1)
    }

    pub async fn twice(self) -> Result<u32, String> {
        let later = self.get(10);
        let first = self.get(1).doubled();
        Ok(first.await? + later.await?)
    }
}

impl Request {
    pub fn doubled(mut self) -> Self {
        self.number *= 2;
        self
    }
}

#[maybe_async]
impl IntoFuture for Request {
    type Output = Result<u32, String>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { self.client.send(self.number).await })
    }
}
