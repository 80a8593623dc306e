//! Work that the async half drives at the same time.
//!
//! A policy is a module. What is called in it has the names of the methods and functions that it
//! stands for: `stream.buffered(n)` becomes `sequential::buffered(stream, n)`.

#![allow(
    clippy::missing_errors_doc,
    clippy::missing_panics_doc,
    clippy::too_many_arguments,
    reason = "called by twins alone"
)]

#[cfg(feature = "alloc")]
mod buffered;
#[cfg(feature = "alloc")]
pub mod sequential;
#[cfg(feature = "std")]
pub mod threads;
