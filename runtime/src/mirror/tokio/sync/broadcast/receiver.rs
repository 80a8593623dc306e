//! `Receiver`.

use core::fmt;
use std::sync::Arc;

use super::Shared;
use super::error::{RecvError, TryRecvError};
use super::ring::Value;

/// Receives what is sent from the moment it is made.
pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    /// The position of the next value it sees.
    next: u64,
}

impl<T> Receiver<T> {
    pub(super) fn new(shared: Arc<Shared<T>>) -> Self {
        let mut ring = shared.ring.lock();
        ring.receivers += 1;
        let next = ring.tail;
        drop(ring);
        Self { shared, next }
    }

    /// How many values were sent that it has not received, those included that are lost.
    pub fn len(&self) -> usize {
        let unseen = self.shared.ring.lock().tail - self.next;
        usize::try_from(unseen).unwrap_or(usize::MAX)
    }

    /// Whether it has received all that was sent.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether both receive from the same senders.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }

    /// How many senders there are.
    pub fn sender_strong_count(&self) -> usize {
        self.shared.ring.lock().senders
    }

    /// How many weak senders there are.
    pub fn sender_weak_count(&self) -> usize {
        self.shared.ring.lock().weak_senders
    }

    /// Whether all senders are gone.
    pub fn is_closed(&self) -> bool {
        self.sender_strong_count() == 0
    }
}

impl<T: Clone> Receiver<T> {
    /// A receiver of what is sent from now on.
    pub fn resubscribe(&self) -> Self {
        Self::new(Arc::clone(&self.shared))
    }

    /// Waits for the next value.
    pub fn recv(&mut self) -> Result<T, RecvError> {
        let mut ring = self.shared.ring.lock();
        loop {
            match ring.next(&mut self.next) {
                Ok(value) => {
                    drop(ring);
                    return Ok(cloned(&value));
                }
                Err(TryRecvError::Empty) => self.shared.sent.wait(&mut ring),
                Err(TryRecvError::Closed) => return Err(RecvError::Closed),
                Err(TryRecvError::Lagged(missed)) => return Err(RecvError::Lagged(missed)),
            }
        }
    }

    /// The next value if it is there.
    pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
        let value = self.shared.ring.lock().next(&mut self.next)?;
        Ok(cloned(&value))
    }

    /// The same as [`recv`](Self::recv).
    pub fn blocking_recv(&mut self) -> Result<T, RecvError> {
        self.recv()
    }
}

fn cloned<T: Clone>(value: &Value<T>) -> T {
    value.lock().clone()
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        let mut ring = self.shared.ring.lock();
        let unseen = ring.leave(self.next);
        drop(ring);
        self.shared.abandoned.notify_all();
        drop(unseen);
    }
}

impl<T> fmt::Debug for Receiver<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("broadcast::Receiver")
    }
}
