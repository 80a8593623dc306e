//! `AsyncBufReadExt`: what buffered readers can do.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;
use std::io::{BufRead as _, Error, ErrorKind, Result};

use super::{AsyncBufRead, Lines, Split, StdIo};

/// The methods of buffered readers.
pub trait AsyncBufReadExt: AsyncBufRead {
    /// Appends all up to and with `byte`, or up to the end, to `buf` and says how much that was.
    fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize>
    where
        Self: Unpin,
    {
        // std looks for a byte faster than a loop does.
        StdIo(self).read_until(byte, buf)
    }

    /// Appends a line with its end to `buf` and says how long it is. If it is not UTF-8, `buf` is
    /// as before.
    fn read_line(&mut self, buf: &mut String) -> Result<usize>
    where
        Self: Unpin,
    {
        let mut bytes = mem::take(buf).into_bytes();
        let before = bytes.len();
        let result = self.read_until(b'\n', &mut bytes);
        give_back(buf, bytes, before, result, OnError::Keep)
    }

    /// What is between the bytes `byte`.
    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized + Unpin,
    {
        Split::new(self, byte)
    }

    /// What is in the buffer, after waiting for more if it is empty; nothing means the end.
    fn fill_buf(&mut self) -> Result<&[u8]>
    where
        Self: Unpin,
    {
        self.blocking_fill_buf()
    }

    /// Takes `amt` bytes out of the buffer.
    fn consume(&mut self, amt: usize)
    where
        Self: Unpin,
    {
        self.blocking_consume(amt);
    }

    /// The lines, without their ends.
    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines::new(self)
    }
}

impl<R: AsyncBufRead + ?Sized> AsyncBufReadExt for R {}

/// What is left in the string when the reader fails.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum OnError {
    /// What came before the error.
    Keep,
    /// What was there before the call.
    Forget,
}

/// Makes a string again of the bytes that were taken out of it and got more.
pub(super) fn give_back(
    dst: &mut String,
    bytes: Vec<u8>,
    before: usize,
    result: Result<usize>,
    on_error: OnError,
) -> Result<usize> {
    let forget = result.is_err() && on_error == OnError::Forget;
    let (text, valid) = match String::from_utf8(bytes) {
        Ok(text) => (text, Ok(())),
        Err(error) => {
            let invalid = error.utf8_error();
            let mut bytes = error.into_bytes();
            bytes.truncate(before);
            (String::from_utf8(bytes).unwrap_or_default(), Err(invalid))
        }
    };
    *dst = text;
    if forget {
        dst.truncate(before);
    }
    let read = result?;
    valid.map_err(|invalid| Error::new(ErrorKind::InvalidData, invalid))?;
    Ok(read)
}
