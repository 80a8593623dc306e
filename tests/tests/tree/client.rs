use super::transport::Transport;
use super::wire::{self, frame};
use super::*;
use crate::shared::Error;

pub struct Client<T> {
    transport: T,
    log: Vec<String>,
}

#[maybe_async(twins(encode))]
impl<T: Transport> Client<T> {
    pub fn new(transport: T) -> Self {
        Self {
            transport,
            log: Vec::new(),
        }
    }

    pub async fn get(&mut self, key: &str) -> Result<Option<String>, Error> {
        let reply = self.send(wire::encode(&frame::Get(key)).await).await?;
        Ok(reply.strip_prefix('+').map(str::to_owned))
    }

    pub async fn set(&mut self, key: &str, value: &str) -> Result<(), Error> {
        let frame = frame::Set(key, value);
        let request = wire::encode(&frame);
        self.log.push("made, not sent".to_owned());
        let request = request.await;
        self.send(request).await?;
        Ok(())
    }

    async fn send(&mut self, request: String) -> Result<String, Error> {
        self.log.push(request.clone());
        self.transport.exchange(request).await
    }

    pub fn log(&self) -> &[String] {
        &self.log
    }
}

#[maybe_async]
pub fn half() -> &'static str {
    if is_async!() { "async" } else { "blocking" }
}
