#![doc = include_str!("../README.md")]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;

mod forms;
mod later;
#[cfg(feature = "alloc")]
mod maybe;
mod tag;
mod thunk;
mod witness;

pub mod blocking;

pub use await_me_maybe_macros::maybe_async;
pub use forms::{Call, Fut, MaybeAwait, NoFuture, Value, await_me_maybe, await_me_maybe_blocking};
#[cfg(feature = "alloc")]
pub use maybe::{LocalMaybe, LocalMaybeFuture, Maybe, MaybeFuture};

/// Not public API.
#[doc(hidden)]
pub mod __private {
    pub use crate::later::*;
    pub mod tag {
        pub use crate::tag::*;
    }
    pub use crate::thunk::{Deferred, Resolve, ready_value, resolve, run};
    pub use crate::witness::{Awaited, Get, awaited, check};
}
