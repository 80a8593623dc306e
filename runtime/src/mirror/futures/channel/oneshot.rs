//! A channel for one value.
//!
//! ```
//! use await_me_maybe::blocking::Resolve as _;
//! use await_me_maybe::mirror::futures::channel::oneshot;
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

/// Makes the two ends.
pub fn channel<T>() -> (Sender<T>, Receiver<T>) {
    let slot = Slot::new();
    (Sender(Arc::clone(&slot)), Receiver(slot))
}

/// The sender is gone without having sent a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Canceled;

impl fmt::Display for Canceled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("oneshot canceled")
    }
}

impl core::error::Error for Canceled {}

/// Sends the value.
pub struct Sender<T>(Arc<Slot<T>>);

impl<T> Sender<T> {
    /// Sends it, or gives it back if nobody will receive it.
    ///
    /// # Errors
    ///
    /// If the receiver is closed or gone.
    pub fn send(self, value: T) -> Result<(), T> {
        self.0.send(value)
    }

    /// Waits until the receiver is closed or gone.
    pub fn cancellation(&mut self) {
        self.0.wait_closed();
    }

    /// Whether the receiver is closed or gone.
    #[must_use]
    pub fn is_canceled(&self) -> bool {
        self.0.is_closed()
    }

    /// Whether it is the other end.
    #[must_use]
    pub fn is_connected_to(&self, receiver: &Receiver<T>) -> bool {
        Arc::ptr_eq(&self.0, &receiver.0)
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
#[must_use = "a future does nothing unless it is awaited"]
pub struct Receiver<T>(Arc<Slot<T>>);

impl<T> Receiver<T> {
    /// Refuses a value that has not been sent yet.
    pub fn close(&mut self) {
        self.0.close();
    }

    /// The value if it is there.
    ///
    /// # Errors
    ///
    /// If there will be none.
    pub fn try_recv(&mut self) -> Result<Option<T>, Canceled> {
        match self.0.try_receive() {
            Ok(value) => Ok(Some(value)),
            Err(Missing::NotNow) => Ok(None),
            Err(Missing::Ever) => Err(Canceled),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T> Thunk for Receiver<T> {
    type Output = Result<T, Canceled>;

    fn run(self: Pin<&mut Self>) -> Self::Output {
        self.0.receive().ok_or(Canceled)
    }
}

pending_value!([T] Receiver<T>);

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.0.close();
        drop(self.0.try_receive());
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Receiver").finish_non_exhaustive()
    }
}
