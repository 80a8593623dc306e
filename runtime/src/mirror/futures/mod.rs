//! The blocking mirror of `futures`: streams are iterators, futures are thunks.
//!
//! Twins use it in the place of `futures`, `futures_util`, `futures_core`, `futures_lite` and
//! `tokio_stream`. What has no blocking meaning is not here, so that its use is an unresolved
//! import.
//!
//! ```
//! use await_me_maybe::mirror::futures::{FutureExt as _, StreamExt as _, stream};
//! use await_me_maybe::blocking::{self, Resolve as _};
//!
//! let first = blocking::lazy(|| 1).map(|n| n + 1);
//! let items = stream::once(first).chain(stream::iter([3])).then(|n| n * 10);
//! assert_eq!(items.collect::<Vec<_>>(), [20, 30]);
//! ```

#[cfg(feature = "mirror-sync")]
pub mod channel;
pub mod future;
#[cfg(feature = "mirror-sync")]
pub mod lock;
pub mod sink;
pub mod stream;

#[doc(no_inline)]
pub use future::{Future, FutureExt, TryFuture, TryFutureExt};
#[doc(no_inline)]
pub use sink::{Sink, SinkExt};
#[doc(no_inline)]
pub use stream::{Stream, StreamExt, TryStream, TryStreamExt};

/// What is imported at once.
///
/// ```
/// use await_me_maybe::mirror::futures::prelude::*;
///
/// let mut items = stream::iter([Ok(1), Err("fault")]);
/// assert_eq!(items.try_next(), Ok(Some(1)));
/// ```
pub mod prelude {
    #[doc(no_inline)]
    pub use super::future::{self, Future, FutureExt as _, TryFuture, TryFutureExt as _};
    #[doc(no_inline)]
    pub use super::sink::{self, Sink, SinkExt as _};
    #[doc(no_inline)]
    pub use super::stream::{self, Stream, StreamExt as _, TryStream, TryStreamExt as _};
}

/// Errors that cannot be.
pub mod never {
    pub use core::convert::Infallible as Never;
}
