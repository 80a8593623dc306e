//! What takes items one by one.
//!
//! ```
//! use await_me_maybe::mirror::futures::sink::SinkExt as _;
//!
//! let mut items = Vec::new();
//! let mut sink = (&mut items).with(|n: u32| Ok::<_, std::convert::Infallible>(n * 2));
//! sink.send(1)?;
//! sink.send(2)?;
//! assert_eq!(items, [2, 4]);
//! # Ok::<_, std::convert::Infallible>(())
//! ```

mod adaptors;
mod ends;
mod ext;
mod with;

use alloc::boxed::Box;
use alloc::collections::VecDeque;
use alloc::vec::Vec;
use core::convert::Infallible;

pub use adaptors::{Buffer, Fanout, SinkErrInto, SinkMapErr};
pub use ends::{Drain, Unfold, drain, unfold};
pub use ext::SinkExt;
pub use with::{With, WithFlatMap};

use super::future::Either;

/// What takes items one by one, and waits where it has to.
///
/// Callers use the methods of [`SinkExt`].
pub trait Sink<Item> {
    /// Why an item was not taken.
    type Error;

    /// Takes an item, when there is room for it; it may stay in a buffer.
    ///
    /// # Errors
    ///
    /// If the sink has failed.
    fn sink_feed(&mut self, item: Item) -> Result<(), Self::Error>;

    /// Empties all buffers.
    ///
    /// # Errors
    ///
    /// If the sink has failed.
    fn sink_flush(&mut self) -> Result<(), Self::Error>;

    /// Empties all buffers, and takes no further items.
    ///
    /// # Errors
    ///
    /// If the sink has failed.
    fn sink_close(&mut self) -> Result<(), Self::Error>;
}

macro_rules! collections {
    ($($Collection:ident $push:ident)*) => {$(
        impl<T> Sink<T> for $Collection<T> {
            type Error = Infallible;

            fn sink_feed(&mut self, item: T) -> Result<(), Infallible> {
                self.$push(item);
                Ok(())
            }

            fn sink_flush(&mut self) -> Result<(), Infallible> {
                Ok(())
            }

            fn sink_close(&mut self) -> Result<(), Infallible> {
                Ok(())
            }
        }
    )*};
}

collections!(Vec push VecDeque push_back);

macro_rules! pointers {
    ($($Pointer:ty)*) => {$(
        impl<S: Sink<Item> + ?Sized, Item> Sink<Item> for $Pointer {
            type Error = S::Error;

            fn sink_feed(&mut self, item: Item) -> Result<(), S::Error> {
                (**self).sink_feed(item)
            }

            fn sink_flush(&mut self) -> Result<(), S::Error> {
                (**self).sink_flush()
            }

            fn sink_close(&mut self) -> Result<(), S::Error> {
                (**self).sink_close()
            }
        }
    )*};
}

pointers!(&mut S Box<S>);
