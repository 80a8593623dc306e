use std::collections::VecDeque;

use super::{Transport, maybe_async};
use crate::{Config, Error};

/// A transport without a network: it answers with what has been written into it.
///
/// ```
/// use kv::blocking::transport::{Memory, Transport as _};
///
/// let mut memory = Memory::replying(b"PONG\n");
/// memory.send(b"PING\n").unwrap();
/// assert_eq!(memory.line().unwrap(), "PONG");
/// assert_eq!(memory.sent, b"PING\n");
/// ```
#[derive(Debug, Default)]
pub struct Memory {
    /// What has been sent through it.
    pub sent: Vec<u8>,
    replies: VecDeque<u8>,
}

impl Memory {
    /// One that gives these bytes.
    #[must_use]
    pub fn replying(bytes: &[u8]) -> Self {
        Self {
            sent: Vec::new(),
            replies: bytes.iter().copied().collect(),
        }
    }
}

#[maybe_async]
impl Transport for Memory {
    async fn connect(_: &Config) -> Result<Self, Error> {
        Ok(Self::default())
    }

    async fn send(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.sent.extend_from_slice(bytes);
        Ok(())
    }

    async fn line(&mut self) -> Result<String, Error> {
        let end = self.replies.iter().position(|&byte| byte == b'\n');
        let line = self.bytes(end.ok_or(Error::Closed)? + 1).await?;
        Ok(String::from_utf8_lossy(&line[..line.len() - 1]).into_owned())
    }

    async fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Error> {
        if self.replies.len() < count {
            return Err(Error::Closed);
        }
        Ok(self.replies.drain(..count).collect())
    }
}
