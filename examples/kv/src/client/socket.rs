//! A socket on which nothing takes forever: all in which the two halves differ.

use std::io;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use super::maybe_async;

#[maybe_async]
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
#[maybe_async]
use tokio::net::{TcpStream, lookup_host};

#[derive(Debug)]
pub(crate) struct Socket {
    stream: TcpStream,
    /// How long a step may take.
    silence: Duration,
}

#[maybe_async]
impl Socket {
    /// One address of a name after the other.
    pub(crate) async fn open(
        address: &str,
        limit: Duration,
        silence: Duration,
    ) -> io::Result<Self> {
        let end = Instant::now() + limit;
        let mut last = io::ErrorKind::AddrNotAvailable.into();
        for address in within(limit, async { lookup_host(address).await }).await? {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(io::ErrorKind::TimedOut.into());
            }
            match connect(address, left).await {
                Ok(stream) => return Self::new(stream, silence),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn new(stream: TcpStream, silence: Duration) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        #[only_blocking]
        {
            stream.as_std().set_read_timeout(Some(silence))?;
            stream.as_std().set_write_timeout(Some(silence))?;
        }
        Ok(Self { stream, silence })
    }

    /// Sends some of it.
    pub(crate) async fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        within(self.silence, async { self.stream.write(bytes).await }).await
    }

    /// Nothing at the end.
    pub(crate) async fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        within(self.silence, async { self.stream.read(buffer).await }).await
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
        let stream = self.stream.as_std();
        stream.set_nonblocking(true)?;
        let seen = stream.peek(&mut [0]);
        stream.set_nonblocking(false)?;
        seen
    }
}

#[maybe_async]
async fn connect(address: SocketAddr, limit: Duration) -> io::Result<TcpStream> {
    if is_async!() {
        within(limit, TcpStream::connect(address)).await
    } else {
        TcpStream::from_std(std::net::TcpStream::connect_timeout(&address, limit)?)
    }
}

/// What a step on a socket gives, if it gives it in time.
///
/// `tokio::time::timeout` drops a future that takes too long. A call cannot be dropped before it
/// returns: in the blocking half it is the system that looks at the time, because the socket was
/// told to, and says so in its result. Finding the address of a name takes as long as it takes.
#[maybe_async]
async fn within<T>(limit: Duration, step: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    if is_async!() {
        let done = tokio::time::timeout(limit, step).await;
        done.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
    } else {
        step.await.map_err(|error| match error.kind() {
            // So some systems call it when the time of a socket is over.
            io::ErrorKind::WouldBlock => io::ErrorKind::TimedOut.into(),
            _ => error,
        })
    }
}
