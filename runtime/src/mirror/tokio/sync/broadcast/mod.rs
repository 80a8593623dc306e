//! A channel whose values go to all receivers.
//!
//! ```
//! use await_me_maybe::mirror::tokio::sync::broadcast::{self, error::RecvError};
//!
//! let (sender, mut one) = broadcast::channel(2);
//! let mut other = sender.subscribe();
//! sender.send("a").unwrap();
//! assert_eq!((one.recv(), other.recv()), (Ok("a"), Ok("a")));
//! for text in ["b", "c", "d"] {
//!     sender.send(text).unwrap();
//! }
//! assert_eq!(one.recv(), Err(RecvError::Lagged(1)));
//! assert_eq!(one.recv(), Ok("c"));
//! ```

pub mod error;
mod receiver;
mod ring;
mod sender;

pub use receiver::Receiver;
pub use sender::{Sender, WeakSender};

use ring::Shared;

/// Makes both ends of a channel in which so many values can wait for the slowest receiver, rounded
/// up to a power of two.
///
/// # Panics
///
/// If that is none, or more than `usize::MAX / 2`.
#[track_caller]
pub fn channel<T: Clone>(capacity: usize) -> (Sender<T>, Receiver<T>) {
    let sender = Sender::new(capacity);
    let receiver = sender.subscribe();
    (sender, receiver)
}
