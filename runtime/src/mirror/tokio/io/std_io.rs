//! `StdIo`: between std's traits and those of the mirror.

use std::io::{BufRead, IoSlice, Read, Result, Seek, SeekFrom, Write};

use super::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, retry};

/// What has std's traits, with those of the mirror; and the other way round.
///
/// Here a twin is given a reader of another library:
///
/// ```
/// use std::io::Read;
///
/// use await_me_maybe::mirror::tokio::io::{AsyncReadExt as _, StdIo};
///
/// /// A reader that knows nothing of the mirror.
/// struct Zeros;
///
/// impl Read for Zeros {
///     fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
///         buf.fill(0);
///         Ok(buf.len())
///     }
/// }
///
/// assert_eq!(StdIo(Zeros).read_u32()?, 0);
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// And here std is given one of the mirror:
///
/// ```
/// use await_me_maybe::mirror::tokio::io::{StdIo, repeat, AsyncReadExt as _};
///
/// let text = std::io::read_to_string(StdIo(repeat(b'a').take(3)))?;
/// assert_eq!(text, "aaa");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// `shutdown` flushes a writer of std's: how to close it is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct StdIo<T>(pub T);

// Nothing here is ever pinned.
impl<T> Unpin for StdIo<T> {}

impl<T: Read> AsyncRead for StdIo<T> {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.read(buf))
    }
}

impl<T: BufRead> AsyncBufRead for StdIo<T> {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        fill_buf(&mut self.0)
    }

    fn blocking_consume(&mut self, amount: usize) {
        self.0.consume(amount);
    }
}

impl<T: Write> AsyncWrite for StdIo<T> {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        retry(|| self.0.write(buf))
    }

    fn blocking_flush(&mut self) -> Result<()> {
        retry(|| self.0.flush())
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        retry(|| self.0.flush())
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        retry(|| self.0.write_vectored(bufs))
    }
}

impl<T: Seek> AsyncSeek for StdIo<T> {
    fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
        self.0.seek(position)
    }
}

impl<T: AsyncRead> Read for StdIo<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        self.0.blocking_read(buf)
    }
}

impl<T: AsyncBufRead> BufRead for StdIo<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        self.0.blocking_fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.0.blocking_consume(amount);
    }
}

impl<T: AsyncWrite> Write for StdIo<T> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.0.blocking_write(buf)
    }

    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        self.0.blocking_write_vectored(bufs)
    }

    fn flush(&mut self) -> Result<()> {
        self.0.blocking_flush()
    }
}

impl<T: AsyncSeek> Seek for StdIo<T> {
    fn seek(&mut self, position: SeekFrom) -> Result<u64> {
        self.0.blocking_seek(position)
    }
}

/// The buffer of a reader, whatever interrupts it.
pub(super) fn fill_buf<R: BufRead + ?Sized>(reader: &mut R) -> Result<&[u8]> {
    let len = retry(|| reader.fill_buf().map(<[u8]>::len))?;
    if len == 0 {
        // Asking again might wait once more.
        return Ok(&[]);
    }
    reader.fill_buf()
}
