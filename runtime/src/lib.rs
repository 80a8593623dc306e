//! To be filled.
#![no_std]
pub use await_me_maybe_macros::maybe_async;
