use std::fmt;
use std::slice;

use super::maybe_async;
use super::pool::Pool;
use super::retry::Attempts;
use super::scan::Scan;
use super::transport::{Tcp, Transport};
use crate::batch::{Window, windows};
use crate::{Batch, Config, Error, Reply, Request, Result};

/// A client of one server, with a pool of connections.
///
/// It is meant to be shared: each request has a connection for itself.
pub struct Client<T: Transport = Tcp> {
    pool: Pool<T>,
}

#[maybe_async]
impl Client {
    /// A client of the server at an address such as `localhost:4000`, which connects when it has
    /// to.
    pub fn new(address: impl Into<String>, config: Config) -> Self {
        Self::over(address.into(), config)
    }

    /// The same, if somebody answers there.
    ///
    /// # Errors
    ///
    /// As [`ping`](Self::ping).
    pub async fn connect(address: impl Into<String>, config: Config) -> Result<Self> {
        let client = Self::new(address, config);
        client.ping().await?;
        Ok(client)
    }
}

#[maybe_async]
impl<T: Transport> Client<T> {
    /// A client over any transport.
    pub fn over(endpoint: T::Endpoint, config: Config) -> Self {
        Self {
            pool: Pool::new(endpoint, config),
        }
    }

    /// How it behaves.
    pub fn config(&self) -> &Config {
        self.pool.config()
    }

    /// How many connections wait for a request.
    #[must_use]
    pub fn idle_connections(&self) -> usize {
        self.pool.idle_connections()
    }

    /// Sees whether anybody answers.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub async fn ping(&self) -> Result<()> {
        match self.request(&Request::Ping).await? {
            Reply::Pong => Ok(()),
            other => Err(other.unexpected().into()),
        }
    }

    /// The value of a key.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub async fn get(&self, key: &str) -> Result<Option<Vec<u8>>> {
        match self.request(&Request::Get(key.to_owned())).await? {
            Reply::Value(value) => Ok(Some(value)),
            Reply::Missing => Ok(None),
            other => Err(other.unexpected().into()),
        }
    }

    /// Gives a key a value.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub async fn set(&self, key: &str, value: impl Into<Vec<u8>>) -> Result<()> {
        let request = Request::Set(key.to_owned(), value.into());
        match self.request(&request).await? {
            Reply::Done => Ok(()),
            other => Err(other.unexpected().into()),
        }
    }

    /// Takes a key away, and says whether there was one. A second request could not tell: it is
    /// not sent again unless the server cannot have seen the first one.
    ///
    /// # Errors
    ///
    /// As [`request`](Self::request).
    pub async fn del(&self, key: &str) -> Result<bool> {
        match self.request(&Request::Del(key.to_owned())).await? {
            Reply::Done => Ok(true),
            Reply::Missing => Ok(false),
            other => Err(other.unexpected().into()),
        }
    }

    /// The keys that begin with this.
    pub fn scan(&self, prefix: &str) -> Scan<'_, T> {
        Scan::new(self, prefix)
    }

    /// The reply to any request.
    ///
    /// # Errors
    ///
    /// [`Error::Key`] and [`Error::Value`] before anything is sent, [`Error::Server`] if the
    /// server refuses, and of a connection what has become of the last one.
    pub async fn request(&self, request: &Request) -> Result<Reply> {
        let mut replies = self.requests(slice::from_ref(request)).await?;
        match replies.pop() {
            Some(Reply::Refused(text)) => Err(Error::Server(text)),
            Some(reply) => Ok(reply),
            None => Err(Error::Closed),
        }
    }

    /// The replies to all of a batch, over one connection. What the server refuses is among them.
    ///
    /// ```
    /// # use kv::{Batch, Config, Reply, Result, Server, asynchronous::Client};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<()> {
    /// # let server = Server::start("127.0.0.1:0").expect("a free port");
    /// # let client = Client::connect(server.address().to_string(), Config::new()).await?;
    /// let batch = Batch::new().set("a", "1").get("a");
    /// let replies = client.batch(&batch).await?;
    /// assert_eq!(replies, [Reply::Done, Reply::Value(b"1".to_vec())]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Key`] and [`Error::Value`] before anything is sent, [`Error::Server`] if the
    /// server breaks the connection off, and of a connection what has become of the last one.
    pub async fn batch(&self, batch: &Batch) -> Result<Vec<Reply>> {
        self.requests(batch.requests()).await
    }

    async fn requests(&self, requests: &[Request]) -> Result<Vec<Reply>> {
        let windows = windows(requests)?;
        if windows.is_empty() {
            return Ok(Vec::new());
        }
        let is_repeatable = requests.iter().all(Request::is_repeatable);
        let is_worth_it =
            |error: &Error| error.is_transient() && (is_repeatable || error.is_before_sending());
        let mut attempts = Attempts::new(self.config());
        loop {
            let error = match self.exchange(&windows).await {
                Ok(replies) => return Ok(replies),
                Err(error) => error,
            };
            self.pool.clear();
            if !is_worth_it(&error) || !attempts.pause().await {
                return Err(error);
            }
        }
    }

    /// Sends all windows over one connection.
    async fn exchange(&self, windows: &[Window]) -> Result<Vec<Reply>> {
        let mut lease = self.pool.take().await?;
        let mut replies = Vec::new();
        for window in windows {
            lease.connection.send(&window.bytes).await?;
            for _ in 0..window.replies {
                match lease.connection.reply().await? {
                    Reply::Bye(text) => return Err(Error::Server(text)),
                    reply => replies.push(reply),
                }
            }
        }
        lease.give_back();
        Ok(replies)
    }
}

impl<T: Transport> fmt::Debug for Client<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("config", self.config())
            .field("idle_connections", &self.idle_connections())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::scripted::{Script, Scripted};
    use super::*;

    fn client(script: &Script, retries: u32) -> Client<Scripted> {
        let soon = Duration::from_millis(1);
        let config = Config::new().retries(retries).backoff(soon, soon);
        Client::over(script.clone(), config)
    }

    /// All of them may have become silent for the same reason.
    #[maybe_async]
    #[tokio::test]
    async fn a_retry_has_a_new_connection() -> Result<()> {
        let script = Script::new(&[&[], &[], &["PONG\n"]]);
        let client = client(&script, 1);
        let first = client.pool.take().await?;
        client.pool.take().await?.give_back();
        first.give_back();
        assert_eq!(client.idle_connections(), 2);
        client.ping().await?;
        assert_eq!(script.sent(), ["PING\n", "", "PING\n"]);
        assert_eq!(client.idle_connections(), 1);
        Ok(())
    }

    #[maybe_async]
    #[tokio::test]
    async fn the_last_error_counts() {
        let script = Script::new(&[&[""], &["BYE later\n"], &["PONG\n"]]);
        let result = client(&script, 5).ping().await;
        assert!(matches!(result, Err(Error::Server(text)) if text == "later"));
        let script = Script::new(&[&[""], &["PO", ""]]);
        let result = client(&script, 2).ping().await;
        assert!(matches!(result, Err(Error::Connect { .. })), "{result:?}");
        assert_eq!(script.sent(), ["PING\n", "PING\n"]);
    }

    /// A batch ends with the connection, whatever came before.
    #[maybe_async]
    #[tokio::test]
    async fn half_a_batch_is_none() {
        let batch = Batch::new().get("a").del("b").get("c");
        let script = Script::new(&[&["MISSING\nOK\n", ""], &["MISSING\nOK\nMISSING\n"]]);
        let result = client(&script, 5).batch(&batch).await;
        assert!(matches!(result, Err(Error::Closed)), "{result:?}");
        assert_eq!(script.sent(), ["GET a\nDEL b\nGET c\n"]);
    }
}
