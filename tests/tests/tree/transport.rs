use std::collections::HashMap;

use super::*;
use crate::shared::Error;

#[maybe_async]
pub trait Transport {
    async fn exchange(&mut self, request: String) -> Result<String, Error>;
}

#[derive(Default)]
pub struct Memory(HashMap<String, String>);

#[maybe_async]
impl Transport for Memory {
    async fn exchange(&mut self, request: String) -> Result<String, Error> {
        #[only_async]
        std::future::ready(()).await;
        let mut words = request.split(' ');
        match (words.next(), words.next(), words.next()) {
            (Some("get"), Some(key), None) => Ok(self
                .0
                .get(key)
                .map_or("-".to_owned(), |value| format!("+{value}"))),
            (Some("set"), Some(key), Some(value)) => {
                self.0.insert(key.to_owned(), value.to_owned());
                Ok("+".to_owned())
            }
            _ => Err(Error::Refused(request)),
        }
    }
}
