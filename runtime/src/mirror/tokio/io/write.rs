//! `AsyncWrite`: what can be written to.

use alloc::boxed::Box;
use core::ops::DerefMut;
use core::pin::Pin;
use std::io::{IoSlice, Result};

/// A destination of bytes.
///
/// Blocking writers need no pinning, so all of them are `Unpin`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a writer of the blocking mirror",
    label = "does not implement `AsyncWrite`",
    note = "a writer that implements `std::io::Write` is one as `StdIo(writer)` or `&mut dyn Write`"
)]
pub trait AsyncWrite: Unpin {
    /// Takes bytes from the start of `buf` and says how many they are.
    ///
    /// # Errors
    /// If the destination does not take them.
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize>;

    /// Waits until all that was taken has arrived where it goes.
    ///
    /// # Errors
    /// If it does not arrive.
    fn blocking_flush(&mut self) -> Result<()>;

    /// Flushes and says that nothing more will come: a socket closes its sending side, so that the
    /// peer sees the end.
    ///
    /// # Errors
    /// If either fails.
    fn blocking_shutdown(&mut self) -> Result<()>;

    /// Like [`blocking_write`](Self::blocking_write), from several buffers one after the other.
    ///
    /// # Errors
    /// If the destination does not take them.
    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        let first = bufs.iter().find(|buf| !buf.is_empty());
        self.blocking_write(first.map_or(&[], |buf| &**buf))
    }

    /// Whether several buffers are written in one go.
    fn is_write_vectored(&self) -> bool {
        false
    }
}

macro_rules! deref_write {
    () => {
        #[inline]
        fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
            (**self).blocking_write(buf)
        }

        #[inline]
        fn blocking_flush(&mut self) -> Result<()> {
            (**self).blocking_flush()
        }

        #[inline]
        fn blocking_shutdown(&mut self) -> Result<()> {
            (**self).blocking_shutdown()
        }

        #[inline]
        fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
            (**self).blocking_write_vectored(bufs)
        }

        #[inline]
        fn is_write_vectored(&self) -> bool {
            (**self).is_write_vectored()
        }
    };
}

impl<T: AsyncWrite + ?Sized> AsyncWrite for &mut T {
    deref_write!();
}

impl<T: AsyncWrite + ?Sized> AsyncWrite for Box<T> {
    deref_write!();
}

impl<P: DerefMut<Target: AsyncWrite> + Unpin> AsyncWrite for Pin<P> {
    deref_write!();
}
