//! The blocking mirror of `tokio_stream`: streams are iterators.
//!
//! Most of its adaptors are methods of `Iterator` by the same names. What has no blocking meaning
//! is not here, so that its use is an unresolved import.
//!
//! ```
//! use await_me_maybe::mirror::tokio_stream::{self, StreamExt as _};
//!
//! let numbers = tokio_stream::iter(["1", "2"]).then(str::parse::<u32>);
//! assert_eq!(numbers.collect::<Result<Vec<_>, _>>(), Ok(vec![1, 2]));
//! ```

mod notify_close;
#[cfg(feature = "std")]
mod throttle;
#[cfg(feature = "mirror-tokio")]
mod wrapped;
#[cfg(feature = "mirror-tokio")]
pub mod wrappers;

use core::iter::Map;

#[doc(no_inline)]
pub use crate::mirror::futures::stream::Stream;
pub use crate::mirror::futures::stream::{Empty, Iter, empty, iter};
pub use core::iter::{Once, once};
pub use notify_close::StreamNotifyClose;

/// The adaptors of `tokio_stream::StreamExt` that `Iterator` has under another name or not at all.
///
/// ```
/// use await_me_maybe::mirror::tokio_stream::StreamExt as _;
///
/// let mut numbers = ["1", "x"].into_iter().map(str::parse::<u32>);
/// assert_eq!(numbers.try_next(), Ok(Some(1)));
/// assert!(numbers.try_next().is_err());
/// ```
pub trait StreamExt: Iterator {
    /// The next item of an iterator of results.
    ///
    /// # Errors
    ///
    /// If the next item is one.
    fn try_next<T, E>(&mut self) -> Result<Option<T>, E>
    where
        Self: Iterator<Item = Result<T, E>>,
    {
        self.next().transpose()
    }

    /// What the closure gives for each item.
    fn then<T, F>(self, f: F) -> Map<Self, F>
    where
        F: FnMut(Self::Item) -> T,
        Self: Sized,
    {
        self.map(f)
    }

    /// The items, each at least so long behind the one before.
    #[cfg(feature = "std")]
    fn throttle(self, duration: core::time::Duration) -> throttle::Throttle<Self>
    where
        Self: Sized,
    {
        throttle::Throttle::new(self, duration)
    }
}

impl<I: Iterator + ?Sized> StreamExt for I {}

/// The types of the adaptors.
pub mod adapters {
    pub use core::iter::{
        Chain, Filter, FilterMap, Fuse, Map, MapWhile, Peekable, Skip, SkipWhile, Take, TakeWhile,
    };

    pub use core::iter::Map as Then;
}
