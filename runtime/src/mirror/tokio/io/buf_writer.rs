//! `BufWriter`: a writer that is given much at a time.

use alloc::vec::Vec;
use core::fmt;
use std::io::{Error, ErrorKind, IoSlice, Result, SeekFrom};

use super::{
    AsyncBufRead, AsyncRead, AsyncSeek, AsyncSeekExt, AsyncWrite, AsyncWriteExt, DEFAULT_BUF_SIZE,
    retry,
};

/// A writer with a buffer.
///
/// As in tokio, what is in the buffer when it is dropped is lost: flush it.
pub struct BufWriter<W> {
    pub(super) inner: W,
    pub(super) buf: Vec<u8>,
}

impl<W: AsyncWrite> BufWriter<W> {
    /// With a buffer of 8 KiB.
    pub fn new(inner: W) -> Self {
        Self::with_capacity(DEFAULT_BUF_SIZE, inner)
    }

    /// With a buffer of as many bytes.
    pub fn with_capacity(cap: usize, inner: W) -> Self {
        Self {
            inner,
            buf: Vec::with_capacity(cap),
        }
    }

    /// The writer behind it.
    pub fn get_ref(&self) -> &W {
        &self.inner
    }

    /// The writer behind it.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.inner
    }

    /// Gives the writer back; what is in the buffer is lost.
    pub fn into_inner(self) -> W {
        self.inner
    }

    /// What is in the buffer.
    #[must_use]
    pub fn buffer(&self) -> &[u8] {
        &self.buf
    }

    /// Hands the buffer over. What was taken is out of it, whatever comes of the rest.
    fn empty(&mut self) -> Result<()> {
        let mut written = 0;
        let mut result = Ok(());
        while result.is_ok() && written < self.buf.len() {
            match retry(|| self.inner.blocking_write(&self.buf[written..])) {
                Ok(0) => {
                    let text = "failed to write the buffered data";
                    result = Err(Error::new(ErrorKind::WriteZero, text));
                }
                Ok(more) => written += more,
                Err(error) => result = Err(error),
            }
        }
        self.buf.drain(..written);
        result
    }

    fn has_room(&self, len: usize) -> bool {
        len <= self.buf.capacity() - self.buf.len()
    }

    /// All of them into the buffer, or all past it.
    fn write_all_of(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        let total = bufs
            .iter()
            .fold(0_usize, |n, buf| n.saturating_add(buf.len()));
        if !self.has_room(total) {
            self.empty()?;
        }
        if total >= self.buf.capacity() {
            return self.inner.write_vectored(bufs);
        }
        for buf in bufs {
            self.buf.extend_from_slice(buf);
        }
        Ok(total)
    }

    /// As many of them into the buffer as fit, or the first one past it.
    fn write_first_of(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        let mut bufs = bufs.iter().skip_while(|buf| buf.is_empty());
        let Some(first) = bufs.next() else {
            return Ok(0);
        };
        let mut written = self.blocking_write(first)?;
        if first.len() >= self.buf.capacity() {
            return Ok(written);
        }
        for buf in bufs {
            if !self.has_room(buf.len()) {
                break;
            }
            self.buf.extend_from_slice(buf);
            written += buf.len();
        }
        Ok(written)
    }
}

impl<W: AsyncWrite> AsyncWrite for BufWriter<W> {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        if !self.has_room(buf.len()) {
            self.empty()?;
        }
        if buf.len() >= self.buf.capacity() {
            return self.inner.write(buf);
        }
        self.buf.extend_from_slice(buf);
        Ok(buf.len())
    }

    fn blocking_flush(&mut self) -> Result<()> {
        self.empty()?;
        self.inner.flush()
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        self.empty()?;
        self.inner.shutdown()
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        if self.inner.is_write_vectored() {
            self.write_all_of(bufs)
        } else {
            self.write_first_of(bufs)
        }
    }

    fn is_write_vectored(&self) -> bool {
        true
    }
}

impl<W: AsyncWrite + AsyncSeek> AsyncSeek for BufWriter<W> {
    fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
        self.empty()?;
        self.inner.seek(position)
    }
}

impl<W: AsyncWrite + AsyncRead> AsyncRead for BufWriter<W> {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.inner.blocking_read(buf)
    }
}

impl<W: AsyncWrite + AsyncBufRead> AsyncBufRead for BufWriter<W> {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        self.inner.blocking_fill_buf()
    }

    fn blocking_consume(&mut self, amount: usize) {
        self.inner.blocking_consume(amount);
    }
}

impl<W: fmt::Debug> fmt::Debug for BufWriter<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufWriter")
            .field("writer", &self.inner)
            .field(
                "buffer",
                &format_args!("{}/{}", self.buf.len(), self.buf.capacity()),
            )
            // What tokio has handed over of a buffer that is being flushed.
            .field("written", &0)
            .finish()
    }
}
