//! What the mirror has and the library does not: used by hand, in the blocking half.

use std::collections::VecDeque;
use std::io::{IoSlice, Result};
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use await_me_maybe::mirror::tokio::io::{
    self, AsyncBufRead, AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncSeek, AsyncSeekExt,
    AsyncWrite, AsyncWriteExt, SeekFrom, Splittable,
};
use await_me_maybe::mirror::tokio::net::{TcpListener, TcpStream, UdpSocket};

/// Gives back what is written to it.
#[derive(Default)]
struct Echo(Mutex<VecDeque<u8>>);

impl Echo {
    fn bytes(&self) -> MutexGuard<'_, VecDeque<u8>> {
        self.0.lock().unwrap()
    }
}

impl AsyncRead for Echo {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.shared_read(buf)
    }
}

impl AsyncBufRead for Echo {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        Ok(self.0.get_mut().unwrap().make_contiguous())
    }

    fn blocking_consume(&mut self, amount: usize) {
        self.bytes().drain(..amount);
    }
}

impl AsyncWrite for Echo {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        self.shared_write(buf)
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        self.shared_write_vectored(bufs)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }

    fn blocking_flush(&mut self) -> Result<()> {
        self.shared_flush()
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        self.shared_shutdown()
    }
}

impl Splittable for Echo {
    fn shared_read(&self, buf: &mut [u8]) -> Result<usize> {
        std::io::Read::read(&mut *self.bytes(), buf)
    }

    fn shared_write(&self, buf: &[u8]) -> Result<usize> {
        self.bytes().extend(buf);
        Ok(buf.len())
    }

    fn shared_write_vectored(&self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        bufs.iter().map(|buf| self.shared_write(buf)).sum()
    }

    fn shared_flush(&self) -> Result<()> {
        self.bytes().push_back(b'f');
        Ok(())
    }

    fn shared_shutdown(&self) -> Result<()> {
        self.bytes().push_back(b's');
        Ok(())
    }
}

/// A position and nothing else.
struct Position(u64);

impl AsyncSeek for Position {
    fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
        if let SeekFrom::Start(start) = position {
            self.0 = start;
        }
        Ok(self.0)
    }
}

#[test]
fn own_types_read_and_write() {
    let (mut reader, mut writer) = io::split(Echo::default());
    writer.write_all(b"ab").unwrap();
    writer
        .write_vectored(&[IoSlice::new(b"c"), IoSlice::new(b"d")])
        .unwrap();
    writer.flush().unwrap();
    writer.shutdown().unwrap();
    let mut text = String::new();
    reader.read_to_string(&mut text).unwrap();
    assert_eq!(text, "abcdfs");

    let mut echo = Echo::default();
    echo.write_all(b"one\ntwo").unwrap();
    assert!(echo.is_write_vectored());
    let mut line = String::new();
    echo.read_line(&mut line).unwrap();
    assert_eq!((line.as_str(), echo.bytes().len()), ("one\n", 3));
}

#[test]
fn own_types_seek() {
    let mut position = Position(1);
    assert_eq!(position.stream_position().unwrap(), 1);
    assert_eq!(position.seek(SeekFrom::Start(5)).unwrap(), 5);
    position.rewind().unwrap();
    assert_eq!(position.0, 0);
}

#[test]
fn sockets_of_std_have_limits_of_time() {
    let limit = Some(Duration::from_secs(1));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.as_std().local_addr().unwrap();
    let stream = TcpStream::connect(address).unwrap();
    stream.as_std().set_read_timeout(limit).unwrap();
    assert_eq!(stream.as_std().read_timeout().unwrap(), limit);
    let socket = UdpSocket::bind("127.0.0.1:0").unwrap();
    socket.as_std().set_write_timeout(limit).unwrap();
    assert_eq!(socket.as_std().write_timeout().unwrap(), limit);
}

#[cfg(unix)]
#[test]
fn sockets_in_the_file_system_too() {
    use await_me_maybe::mirror::tokio::net::{UnixDatagram, UnixListener, UnixStream};

    let limit = Some(Duration::from_secs(1));
    let folder = await_me_maybe_conformance::folder::Folder::new();
    let listener = UnixListener::bind(folder.at("socket")).unwrap();
    assert!(
        listener
            .as_std()
            .local_addr()
            .unwrap()
            .as_pathname()
            .is_some()
    );
    let (stream, _) = UnixStream::pair().unwrap();
    stream.as_std().set_read_timeout(limit).unwrap();
    assert_eq!(stream.as_std().read_timeout().unwrap(), limit);
    let (datagram, _) = UnixDatagram::pair().unwrap();
    datagram.as_std().set_read_timeout(limit).unwrap();
    assert_eq!(datagram.as_std().read_timeout().unwrap(), limit);
}
