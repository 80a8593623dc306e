//! `AsyncBufRead`: readers with a buffer.

use alloc::boxed::Box;
use core::ops::DerefMut;
use core::pin::Pin;
use std::io::Result;

use super::AsyncRead;

/// A reader that can show what it has read before it gives it away.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a buffered reader of the blocking mirror",
    label = "does not implement `AsyncBufRead`",
    note = "a reader becomes one as `BufReader::new(reader)`"
)]
pub trait AsyncBufRead: AsyncRead {
    /// What is in the buffer, after waiting for more if it is empty; nothing means the end.
    ///
    /// # Errors
    /// If the source cannot be read.
    fn blocking_fill_buf(&mut self) -> Result<&[u8]>;

    /// Takes `amount` bytes out of the buffer.
    fn blocking_consume(&mut self, amount: usize);
}

macro_rules! deref_buf_read {
    () => {
        #[inline]
        fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
            (**self).blocking_fill_buf()
        }

        #[inline]
        fn blocking_consume(&mut self, amount: usize) {
            (**self).blocking_consume(amount);
        }
    };
}

impl<T: AsyncBufRead + ?Sized> AsyncBufRead for &mut T {
    deref_buf_read!();
}

impl<T: AsyncBufRead + ?Sized> AsyncBufRead for Box<T> {
    deref_buf_read!();
}

impl<P: DerefMut<Target: AsyncBufRead> + Unpin> AsyncBufRead for Pin<P> {
    deref_buf_read!();
}
