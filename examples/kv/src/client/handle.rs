use super::maybe_async;
use super::pool::Pool;
use super::retry::retry;
use super::scan::Scan;
use super::transport::{Tcp, Transport};
use crate::{Batch, Config, Error, Reply, Request};

/// A client of one server, with a pool of connections.
///
/// It can be shared: each request has a connection for itself.
pub struct Client<T = Tcp> {
    pool: Pool<T>,
}

#[maybe_async]
impl<T: Transport> Client<T> {
    /// A client that connects when it has to.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self {
            pool: Pool::new(config),
        }
    }

    /// How it behaves.
    #[must_use]
    pub fn config(&self) -> &Config {
        self.pool.config()
    }

    /// How many connections wait for a request.
    #[must_use]
    pub fn idle_connections(&self) -> usize {
        self.pool.idle_connections()
    }

    /// Whether anybody is there.
    ///
    /// # Errors
    /// As [`request`](Self::request).
    pub async fn ping(&self) -> Result<(), Error> {
        match self.request(&Request::Ping).await? {
            Reply::Pong => Ok(()),
            other => Err(unexpected(&other)),
        }
    }

    /// The value of a key.
    ///
    /// # Errors
    /// As [`request`](Self::request).
    pub async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Error> {
        match self.request(&Request::Get(key.to_owned())).await? {
            Reply::Value(value) => Ok(Some(value)),
            Reply::None => Ok(None),
            other => Err(unexpected(&other)),
        }
    }

    /// Gives a key a value.
    ///
    /// # Errors
    /// As [`request`](Self::request).
    pub async fn set(&self, key: &str, value: &[u8]) -> Result<(), Error> {
        let request = Request::Set(key.to_owned(), value.to_vec());
        match self.request(&request).await? {
            Reply::Done => Ok(()),
            other => Err(unexpected(&other)),
        }
    }

    /// Takes a key away; whether there was one. It is sent once: a second one could not tell.
    ///
    /// # Errors
    /// As [`request`](Self::request).
    pub async fn del(&self, key: &str) -> Result<bool, Error> {
        match self.request(&Request::Del(key.to_owned())).await? {
            Reply::Done => Ok(true),
            Reply::None => Ok(false),
            other => Err(unexpected(&other)),
        }
    }

    /// The keys that begin with this.
    pub fn scan(&self, prefix: &str) -> Scan<'_, T> {
        Scan::new(self, prefix)
    }

    /// The reply to a request, which is sent again where that does no harm.
    ///
    /// # Errors
    /// [`Error::Key`] before anything is sent, [`Error::Server`] if the server refuses, and what
    /// has become of the connection the last time.
    pub async fn request(&self, request: &Request) -> Result<Reply, Error> {
        request.encode()?;
        let once = async |count: u32| {
            if count > 0 {
                self.pool.forget();
            }
            let mut replies = self.exchange(std::slice::from_ref(request)).await?;
            replies.pop().ok_or(Error::Closed)
        };
        let reply = if request.can_repeat() {
            retry(self.config(), once).await?
        } else {
            once(0).await?
        };
        match reply {
            Reply::Refused(text) => Err(Error::Server(text)),
            reply => Ok(reply),
        }
    }

    /// The replies to all of them, over one connection. Nothing is sent again.
    ///
    /// # Errors
    /// [`Error::Key`] before anything is sent, and what has become of the connection. Requests
    /// that the server refuses are among the replies.
    pub async fn batch(&self, batch: &Batch) -> Result<Vec<Reply>, Error> {
        for request in batch.requests() {
            request.encode()?;
        }
        self.exchange(batch.requests()).await
    }

    async fn exchange(&self, requests: &[Request]) -> Result<Vec<Reply>, Error> {
        let mut connection = self.pool.take().await?;
        for request in requests {
            connection.ask(request).await?;
        }
        let mut replies = Vec::new();
        for _ in requests {
            let reply = connection.reply().await?;
            let is_last = matches!(reply, Reply::Refused(_));
            replies.push(reply);
            if is_last {
                // The server closes such a connection.
                return Ok(replies);
            }
        }
        self.pool.give_back(connection);
        Ok(replies)
    }
}

fn unexpected(reply: &Reply) -> Error {
    Error::Protocol(format!("{reply:?}"))
}
