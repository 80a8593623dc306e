//! `AsyncRead`: what can be read.

use alloc::boxed::Box;
use core::ops::DerefMut;
use core::pin::Pin;
use std::io::Result;

/// A source of bytes.
///
/// Blocking readers need no pinning, so all of them are `Unpin`.
///
/// ```
/// use await_me_maybe::mirror::tokio::io::{self, AsyncRead, AsyncReadExt};
///
/// /// The numbers from one on.
/// struct Numbers(u8);
///
/// impl AsyncRead for Numbers {
///     fn blocking_read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
///         for byte in buf.iter_mut() {
///             self.0 += 1;
///             *byte = self.0;
///         }
///         Ok(buf.len())
///     }
/// }
///
/// let mut first = [0; 3];
/// assert_eq!(Numbers(0).read_exact(&mut first)?, 3);
/// assert_eq!(first, [1, 2, 3]);
/// # Ok::<(), io::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a reader of the blocking mirror",
    label = "does not implement `AsyncRead`",
    note = "a reader that implements `std::io::Read` is one as `StdIo(reader)` or `&mut dyn Read`"
)]
pub trait AsyncRead: Unpin {
    /// Waits for bytes, puts them into `buf` and says how many they are; none means the end.
    ///
    /// # Errors
    /// If the source cannot be read.
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize>;
}

macro_rules! deref_read {
    () => {
        #[inline]
        fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
            (**self).blocking_read(buf)
        }
    };
}

impl<T: AsyncRead + ?Sized> AsyncRead for &mut T {
    deref_read!();
}

impl<T: AsyncRead + ?Sized> AsyncRead for Box<T> {
    deref_read!();
}

impl<P: DerefMut<Target: AsyncRead> + Unpin> AsyncRead for Pin<P> {
    deref_read!();
}
