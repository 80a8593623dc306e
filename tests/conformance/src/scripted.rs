//! A reader and a writer that do as they are told, in both halves.

use std::collections::VecDeque;
use std::io::{ErrorKind, IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll};

use await_me_maybe::mirror::tokio::io as mirror;
use tokio::io::ReadBuf;

/// Gives the pieces one by one, and errors where they stand; then it is at its end.
#[derive(Debug)]
pub struct Reader(VecDeque<std::result::Result<Vec<u8>, ErrorKind>>);

impl Reader {
    /// Which reads as the script says.
    pub fn new<'a>(
        script: impl IntoIterator<Item = std::result::Result<&'a str, ErrorKind>>,
    ) -> Self {
        let steps = script.into_iter();
        Self(
            steps
                .map(|step| step.map(|text| text.as_bytes().to_vec()))
                .collect(),
        )
    }

    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let Some(step) = self.0.pop_front() else {
            return Ok(0);
        };
        let mut piece = step?;
        let read = piece.len().min(buf.len());
        buf[..read].copy_from_slice(&piece[..read]);
        if read < piece.len() {
            piece.drain(..read);
            self.0.push_front(Ok(piece));
        }
        Ok(read)
    }
}

impl mirror::AsyncRead for Reader {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.read(buf)
    }
}

impl tokio::io::AsyncRead for Reader {
    fn poll_read(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<Result<()>> {
        let read = self.read(buf.initialize_unfilled())?;
        buf.advance(read);
        Poll::Ready(Ok(()))
    }
}

/// Says what it is asked for.
#[derive(Debug, Default)]
pub struct Writer {
    /// What it was asked for.
    pub log: Vec<String>,
    /// How many bytes each write takes at most, and which ones fail; then it takes all.
    pub script: VecDeque<std::result::Result<usize, ErrorKind>>,
    /// Whether it takes several buffers at once.
    pub vectored: bool,
}

impl Writer {
    /// Which writes as the script says.
    pub fn new(script: impl IntoIterator<Item = std::result::Result<usize, ErrorKind>>) -> Self {
        Self {
            script: script.into_iter().collect(),
            ..Self::default()
        }
    }

    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        let most = self.script.pop_front().unwrap_or(Ok(usize::MAX));
        let taken = most.map(|most| &buf[..most.min(buf.len())]);
        let shown = taken.map(String::from_utf8_lossy);
        self.log.push(format!("write {shown:?} of {}", buf.len()));
        Ok(taken?.len())
    }

    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        if self.vectored {
            let lens: Vec<usize> = bufs.iter().map(|buf| buf.len()).collect();
            self.log.push(format!("{lens:?} at once"));
            let all: Vec<u8> = bufs.iter().flat_map(|buf| buf.iter().copied()).collect();
            return self.write(&all);
        }
        let first = bufs.iter().find(|buf| !buf.is_empty());
        self.write(first.map_or(&[], |buf| buf))
    }

    fn asked(&mut self, what: &str) {
        self.log.push(what.to_owned());
    }
}

impl mirror::AsyncWrite for Writer {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        self.write(buf)
    }

    fn blocking_flush(&mut self) -> Result<()> {
        self.asked("flush");
        Ok(())
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        self.asked("shutdown");
        Ok(())
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        self.write_vectored(bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.vectored
    }
}

impl tokio::io::AsyncWrite for Writer {
    fn poll_write(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<Result<usize>> {
        Poll::Ready(self.write(buf))
    }

    fn poll_flush(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        self.asked("flush");
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        self.asked("shutdown");
        Poll::Ready(Ok(()))
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        Poll::Ready(self.write_vectored(bufs))
    }

    fn is_write_vectored(&self) -> bool {
        self.vectored
    }
}
