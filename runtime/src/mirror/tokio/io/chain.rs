//! `Chain`: one reader behind the other.

use core::fmt;
use std::io::Result;

use super::{AsyncBufRead, AsyncRead};

/// What [`AsyncReadExt::chain`](super::AsyncReadExt::chain) gives.
#[must_use = "readers do nothing until they are read"]
pub struct Chain<T, U> {
    first: T,
    second: U,
    first_ended: bool,
}

impl<T: AsyncRead, U: AsyncRead> Chain<T, U> {
    pub(super) fn new(first: T, second: U) -> Self {
        Self {
            first,
            second,
            first_ended: false,
        }
    }

    /// Both readers.
    pub fn get_ref(&self) -> (&T, &U) {
        (&self.first, &self.second)
    }

    /// Both readers.
    pub fn get_mut(&mut self) -> (&mut T, &mut U) {
        (&mut self.first, &mut self.second)
    }

    /// Gives both readers back.
    pub fn into_inner(self) -> (T, U) {
        (self.first, self.second)
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "shown as by tokio")]
impl<T: fmt::Debug, U: fmt::Debug> fmt::Debug for Chain<T, U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chain")
            .field("t", &self.first)
            .field("u", &self.second)
            .finish()
    }
}

impl<T: AsyncRead, U: AsyncRead> AsyncRead for Chain<T, U> {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        if !self.first_ended {
            let read = self.first.blocking_read(buf)?;
            if read > 0 || buf.is_empty() {
                return Ok(read);
            }
            self.first_ended = true;
        }
        self.second.blocking_read(buf)
    }
}

impl<T: AsyncBufRead, U: AsyncBufRead> AsyncBufRead for Chain<T, U> {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        if !self.first_ended {
            let buf = self.first.blocking_fill_buf()?;
            if !buf.is_empty() {
                // The borrow checker does not see that this one is over below.
                return self.first.blocking_fill_buf();
            }
            self.first_ended = true;
        }
        self.second.blocking_fill_buf()
    }

    fn blocking_consume(&mut self, amount: usize) {
        if self.first_ended {
            self.second.blocking_consume(amount);
        } else {
            self.first.blocking_consume(amount);
        }
    }
}
