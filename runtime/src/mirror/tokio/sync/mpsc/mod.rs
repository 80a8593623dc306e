//! Channels of many values, with many senders and one receiver.
//!
//! ```
//! use await_me_maybe::mirror::tokio::sync::mpsc;
//!
//! let (sender, mut receiver) = mpsc::unbounded_channel();
//! sender.send("a").unwrap();
//! drop(sender);
//! assert_eq!(receiver.recv(), Some("a"));
//! assert_eq!(receiver.recv(), None);
//! ```

pub mod error;
mod permits;
mod receivers;
mod sender;
mod senders;
mod unbounded;

pub use permits::{OwnedPermit, Permit, PermitIterator};
pub use receivers::{Receiver, UnboundedReceiver};
pub use sender::{Sender, WeakSender};
pub use unbounded::{UnboundedSender, WeakUnboundedSender};

use crate::mirror::sync::channel::Channel;
use crate::mirror::sync::permits::MAX_PERMITS;

/// Makes both ends of a channel in which so many values may wait.
///
/// # Panics
///
/// If that is none.
#[track_caller]
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    assert!(buffer > 0, "mpsc bounded channel requires buffer > 0");
    let channel = Channel::new(buffer);
    (Sender::first(&channel), Receiver::new(channel))
}

/// Makes both ends of a channel in which any number of values may wait.
pub fn unbounded_channel<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    let channel = Channel::new(MAX_PERMITS);
    (
        UnboundedSender::first(&channel),
        UnboundedReceiver::new(channel),
    )
}
