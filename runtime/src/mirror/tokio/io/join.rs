//! `Join`: a reader and a writer as one stream.

use std::io::{IoSlice, Result};

use super::{AsyncBufRead, AsyncRead, AsyncWrite};

/// What [`join`] gives.
#[derive(Debug)]
pub struct Join<R, W> {
    reader: R,
    writer: W,
}

/// One stream, read from `reader` and written to `writer`.
pub fn join<R: AsyncRead, W: AsyncWrite>(reader: R, writer: W) -> Join<R, W> {
    Join { reader, writer }
}

impl<R: AsyncRead, W: AsyncWrite> Join<R, W> {
    /// Gives both back.
    pub fn into_inner(self) -> (R, W) {
        (self.reader, self.writer)
    }

    /// The reader.
    pub fn reader(&self) -> &R {
        &self.reader
    }

    /// The writer.
    pub fn writer(&self) -> &W {
        &self.writer
    }

    /// The reader.
    pub fn reader_mut(&mut self) -> &mut R {
        &mut self.reader
    }

    /// The writer.
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.writer
    }
}

impl<R: AsyncRead, W: Unpin> AsyncRead for Join<R, W> {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.reader.blocking_read(buf)
    }
}

impl<R: AsyncBufRead, W: Unpin> AsyncBufRead for Join<R, W> {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        self.reader.blocking_fill_buf()
    }

    fn blocking_consume(&mut self, amount: usize) {
        self.reader.blocking_consume(amount);
    }
}

impl<R: Unpin, W: AsyncWrite> AsyncWrite for Join<R, W> {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        self.writer.blocking_write(buf)
    }

    fn blocking_flush(&mut self) -> Result<()> {
        self.writer.blocking_flush()
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        self.writer.blocking_shutdown()
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        self.writer.blocking_write_vectored(bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.writer.is_write_vectored()
    }
}
