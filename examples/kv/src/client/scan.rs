use std::collections::VecDeque;

use super::handle::Client;
use super::maybe_async;
use super::transport::{Tcp, Transport};
use crate::{Error, Reply, Request};

/// Keys in their order, asked for page by page.
pub struct Scan<'a, T = Tcp> {
    client: &'a Client<T>,
    prefix: String,
    page: VecDeque<String>,
    last: Option<String>,
    is_over: bool,
}

#[maybe_async]
impl<'a, T: Transport> Scan<'a, T> {
    pub(super) fn new(client: &'a Client<T>, prefix: &str) -> Self {
        Self {
            client,
            prefix: prefix.to_owned(),
            page: VecDeque::new(),
            last: None,
            is_over: false,
        }
    }

    /// The next key; `None` behind the last one.
    ///
    /// # Errors
    /// As [`Client::request`]. The scan can go on where it has stopped.
    pub async fn next(&mut self) -> Result<Option<String>, Error> {
        if self.page.is_empty() && !self.is_over {
            let limit = self.client.config().page;
            let request = Request::Keys {
                prefix: self.prefix.clone(),
                after: self.last.clone(),
                limit,
            };
            match self.client.request(&request).await? {
                Reply::Keys(keys) => {
                    self.is_over = keys.len() < limit;
                    self.last = keys.last().cloned().or(self.last.take());
                    self.page.extend(keys);
                }
                other => return Err(Error::Protocol(format!("{other:?}"))),
            }
        }
        Ok(self.page.pop_front())
    }

    /// All that are left.
    ///
    /// # Errors
    /// As [`next`](Self::next).
    pub async fn collect(&mut self) -> Result<Vec<String>, Error> {
        let mut keys = Vec::new();
        while let Some(key) = self.next().await? {
            keys.push(key);
        }
        Ok(keys)
    }
}
