use super::socket::Socket;
use super::{Transport, maybe_async};
use crate::{Config, Error};

/// The longest line that a server can send.
const LONGEST_LINE: u64 = 1 << 16;

/// A TCP connection, with the timeouts of its configuration.
pub struct Tcp {
    socket: Socket,
}

#[maybe_async]
impl Transport for Tcp {
    async fn connect(config: &Config) -> Result<Self, Error> {
        let (connect, patience) = (config.connect_timeout, config.read_timeout);
        let socket = Socket::open(config.address, connect, patience).await?;
        Ok(Self { socket })
    }

    async fn send(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.socket.write(bytes).await
    }

    async fn line(&mut self) -> Result<String, Error> {
        let mut line = Vec::new();
        self.socket.line(LONGEST_LINE, &mut line).await?;
        let whole = line.len() as u64 == LONGEST_LINE || line.last() == Some(&b'\n');
        match (line.pop(), whole) {
            (Some(b'\n'), _) => {}
            (_, true) => return Err(Error::Protocol("a line without end".to_owned())),
            (_, false) => return Err(Error::Closed),
        }
        String::from_utf8(line).map_err(|error| {
            Error::Protocol(String::from_utf8_lossy(error.as_bytes()).into_owned())
        })
    }

    async fn bytes(&mut self, count: usize) -> Result<Vec<u8>, Error> {
        let mut bytes = vec![0; count];
        self.socket.read_exact(&mut bytes).await?;
        Ok(bytes)
    }
}
