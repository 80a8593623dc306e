//! A socket on which nothing takes forever.

use std::io;
use std::time::Duration;

use super::clock::within;
use super::{maybe_async, only_async, only_blocking};

#[only_blocking]
use std::io::{Read as _, Write as _};
#[only_blocking]
use std::net::{TcpStream, ToSocketAddrs as _};
#[only_blocking]
use std::time::Instant;
#[only_async]
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
#[only_async]
use tokio::net::TcpStream;

#[derive(Debug)]
pub(crate) struct Socket {
    stream: TcpStream,
    /// How long a step may take.
    silence: Duration,
}

#[maybe_async]
impl Socket {
    pub(crate) async fn open(
        address: &str,
        limit: Duration,
        silence: Duration,
    ) -> io::Result<Self> {
        let stream = connect(address, limit).await?;
        stream.set_nodelay(true)?;
        #[only_blocking]
        {
            stream.set_read_timeout(Some(silence))?;
            stream.set_write_timeout(Some(silence))?;
        }
        Ok(Self { stream, silence })
    }

    /// Sends some of it.
    pub(crate) async fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        within(self.silence, self.stream.write(bytes)).await
    }

    /// Nothing at the end.
    pub(crate) async fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        within(self.silence, self.stream.read(buffer)).await
    }

    /// Whether the other side is, as far as is known, still there and owes nothing.
    pub(crate) fn is_quiet(&self) -> bool {
        matches!(self.peek(), Err(error) if error.kind() == io::ErrorKind::WouldBlock)
    }

    #[only_async]
    fn peek(&self) -> io::Result<usize> {
        // What this takes away is of a connection that will not be used.
        self.stream.try_read(&mut [0])
    }

    #[only_blocking]
    fn peek(&self) -> io::Result<usize> {
        self.stream.set_nonblocking(true)?;
        let seen = self.stream.peek(&mut [0]);
        self.stream.set_nonblocking(false)?;
        seen
    }
}

#[only_async]
async fn connect(address: &str, limit: Duration) -> io::Result<TcpStream> {
    within(limit, TcpStream::connect(address)).await
}

/// As tokio does it: one address of a name after the other.
#[only_blocking]
fn connect(address: &str, limit: Duration) -> io::Result<TcpStream> {
    let addresses = address.to_socket_addrs()?;
    let end = Instant::now() + limit;
    let mut last = io::ErrorKind::AddrNotAvailable.into();
    for address in addresses {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        match TcpStream::connect_timeout(&address, left) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}
