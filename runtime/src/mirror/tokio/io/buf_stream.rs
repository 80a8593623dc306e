//! `BufStream`: both directions with a buffer.

use std::io::{IoSlice, Result, SeekFrom};

use super::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, BufReader, BufWriter};

/// A reader and writer with a buffer for each direction.
#[derive(Debug)]
pub struct BufStream<RW> {
    inner: BufReader<BufWriter<RW>>,
}

impl<RW: AsyncRead + AsyncWrite> BufStream<RW> {
    /// With two buffers of 8 KiB.
    pub fn new(stream: RW) -> Self {
        BufReader::new(BufWriter::new(stream)).into()
    }

    /// With two buffers of as many bytes.
    ///
    /// # Panics
    /// If there is no byte in that of the reader.
    #[track_caller]
    pub fn with_capacity(reader_capacity: usize, writer_capacity: usize, stream: RW) -> Self {
        let writer = BufWriter::with_capacity(writer_capacity, stream);
        BufReader::with_capacity(reader_capacity, writer).into()
    }

    /// The stream behind it.
    pub fn get_ref(&self) -> &RW {
        self.inner.get_ref().get_ref()
    }

    /// The stream behind it.
    pub fn get_mut(&mut self) -> &mut RW {
        self.inner.get_mut().get_mut()
    }

    /// Gives the stream back; what is in the buffers is lost.
    pub fn into_inner(self) -> RW {
        self.inner.into_inner().into_inner()
    }
}

impl<RW> From<BufReader<BufWriter<RW>>> for BufStream<RW> {
    fn from(inner: BufReader<BufWriter<RW>>) -> Self {
        Self { inner }
    }
}

impl<RW> From<BufWriter<BufReader<RW>>> for BufStream<RW> {
    fn from(writer: BufWriter<BufReader<RW>>) -> Self {
        let reader = writer.inner;
        let inner = BufWriter {
            inner: reader.inner,
            buf: writer.buf,
        };
        let BufReader {
            buf, start, end, ..
        } = reader;
        BufReader {
            inner,
            buf,
            start,
            end,
        }
        .into()
    }
}

impl<RW: AsyncRead + AsyncWrite> AsyncWrite for BufStream<RW> {
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

impl<RW: AsyncRead + AsyncWrite> AsyncRead for BufStream<RW> {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.inner.blocking_read(buf)
    }
}

impl<RW: AsyncRead + AsyncWrite> AsyncBufRead for BufStream<RW> {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        self.inner.blocking_fill_buf()
    }

    fn blocking_consume(&mut self, amount: usize) {
        self.inner.blocking_consume(amount);
    }
}

impl<RW: AsyncRead + AsyncWrite + AsyncSeek> AsyncSeek for BufStream<RW> {
    fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
        self.inner.blocking_seek(position)
    }
}
