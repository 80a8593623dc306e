//! What the locks and channels of the mirrors have in common: queues of waiting threads.
//!
//! A thread that waits sleeps on a condition variable. Panics poison nothing.

#![cfg_attr(
    not(feature = "mirror-tokio"),
    allow(dead_code, reason = "each mirror uses its part")
)]

pub(crate) mod channel;
pub(crate) mod oneshot;
pub(crate) mod permits;
pub(crate) mod waiter;
