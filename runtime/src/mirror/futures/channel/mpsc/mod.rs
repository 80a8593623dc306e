//! Channels with many senders and one receiver.
//!
//! ```
//! use await_me_maybe::mirror::futures::SinkExt as _;
//! use await_me_maybe::mirror::futures::channel::mpsc;
//! use std::thread;
//!
//! let (mut sender, receiver) = mpsc::channel(0);
//! thread::spawn(move || (1..=3).try_for_each(|n| sender.send(n)));
//! assert_eq!(receiver.collect::<Vec<_>>(), [1, 2, 3]);
//! ```

mod error;
mod receiver;
mod sender;
mod shared;
mod unbounded;

pub use error::{RecvError, SendError, TryRecvError, TrySendError};
pub use receiver::{Receiver, UnboundedReceiver};
pub use sender::Sender;
pub use unbounded::UnboundedSender;

use shared::Shared;

/// Room for so many values, and for one more of each sender.
///
/// # Panics
///
/// If the room would be too large to count.
pub fn channel<T>(buffer: usize) -> (Sender<T>, Receiver<T>) {
    assert!(buffer < usize::MAX >> 2, "requested buffer size too large");
    let shared = Shared::new(buffer);
    (Sender::first(&shared), Receiver::new(shared))
}

/// Always room.
pub fn unbounded<T>() -> (UnboundedSender<T>, UnboundedReceiver<T>) {
    let shared = Shared::new(usize::MAX);
    (
        UnboundedSender::first(&shared),
        UnboundedReceiver::new(shared),
    )
}
