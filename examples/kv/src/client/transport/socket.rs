//! The one file in which the two halves differ: how to wait for a socket, and for how long.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use super::{maybe_async, only_async, only_blocking};
use crate::Error;

/// What has taken too long.
fn timed_out(what: &'static str) -> impl FnOnce(io::Error) -> Error {
    move |error| match error.kind() {
        // A blocking read says `WouldBlock` on some systems when its time is over.
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Error::TimedOut(what),
        io::ErrorKind::UnexpectedEof => Error::Closed,
        _ => Error::Io(error),
    }
}

#[maybe_async]
pub(super) struct Socket {
    #[only_async]
    stream: tokio::io::BufReader<tokio::net::TcpStream>,
    #[only_blocking]
    stream: io::BufReader<std::net::TcpStream>,
    #[only_async]
    patience: Duration,
}

#[only_async]
impl Socket {
    pub(super) async fn open(
        address: SocketAddr,
        connect: Duration,
        patience: Duration,
    ) -> Result<Self, Error> {
        let stream = within(connect, tokio::net::TcpStream::connect(address)).await;
        let stream = stream.and_then(|stream| stream.set_nodelay(true).map(|()| stream));
        let stream = stream.map_err(|source| refused(address, source))?;
        Ok(Self {
            stream: tokio::io::BufReader::new(stream),
            patience,
        })
    }

    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        use tokio::io::AsyncWriteExt as _;
        let written = within(self.patience, self.stream.write_all(bytes)).await;
        written.map_err(timed_out("sending"))
    }

    /// A line, but not more of it than so many bytes.
    pub(super) async fn line(&mut self, limit: u64, into: &mut Vec<u8>) -> Result<(), Error> {
        use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _};
        let mut limited = (&mut self.stream).take(limit);
        let read = within(self.patience, limited.read_until(b'\n', into)).await;
        read.map(drop).map_err(timed_out("a reply"))
    }

    pub(super) async fn read_exact(&mut self, into: &mut [u8]) -> Result<(), Error> {
        use tokio::io::AsyncReadExt as _;
        let read = within(self.patience, self.stream.read_exact(into)).await;
        read.map(drop).map_err(timed_out("a reply"))
    }
}

#[only_blocking]
impl Socket {
    pub(super) fn open(
        address: SocketAddr,
        connect: Duration,
        patience: Duration,
    ) -> Result<Self, Error> {
        let stream = std::net::TcpStream::connect_timeout(&address, connect);
        let stream = stream.and_then(|stream| {
            stream.set_nodelay(true)?;
            stream.set_read_timeout(Some(patience))?;
            stream.set_write_timeout(Some(patience))?;
            Ok(stream)
        });
        let stream = stream.map_err(|source| refused(address, source))?;
        Ok(Self {
            stream: io::BufReader::new(stream),
        })
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        use io::Write as _;
        let written = self.stream.get_mut().write_all(bytes);
        written.map_err(timed_out("sending"))
    }

    /// A line, but not more of it than so many bytes.
    pub(super) fn line(&mut self, limit: u64, into: &mut Vec<u8>) -> Result<(), Error> {
        use io::{BufRead as _, Read as _};
        let read = (&mut self.stream).take(limit).read_until(b'\n', into);
        read.map(drop).map_err(timed_out("a reply"))
    }

    pub(super) fn read_exact(&mut self, into: &mut [u8]) -> Result<(), Error> {
        use io::Read as _;
        self.stream.read_exact(into).map_err(timed_out("a reply"))
    }
}

fn refused(address: SocketAddr, source: io::Error) -> Error {
    match source.kind() {
        io::ErrorKind::TimedOut => Error::TimedOut("connecting"),
        _ => Error::Connect { address, source },
    }
}

/// As a socket's own timeout does it in the blocking half.
#[only_async]
async fn within<T>(limit: Duration, work: impl Future<Output = io::Result<T>>) -> io::Result<T> {
    let done = tokio::time::timeout(limit, work).await;
    done.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

/// Waits as long.
#[only_async]
pub(in super::super) async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

/// Waits as long.
#[only_blocking]
pub(in super::super) fn pause(time: Duration) {
    std::thread::sleep(time);
}
