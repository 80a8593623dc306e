#![doc = include_str!("../README.md")]
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

#[cfg(feature = "std")]
mod bridge;
mod deferred;
#[cfg(feature = "std")]
mod generate;
mod half;
mod join;
mod later;
#[cfg(feature = "alloc")]
mod maybe;
mod maybe_await;
mod pending;
mod pinning;
mod ready;
mod resolve;
mod tag;
mod thunk;
mod view;
mod witness;

pub mod asynchronous;
pub mod blocking;
pub mod form;
// Always here, so that rustc names the feature of the mirror that is missing in it.
pub mod mirror;

pub use await_me_maybe_macros::{maybe_async, test};
#[cfg(feature = "std")]
pub use bridge::await_me_maybe_block_on;
#[cfg(feature = "unblock")]
pub use bridge::unblock;
#[cfg(feature = "stream")]
pub use bridge::{BlockingStream, stream_from_blocking};
#[cfg(feature = "alloc")]
pub use maybe::{LocalMaybe, LocalMaybeFuture, Maybe, MaybeFuture};
pub use maybe_await::{MaybeAwait, await_me_maybe, await_me_maybe_blocking};

/// Not public API.
#[doc(hidden)]
pub mod __private {
    #[cfg(feature = "alloc")]
    pub use alloc::boxed::Box;

    pub use crate::deferred::{Deferred, IntoThunk};
    #[cfg(feature = "alloc")]
    pub use crate::deferred::{boxed, boxed_local, boxed_send};
    #[cfg(feature = "std")]
    pub use crate::generate::{Generator, generator, put};
    pub use crate::half::this_is_only_async;
    #[cfg(feature = "alloc")]
    pub use crate::join::sequential;
    #[cfg(feature = "std")]
    pub use crate::join::threads;
    pub use crate::later::*;
    pub use crate::pending::Pending;
    pub use crate::pinning::box_pin;
    pub use crate::ready::ready_value;
    pub use crate::resolve::{Resolve, resolve, run};
    pub use crate::thunk::Thunk;
    #[cfg(feature = "alloc")]
    pub use crate::thunk::{BoxThunk, LocalBoxThunk};
    pub use crate::view::Viewed;
    pub use crate::witness::{Awaited, Get, awaited, check, dropped};
    pub mod pinning {
        pub use crate::pinning::*;
    }
    pub mod tag {
        pub use crate::tag::*;
    }
}
