//! `Sender`.

use core::fmt;
use std::sync::Arc;

use parking_lot::Mutex;

use super::error::SendError;
use super::{Receiver, Shared};

/// Sends values to all receivers.
pub struct Sender<T>(Arc<Shared<T>>);

impl<T> Sender<T> {
    /// Without receivers. The capacity is as in [`channel`](super::channel).
    ///
    /// # Panics
    ///
    /// As [`channel`](super::channel) does.
    #[track_caller]
    pub fn new(capacity: usize) -> Self {
        Self(Arc::new(Shared::new(capacity)))
    }

    /// Sends it to all receivers there are, and tells how many; or gives it back if there are
    /// none. Never waits: a receiver that is too slow loses values.
    pub fn send(&self, value: T) -> Result<usize, SendError<T>> {
        let mut ring = self.0.ring.lock();
        let receivers = ring.receivers;
        if receivers == 0 {
            return Err(SendError(value));
        }
        let lost = ring.push(Arc::new(Mutex::new(value)));
        drop(ring);
        self.0.sent.notify_all();
        drop(lost);
        Ok(receivers)
    }

    /// A receiver of what is sent from now on.
    pub fn subscribe(&self) -> Receiver<T> {
        Receiver::new(Arc::clone(&self.0))
    }

    /// A sender that does not keep the channel open.
    #[must_use = "this sender stays what it is"]
    pub fn downgrade(&self) -> WeakSender<T> {
        self.0.ring.lock().weak_senders += 1;
        WeakSender(Arc::clone(&self.0))
    }

    /// How many values there are that some receiver has not seen.
    pub fn len(&self) -> usize {
        self.0.ring.lock().len()
    }

    /// Whether all receivers have seen all values.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many receivers there are.
    pub fn receiver_count(&self) -> usize {
        self.0.ring.lock().receivers
    }

    /// Whether both send to the same receivers.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// Waits until there are no receivers.
    pub fn closed(&self) {
        let mut ring = self.0.ring.lock();
        while ring.receivers > 0 {
            self.0.abandoned.wait(&mut ring);
        }
    }

    /// How many senders there are.
    pub fn strong_count(&self) -> usize {
        self.0.ring.lock().senders
    }

    /// How many weak senders there are.
    pub fn weak_count(&self) -> usize {
        self.0.ring.lock().weak_senders
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.0.ring.lock().senders += 1;
        Self(Arc::clone(&self.0))
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.0.ring.lock().senders -= 1;
        self.0.sent.notify_all();
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broadcast::Sender")
    }
}

/// A sender that does not keep its channel open.
pub struct WeakSender<T>(Arc<Shared<T>>);

impl<T> WeakSender<T> {
    /// A sender, unless all are gone.
    #[must_use = "this sender stays what it is"]
    pub fn upgrade(&self) -> Option<Sender<T>> {
        let mut ring = self.0.ring.lock();
        if ring.senders == 0 {
            return None;
        }
        ring.senders += 1;
        drop(ring);
        Some(Sender(Arc::clone(&self.0)))
    }

    /// How many senders there are.
    pub fn strong_count(&self) -> usize {
        self.0.ring.lock().senders
    }

    /// How many weak senders there are.
    pub fn weak_count(&self) -> usize {
        self.0.ring.lock().weak_senders
    }
}

impl<T> Clone for WeakSender<T> {
    fn clone(&self) -> Self {
        self.0.ring.lock().weak_senders += 1;
        Self(Arc::clone(&self.0))
    }
}

impl<T> Drop for WeakSender<T> {
    fn drop(&mut self) {
        self.0.ring.lock().weak_senders -= 1;
    }
}

impl<T> fmt::Debug for WeakSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broadcast::WeakSender")
    }
}
