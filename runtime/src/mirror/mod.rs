//! Blocking mirrors of async libraries: the same paths, names and signatures, less the await.
//!
//! Twins use them by themselves: what begins with `tokio::` in the async half is
//! `await_me_maybe::mirror::tokio::` in the blocking one. Who calls such a twin by hand makes its
//! arguments from here.
//!
//! | library | mirror | feature |
//! |---|---|---|
//! | `tokio` | `mirror::tokio` | `mirror-tokio` |
//! | `futures`, `futures_util`, `futures_core`, `futures_lite` | `mirror::futures` | `mirror-futures` |
//! | `futures::channel`, `futures::lock` | the same | `mirror-futures` and `mirror-sync` |
//! | `tokio_stream` | `mirror::tokio_stream` | `mirror-futures` |
//!
//! They have a module of their own, as a glob import of [`blocking`](crate::blocking) would else
//! bring a `tokio` that is not the crate.

#[cfg(feature = "mirror-futures")]
pub mod futures;
#[cfg(feature = "mirror-sync")]
pub(crate) mod sync;
#[cfg(feature = "mirror-tokio")]
pub mod tokio;
#[cfg(feature = "mirror-futures")]
pub mod tokio_stream;
