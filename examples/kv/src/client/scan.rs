use std::collections::VecDeque;
use std::fmt;

use super::client::Client;
use super::transport::{Tcp, Transport};
use super::{maybe_async, only_blocking};
use crate::{Reply, Request, Result};

/// Keys in their order, asked for page by page.
///
/// It holds no connection between two pages. Keys that are set or taken away meanwhile are seen if
/// they are on a later page.
#[must_use = "a scan does nothing until it is asked for keys"]
pub struct Scan<'a, T: Transport = Tcp> {
    client: &'a Client<T>,
    prefix: String,
    page: VecDeque<String>,
    last: Option<String>,
    is_over: bool,
}

#[maybe_async]
impl<'a, T: Transport> Scan<'a, T> {
    pub(crate) fn new(client: &'a Client<T>, prefix: &str) -> Self {
        Self {
            client,
            prefix: prefix.to_owned(),
            page: VecDeque::new(),
            last: None,
            is_over: false,
        }
    }

    /// The next key; nothing behind the last one.
    ///
    /// ```
    /// # use kv::{Config, Result, Server, asynchronous::Client};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<()> {
    /// # let server = Server::start("127.0.0.1:0").expect("a free port");
    /// # let client = Client::connect(server.address().to_string(), Config::new()).await?;
    /// client.set("fruit/apple", "red").await?;
    /// let mut scan = client.scan("fruit/");
    /// while let Some(key) = scan.next().await? {
    ///     println!("{key}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Client::request`]. The next call then asks for the same page again.
    pub async fn next(&mut self) -> Result<Option<String>> {
        if self.page.is_empty() && !self.is_over {
            self.turn().await?;
        }
        Ok(self.page.pop_front())
    }

    /// Calls `visit` for each key that is left.
    ///
    /// In a task that may change its thread, call [`next`](Self::next) in a loop: the compiler
    /// does not see yet that a future that holds an async closure can be sent.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next), and the first error of `visit`.
    pub async fn for_each(
        mut self,
        mut visit: impl AsyncFnMut(String) -> Result<()>,
    ) -> Result<()> {
        while let Some(key) = self.next().await? {
            visit(key).await?;
        }
        Ok(())
    }

    /// All keys that are left.
    ///
    /// # Errors
    ///
    /// As [`next`](Self::next).
    pub async fn all(mut self) -> Result<Vec<String>> {
        let mut keys = Vec::new();
        while let Some(key) = self.next().await? {
            keys.push(key);
        }
        Ok(keys)
    }

    async fn turn(&mut self) -> Result<()> {
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
                self.page = keys.into();
                Ok(())
            }
            other => Err(other.unexpected().into()),
        }
    }
}

/// An error ends the loop only if you do: the scan goes on with the same page.
#[only_blocking]
impl<T: Transport> Iterator for Scan<'_, T> {
    type Item = Result<String>;

    fn next(&mut self) -> Option<Self::Item> {
        Scan::next(self).transpose()
    }
}

impl<T: Transport> fmt::Debug for Scan<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scan")
            .field("prefix", &self.prefix)
            .field("page", &self.page)
            .field("last", &self.last)
            .finish_non_exhaustive()
    }
}
