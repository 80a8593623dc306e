//! Between async and blocking code: each of the two calls the other one.
//!
//! Down: [`block_on`] and [`iter_from_stream`] wait for futures and streams in blocking code. Up:
//! [`unblock`] and [`stream_from_blocking`] run blocking code for async code.

mod block_on;
#[cfg(any(feature = "mirror-tokio", feature = "stream", feature = "unblock"))]
pub(crate) mod context;
mod error;
mod executor;
#[cfg(feature = "stream")]
mod iter;
mod maybe;
mod park;
#[cfg(feature = "unblock")]
mod slot;
#[cfg(feature = "smol")]
mod smol;
#[cfg(feature = "stream")]
mod stream;
#[cfg(any(feature = "stream", feature = "unblock"))]
mod thread;
#[cfg(feature = "tokio")]
mod tokio;
#[cfg(feature = "unblock")]
mod unblock;

pub use block_on::{block_on, try_block_on};
pub use error::BlockOnError;
#[cfg(feature = "stream")]
pub use iter::{StreamIter, iter_from_stream};
pub use maybe::await_me_maybe_block_on;
#[cfg(feature = "stream")]
pub use stream::{BlockingStream, stream_from_blocking};
#[cfg(feature = "unblock")]
pub use unblock::unblock;
