//! A channel that keeps the last value alone.
//!
//! ```
//! use await_me_maybe::mirror::tokio::sync::watch;
//!
//! let (sender, mut receiver) = watch::channel("first");
//! sender.send("second").unwrap();
//! receiver.changed().unwrap();
//! assert_eq!(*receiver.borrow_and_update(), "second");
//! drop(sender);
//! assert!(receiver.changed().is_err());
//! ```

pub mod error;
mod receiver;
mod sender;
mod shared;

pub use receiver::Receiver;
pub use sender::Sender;
pub use shared::Ref;

use shared::{FIRST, Shared};

/// Makes both ends, with a first value that has been seen.
pub fn channel<T>(init: T) -> (Sender<T>, Receiver<T>) {
    let sender = Sender::new(init);
    let receiver = sender.subscribe();
    debug_assert_eq!(receiver.version(), FIRST);
    (sender, receiver)
}
