//! The blocking mirror of `futures`: streams are iterators, futures are thunks.
//!
//! Twins use it in the place of `futures`, `futures_util`, `futures_core`, `futures_lite` and
//! `tokio_stream`. What has no blocking meaning is not here, so that its use is an unresolved
//! import.

pub mod future;
pub mod sink;
pub mod stream;
