//! A channel for one value.
//!
//! ```
//! use await_me_maybe::blocking::Resolve as _;
//! use await_me_maybe::mirror::tokio::sync::oneshot;
//! use std::thread;
//!
//! let (sender, receiver) = oneshot::channel();
//! thread::spawn(move || sender.send(1));
//! // In a twin this is what `receiver.await` means.
//! assert_eq!(receiver.resolve(), Ok(1));
//! ```

use core::fmt;
use core::pin::Pin;
use std::sync::Arc;

use crate::blocking::Thunk;
use crate::mirror::sync::channel::Missing;
use crate::mirror::sync::oneshot::Slot;
use crate::pending::pending_value;

/// Errors of this channel.
pub mod error {
    use core::error::Error;
    use core::fmt;

    /// The sender is gone without having sent a value.
    #[derive(Debug, Eq, PartialEq, Clone)]
    pub struct RecvError(pub(super) ());

    impl fmt::Display for RecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("channel closed")
        }
    }

    impl Error for RecvError {}

    /// Why there is no value at once.
    #[derive(Debug, Eq, PartialEq, Clone)]
    pub enum TryRecvError {
        /// It has not been sent yet.
        Empty,
        /// The sender is gone without having sent it.
        Closed,
    }

    impl fmt::Display for TryRecvError {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(match self {
                Self::Empty => "channel empty",
                Self::Closed => "channel closed",
            })
        }
    }

    impl Error for TryRecvError {}
}

use error::{RecvError, TryRecvError};

/// Makes the two ends.
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let slot = Slot::new();
    (Sender(Arc::clone(&slot)), Receiver(Some(slot)))
}

/// Sends the value.
pub struct Sender<T>(Arc<Slot<T>>);

impl<T> Sender<T> {
    /// Sends it, or gives it back if nobody will receive it.
    pub fn send(self, value: T) -> Result<(), T> {
        self.0.send(value)
    }

    /// Waits until the receiver is closed or gone.
    pub fn closed(&mut self) {
        self.0.wait_closed();
    }

    /// Whether the receiver is closed or gone.
    pub fn is_closed(&self) -> bool {
        self.0.is_closed()
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.0.abandon();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender").finish_non_exhaustive()
    }
}

/// Receives the value when it is awaited.
///
/// # Panics
///
/// If it is awaited after it has given its value, or an error.
#[must_use = "a future does nothing unless it is awaited"]
pub struct Receiver<T>(Option<Arc<Slot<T>>>);

impl<T> Receiver<T> {
    /// Refuses a value that has not been sent yet.
    pub fn close(&mut self) {
        if let Some(slot) = &self.0 {
            slot.close();
        }
    }

    /// Whether it has given its value, or an error.
    pub fn is_terminated(&self) -> bool {
        self.0.is_none()
    }

    /// Whether there is no value.
    pub fn is_empty(&self) -> bool {
        !self.0.as_ref().is_some_and(|slot| slot.has_value())
    }

    /// The value if it is there.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let received = match &self.0 {
            Some(slot) => slot.try_receive(),
            None => Err(Missing::Ever),
        };
        let result = match received {
            Ok(value) => Ok(value),
            Err(Missing::NotNow) => return Err(TryRecvError::Empty),
            Err(Missing::Ever) => Err(TryRecvError::Closed),
        };
        self.0 = None;
        result
    }

    /// Waits for the value.
    pub fn blocking_recv(mut self) -> Result<T, RecvError> {
        Pin::new(&mut self).run()
    }
}

#[diagnostic::do_not_recommend]
impl<T> Thunk for Receiver<T> {
    type Output = Result<T, RecvError>;

    #[track_caller]
    fn run(mut self: Pin<&mut Self>) -> Self::Output {
        let Some(slot) = &self.0 else {
            panic!("called after complete");
        };
        let result = slot.receive().ok_or(RecvError(()));
        self.0 = None;
        result
    }
}

pending_value!([T] Receiver<T>);

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        if let Some(slot) = &self.0 {
            slot.close();
            drop(slot.try_receive());
        }
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
