//! From a reader to a writer.

use std::io::{BufRead as _, Error, ErrorKind, Result};

use super::std_io::fill_buf;
use super::{AsyncBufRead, AsyncRead, AsyncWrite, AsyncWriteExt, DEFAULT_BUF_SIZE, StdIo, retry};

/// Writes all that the reader gives, flushes the writer and says how many bytes that was.
///
/// The writer is also flushed before each read: like the async one, which flushes when it has to
/// wait, this one leaves nothing in the writer's buffer while the reader waits.
pub fn copy<R, W>(reader: &mut R, writer: &mut W) -> Result<u64>
where
    R: AsyncRead + Unpin + ?Sized,
    W: AsyncWrite + Unpin + ?Sized,
{
    let mut buf = [0; DEFAULT_BUF_SIZE];
    let mut copied = 0;
    loop {
        let read = retry(|| reader.blocking_read(&mut buf))?;
        let mut rest = &buf[..read];
        while !rest.is_empty() {
            let written = retry(|| writer.blocking_write(rest))?;
            if written == 0 {
                let text = "write zero byte into writer";
                return Err(Error::new(ErrorKind::WriteZero, text));
            }
            rest = &rest[written..];
            copied += written as u64;
        }
        writer.flush()?;
        if read == 0 {
            return Ok(copied);
        }
    }
}

/// Like [`copy`], from the reader's own buffer.
pub fn copy_buf<R, W>(reader: &mut R, writer: &mut W) -> Result<u64>
where
    R: AsyncBufRead + Unpin + ?Sized,
    W: AsyncWrite + Unpin + ?Sized,
{
    let mut source = StdIo(reader);
    let mut copied = 0;
    loop {
        let buf = fill_buf(&mut source)?;
        let len = buf.len();
        if len == 0 {
            writer.flush()?;
            return Ok(copied);
        }
        let written = retry(|| writer.blocking_write(buf))?;
        if written == 0 {
            return Err(ErrorKind::WriteZero.into());
        }
        source.consume(written);
        copied += written as u64;
        if written == len {
            writer.flush()?;
        }
    }
}
