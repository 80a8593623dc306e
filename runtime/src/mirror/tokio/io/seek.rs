//! `AsyncSeek`: what has a position.

use alloc::boxed::Box;
use core::ops::DerefMut;
use core::pin::Pin;
use std::io::{Result, SeekFrom};

/// A stream whose position can be changed.
pub trait AsyncSeek: Unpin {
    /// Goes to a position and says which one it is, in bytes from the start.
    ///
    /// # Errors
    /// If there is no such position.
    fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64>;
}

macro_rules! deref_seek {
    () => {
        #[inline]
        fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
            (**self).blocking_seek(position)
        }
    };
}

impl<T: AsyncSeek + ?Sized> AsyncSeek for &mut T {
    deref_seek!();
}

impl<T: AsyncSeek + ?Sized> AsyncSeek for Box<T> {
    deref_seek!();
}

impl<P: DerefMut<Target: AsyncSeek> + Unpin> AsyncSeek for Pin<P> {
    deref_seek!();
}
