//! `AsyncReadExt`: what readers can do.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;
use std::io::{Error, ErrorKind, Read as _, Result};

use super::buf_read_ext::{OnError, give_back};
use super::numbers::read_numbers;
use super::{AsyncRead, Chain, StdIo, Take, retry};

/// The methods of readers.
pub trait AsyncReadExt: AsyncRead {
    /// Reads this one up to its end, then `next`.
    fn chain<R>(self, next: R) -> Chain<Self, R>
    where
        Self: Sized,
        R: AsyncRead,
    {
        Chain::new(self, next)
    }

    /// Reads what there is, at most as much as fits into `buf`, and says how much; nothing means
    /// the end.
    fn read(&mut self, buf: &mut [u8]) -> Result<usize>
    where
        Self: Unpin,
    {
        self.blocking_read(buf)
    }

    /// Fills `buf` and gives its length.
    fn read_exact(&mut self, buf: &mut [u8]) -> Result<usize>
    where
        Self: Unpin,
    {
        let early = || Error::new(ErrorKind::UnexpectedEof, "early eof");
        fill(self, buf, early)
    }

    read_numbers! {
        read_u8 u8, read_i8 i8,
        read_u16 u16, read_i16 i16, read_u32 u32, read_i32 i32,
        read_u64 u64, read_i64 i64, read_u128 u128, read_i128 i128,
        read_f32 f32, read_f64 f64;
        read_u16_le u16, read_i16_le i16, read_u32_le u32, read_i32_le i32,
        read_u64_le u64, read_i64_le i64, read_u128_le u128, read_i128_le i128,
        read_f32_le f32, read_f64_le f64
    }

    /// Appends all up to the end to `buf` and says how much that was.
    fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize>
    where
        Self: Unpin,
    {
        // std knows how to grow a buffer.
        StdIo(self).read_to_end(buf)
    }

    /// Appends all up to the end to `dst` and says how much that was. If it is not UTF-8, `dst` is
    /// as before.
    fn read_to_string(&mut self, dst: &mut String) -> Result<usize>
    where
        Self: Unpin,
    {
        let mut bytes = mem::take(dst).into_bytes();
        let before = bytes.len();
        let result = self.read_to_end(&mut bytes);
        give_back(dst, bytes, before, result, OnError::Forget)
    }

    /// Reads `limit` bytes at most.
    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized,
    {
        Take::new(self, limit)
    }
}

impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}

pub(super) fn fill<R: AsyncRead + ?Sized>(
    reader: &mut R,
    buf: &mut [u8],
    early: impl FnOnce() -> Error,
) -> Result<usize> {
    let mut filled = 0;
    while filled < buf.len() {
        match retry(|| reader.blocking_read(&mut buf[filled..]))? {
            0 => return Err(early()),
            read => filled += read,
        }
    }
    Ok(filled)
}
