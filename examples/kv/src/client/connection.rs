//! A transport that speaks the protocol.

use super::maybe_async;
use super::transport::Transport;
use crate::protocol::Buffer;
use crate::{Config, Error, Reply, Result};

#[derive(Debug)]
pub(crate) struct Connection<T> {
    transport: T,
    input: Buffer,
}

/// So much is received at once.
const BLOCK: usize = 8 << 10;

#[maybe_async]
impl<T: Transport> Connection<T> {
    pub(crate) async fn open(endpoint: &T::Endpoint, config: &Config) -> Result<Self> {
        Ok(Self {
            transport: T::connect(endpoint, config).await?,
            input: Buffer::default(),
        })
    }

    /// Sends requests whose replies are not read yet.
    pub(crate) async fn send(&mut self, requests: &[u8]) -> Result<()> {
        self.transport.send(requests).await
    }

    /// The next reply.
    pub(crate) async fn reply(&mut self) -> Result<Reply> {
        loop {
            if let Some((reply, end)) = Reply::decode(self.input.unread())? {
                self.input.consume(end);
                return Ok(reply);
            }
            let mut block = [0; BLOCK];
            match self.transport.receive(&mut block).await? {
                0 => return Err(Error::Closed),
                count => self.input.push(&block[..count]),
            }
        }
    }

    /// Whether the next reply would be that to the next request.
    pub(crate) fn is_quiet(&self) -> bool {
        self.input.is_empty() && self.transport.is_quiet()
    }
}

#[cfg(test)]
mod tests {
    use super::super::scripted::{Script, Scripted};
    use super::*;
    use crate::Phase;

    #[maybe_async]
    async fn replying(pieces: &[&str]) -> Connection<Scripted> {
        let script = Script::new(&[pieces]);
        Connection::open(&script, &Config::new()).await.unwrap()
    }

    #[maybe_async]
    #[tokio::test]
    async fn replies_come_in_pieces() {
        let mut connection =
            replying(&["PO", "NG\nOK\nVALUE 3\na", "\nb\nKEYS 2\nx\n", "y\n"]).await;
        connection.send(b"PING\n").await.unwrap();
        assert_eq!(connection.reply().await.unwrap(), Reply::Pong);
        assert!(!connection.is_quiet());
        assert_eq!(connection.reply().await.unwrap(), Reply::Done);
        assert!(matches!(connection.reply().await, Ok(Reply::Value(value)) if value == b"a\nb"));
        let keys = vec!["x".to_owned(), "y".to_owned()];
        assert_eq!(connection.reply().await.unwrap(), Reply::Keys(keys));
        assert!(connection.is_quiet());
        let nothing = connection.reply().await;
        assert!(matches!(nothing, Err(Error::Timeout(Phase::Receive))));
    }

    #[maybe_async]
    #[tokio::test]
    async fn a_reply_that_does_not_end() {
        for pieces in [&["", "x"][..], &["PON", ""], &["VALUE 5\nab", ""]] {
            let reply = replying(pieces).await.reply().await;
            assert!(matches!(reply, Err(Error::Closed)), "{reply:?}");
        }
    }

    #[maybe_async]
    #[tokio::test]
    async fn what_is_no_reply() {
        for pieces in [&["HELLO\n"][..], &["VALUE 1\nab", "\n"], &["KEYS x\n"]] {
            let reply = replying(pieces).await.reply().await;
            assert!(matches!(reply, Err(Error::Protocol(_))), "{reply:?}");
        }
    }
}
