//! `BufReader`: a reader that is asked for much at a time.

use alloc::boxed::Box;
use alloc::vec;
use core::fmt;
use std::io::{IoSlice, Result, SeekFrom};

use super::{
    AsyncBufRead, AsyncRead, AsyncReadExt, AsyncSeek, AsyncSeekExt, AsyncWrite, DEFAULT_BUF_SIZE,
};

/// A reader with a buffer.
pub struct BufReader<R> {
    pub(super) inner: R,
    pub(super) buf: Box<[u8]>,
    /// What was read is from here ..
    pub(super) start: usize,
    /// .. to here.
    pub(super) end: usize,
}

impl<R: AsyncRead> BufReader<R> {
    /// With a buffer of 8 KiB.
    pub fn new(inner: R) -> Self {
        Self::with_capacity(DEFAULT_BUF_SIZE, inner)
    }

    /// With a buffer of as many bytes.
    ///
    /// # Panics
    /// If there is no byte in it.
    #[track_caller]
    pub fn with_capacity(capacity: usize, inner: R) -> Self {
        assert!(capacity > 0, "capacity must be greater than zero");
        Self {
            inner,
            buf: vec![0; capacity].into_boxed_slice(),
            start: 0,
            end: 0,
        }
    }

    /// The reader behind it.
    pub fn get_ref(&self) -> &R {
        &self.inner
    }

    /// The reader behind it.
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    /// Gives the reader back, without what is in the buffer.
    pub fn into_inner(self) -> R {
        self.inner
    }

    /// What is in the buffer.
    #[must_use]
    pub fn buffer(&self) -> &[u8] {
        &self.buf[self.start..self.end]
    }

    fn discard(&mut self) {
        (self.start, self.end) = (0, 0);
    }
}

impl<R: AsyncRead> AsyncRead for BufReader<R> {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if self.start == self.end && buf.len() >= self.buf.len() {
            self.discard();
            return self.inner.read(buf);
        }
        let found = self.blocking_fill_buf()?;
        let read = found.len().min(buf.len());
        buf[..read].copy_from_slice(&found[..read]);
        self.blocking_consume(read);
        Ok(read)
    }
}

impl<R: AsyncRead> AsyncBufRead for BufReader<R> {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        if self.start == self.end {
            self.end = self.inner.read(&mut self.buf)?;
            self.start = 0;
        }
        Ok(self.buffer())
    }

    fn blocking_consume(&mut self, amount: usize) {
        self.start = self.start.saturating_add(amount).min(self.end);
    }
}

impl<R: AsyncRead + AsyncSeek> AsyncSeek for BufReader<R> {
    fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
        let position = match position {
            SeekFrom::Current(offset) => {
                // The reader is further than its user by what is in the buffer, which no memory
                // has too much of.
                let ahead = i64::try_from(self.end - self.start).unwrap_or(i64::MAX);
                let Some(offset) = offset.checked_sub(ahead) else {
                    self.inner.seek(SeekFrom::Current(-ahead))?;
                    self.discard();
                    return self.inner.seek(SeekFrom::Current(offset));
                };
                SeekFrom::Current(offset)
            }
            position => position,
        };
        let reached = self.inner.seek(position)?;
        self.discard();
        Ok(reached)
    }
}

impl<R: AsyncRead + AsyncWrite> AsyncWrite for BufReader<R> {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        self.inner.blocking_write(buf)
    }

    fn blocking_flush(&mut self) -> Result<()> {
        self.inner.blocking_flush()
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        self.inner.blocking_shutdown()
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        self.inner.blocking_write_vectored(bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }
}

impl<R: fmt::Debug> fmt::Debug for BufReader<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BufReader")
            .field("reader", &self.inner)
            .field(
                "buffer",
                &format_args!("{}/{}", self.end - self.start, self.buf.len()),
            )
            .finish()
    }
}
