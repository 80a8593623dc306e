//! A transport that speaks the protocol.

use super::maybe_async;
use super::transport::Transport;
use crate::protocol::Head;
use crate::{Config, Error, Reply, Request};

pub(super) struct Connection<T> {
    transport: T,
}

#[maybe_async]
impl<T: Transport> Connection<T> {
    pub(super) async fn open(config: &Config) -> Result<Self, Error> {
        Ok(Self {
            transport: T::connect(config).await?,
        })
    }

    /// Sends a request whose reply is not read yet.
    pub(super) async fn ask(&mut self, request: &Request) -> Result<(), Error> {
        self.transport.send(&request.encode()?).await
    }

    /// The next reply.
    pub(super) async fn reply(&mut self) -> Result<Reply, Error> {
        let line = self.transport.line().await?;
        match Head::decode(&line)? {
            Head::Whole(reply) => Ok(reply),
            Head::Value(length) => {
                let mut value = self.transport.bytes(length + 1).await?;
                match value.pop() {
                    Some(b'\n') => Ok(Reply::Value(value)),
                    _ => Err(Error::Protocol("a value of another length".to_owned())),
                }
            }
            Head::Keys(count) => {
                let mut keys = Vec::new();
                for _ in 0..count {
                    keys.push(self.transport.line().await?);
                }
                Ok(Reply::Keys(keys))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::transport::Memory;
    use super::*;

    fn replying(bytes: &[u8]) -> Connection<Memory> {
        Connection {
            transport: Memory::replying(bytes),
        }
    }

    #[maybe_async]
    #[tokio::test]
    async fn replies_of_every_kind() {
        let mut connection = replying(b"PONG\nVALUE 3\na\nb\nKEYS 2\nx\ny\nERR no\n");
        connection.ask(&Request::Ping).await.unwrap();
        assert_eq!(connection.transport.sent, b"PING\n");
        assert_eq!(connection.reply().await.unwrap(), Reply::Pong);
        assert_eq!(
            connection.reply().await.unwrap(),
            Reply::Value(b"a\nb".to_vec())
        );
        let keys = vec!["x".to_owned(), "y".to_owned()];
        assert_eq!(connection.reply().await.unwrap(), Reply::Keys(keys));
        assert_eq!(
            connection.reply().await.unwrap(),
            Reply::Refused("no".to_owned())
        );
        assert!(matches!(connection.reply().await, Err(Error::Closed)));
    }

    #[maybe_async]
    #[tokio::test]
    async fn replies_that_are_none() {
        for bytes in [&b"VALUE 1\nab\n"[..], b"HELLO\n", b"KEYS x\n"] {
            let reply = replying(bytes).reply().await;
            assert!(matches!(reply, Err(Error::Protocol(_))), "{reply:?}");
        }
        for bytes in [&b"VALUE 5\nab"[..], b"KEYS 2\na\n", b"PON"] {
            let reply = replying(bytes).reply().await;
            assert!(matches!(reply, Err(Error::Closed)), "{reply:?}");
        }
    }
}
