//! A library whose documentation is what is tested: each example of an async item is compiled and
//! run a second time, as the example of its blocking twin.
//!
//! `tests/examples.rs` looks at what rustdoc makes of them.
#![deny(missing_docs, rustdoc::all)]

pub mod client;
pub mod functions;
pub mod store;
pub mod trace;
pub mod unchanged;

pub use client::{Client, Refused};
pub use functions::{double, double_blocking, even, even_blocking, sum, sum_blocking};
pub use store::{Store, StoreBlocking, Upper, longest, longest_blocking};
