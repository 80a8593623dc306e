//! `AsyncWriteExt`: what writers can do.

use std::io::{ErrorKind, IoSlice, Result};

use super::numbers::write_numbers;
use super::{AsyncWrite, retry};

/// The methods of writers.
pub trait AsyncWriteExt: AsyncWrite {
    /// Writes from the start of `src` and says how much was taken.
    fn write(&mut self, src: &[u8]) -> Result<usize>
    where
        Self: Unpin,
    {
        self.blocking_write(src)
    }

    /// Writes from several buffers and says how much was taken.
    fn write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize>
    where
        Self: Unpin,
    {
        self.blocking_write_vectored(bufs)
    }

    /// Writes all of `src`.
    fn write_all(&mut self, src: &[u8]) -> Result<()>
    where
        Self: Unpin,
    {
        let mut rest = src;
        while !rest.is_empty() {
            match retry(|| self.blocking_write(rest))? {
                0 => return Err(ErrorKind::WriteZero.into()),
                written => rest = &rest[written..],
            }
        }
        Ok(())
    }

    write_numbers! {
        write_u8 u8, write_i8 i8,
        write_u16 u16, write_i16 i16, write_u32 u32, write_i32 i32,
        write_u64 u64, write_i64 i64, write_u128 u128, write_i128 i128,
        write_f32 f32, write_f64 f64;
        write_u16_le u16, write_i16_le i16, write_u32_le u32, write_i32_le i32,
        write_u64_le u64, write_i64_le i64, write_u128_le u128, write_i128_le i128,
        write_f32_le f32, write_f64_le f64
    }

    /// Waits until all that was written has arrived where it goes.
    fn flush(&mut self) -> Result<()>
    where
        Self: Unpin,
    {
        self.blocking_flush()
    }

    /// Flushes and says that nothing more will come: the peer of a socket sees the end.
    fn shutdown(&mut self) -> Result<()>
    where
        Self: Unpin,
    {
        self.blocking_shutdown()
    }
}

impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}
