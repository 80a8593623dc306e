//! One after the other, in the order in which they are made.
//!
//! Branches that wait for each other do so for ever: one that sends into a channel which is full
//! until another one receives, or a stream whose next item is sent by whoever has its results.
//! Such code takes the policy [`threads`](super::threads).

mod buffered;
mod futures;

use alloc::vec::Vec;

#[cfg(feature = "mirror-tokio")]
pub use crate::mirror::tokio::task::sequential::JoinSet;
use crate::resolve::Resolve;

pub use buffered::{
    buffer_unordered, buffered, for_each_concurrent, try_buffer_unordered, try_buffered,
    try_for_each_concurrent,
};
pub use futures::{FuturesOrdered, FuturesUnordered};

/// All of them are made before the first one runs, as futures are.
#[track_caller]
pub fn join_all<I>(work: I) -> Vec<<I::Item as Resolve>::Output>
where
    I: IntoIterator<Item: Resolve>,
{
    let work: Vec<_> = work.into_iter().collect();
    work.into_iter().map(Resolve::resolve).collect()
}

/// Those behind the first error do not run.
#[track_caller]
pub fn try_join_all<I, T, E>(work: I) -> Result<Vec<T>, E>
where
    I: IntoIterator<Item: Resolve<Output = Result<T, E>>>,
{
    let work: Vec<_> = work.into_iter().collect();
    work.into_iter().map(Resolve::resolve).collect()
}
