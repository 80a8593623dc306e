use super::{Transport, maybe_async};
use crate::protocol::Buffer;
use crate::server::{Session, Step, Store};
use crate::{Config, Error, Phase, Result};

/// A transport without a network: the server is called as a function, on this thread. Its
/// endpoint is the store that the server has.
///
/// ```
/// use kv::blocking::Client;
/// use kv::blocking::transport::Memory;
/// use kv::{Config, server::Store};
///
/// # fn main() -> kv::Result<()> {
/// let client: Client<Memory> = Client::over(Store::new(), Config::new());
/// client.set("key", "value")?;
/// assert_eq!(client.get("key")?, Some(b"value".to_vec()));
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Memory {
    server: Session,
    replies: Buffer,
    is_closed: bool,
}

#[maybe_async]
impl Transport for Memory {
    type Endpoint = Store;

    async fn connect(store: &Store, _: &Config) -> Result<Self> {
        Ok(Self {
            server: Session::new(store.clone()),
            replies: Buffer::default(),
            is_closed: false,
        })
    }

    async fn send(&mut self, bytes: &[u8]) -> Result<()> {
        if self.is_closed {
            return Err(Error::Closed);
        }
        self.server.push(bytes);
        let mut output = Vec::new();
        loop {
            match self.server.step(&mut output) {
                Step::Answered => {}
                Step::Starved => break,
                Step::Over => {
                    self.is_closed = true;
                    break;
                }
            }
        }
        self.replies.push(&output);
        Ok(())
    }

    async fn receive(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let replies = self.replies.unread();
        let count = replies.len().min(buffer.len());
        buffer[..count].copy_from_slice(&replies[..count]);
        self.replies.consume(count);
        if count == 0 && !self.is_closed {
            // Nobody else could send anything: waiting would not help.
            return Err(Error::Timeout(Phase::Receive));
        }
        Ok(count)
    }

    fn is_quiet(&self) -> bool {
        !self.is_closed && self.replies.is_empty()
    }
}
