//! `Sender`.

use std::sync::Arc;

use super::error::SendError;
use super::{Receiver, Ref, Shared};

/// Changes the value.
#[derive(Debug)]
pub struct Sender<T>(Arc<Shared<T>>);

impl<T> Sender<T> {
    /// Without receivers.
    pub fn new(init: T) -> Self {
        Self(Arc::new(Shared::new(init)))
    }

    /// Puts it in the place of the value, or gives it back if there is no receiver.
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        if self.is_closed() {
            return Err(SendError(value));
        }
        self.send_replace(value);
        Ok(())
    }

    /// Changes the value, receivers or not.
    pub fn send_modify<F>(&self, modify: F)
    where
        F: FnOnce(&mut T),
    {
        self.send_if_modified(|value| {
            modify(value);
            true
        });
    }

    /// Changes the value; receivers are told if the closure says so, as is the caller.
    pub fn send_if_modified<F>(&self, modify: F) -> bool
    where
        F: FnOnce(&mut T) -> bool,
    {
        let mut value = self.0.value.write();
        if !modify(&mut value) {
            return false;
        }
        let mut state = self.0.state.lock();
        state.version = state.version.wrapping_add(1);
        drop(state);
        drop(value);
        self.0.changed.notify_all();
        true
    }

    /// Puts it in the place of the value, receivers or not, and returns the old one.
    pub fn send_replace(&self, mut value: T) -> T {
        self.send_modify(|old| core::mem::swap(old, &mut value));
        value
    }

    /// The value. It cannot be changed meanwhile.
    pub fn borrow(&self) -> Ref<'_, T> {
        Ref::new(self.0.value.read(), false)
    }

    /// Whether there are no receivers.
    pub fn is_closed(&self) -> bool {
        self.receiver_count() == 0
    }

    /// Waits until there are no receivers.
    pub fn closed(&self) {
        let mut state = self.0.state.lock();
        while state.receivers > 0 {
            self.0.abandoned.wait(&mut state);
        }
    }

    /// A receiver that has seen the value.
    pub fn subscribe(&self) -> Receiver<T> {
        Receiver::new(Arc::clone(&self.0), None)
    }

    /// How many receivers there are.
    pub fn receiver_count(&self) -> usize {
        self.0.state.lock().receivers
    }

    /// How many senders there are.
    pub fn sender_count(&self) -> usize {
        self.0.state.lock().senders
    }

    /// Whether both change the same value.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        self.0.state.lock().senders += 1;
        Self(Arc::clone(&self.0))
    }
}

impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        self.0.state.lock().senders -= 1;
        self.0.changed.notify_all();
    }
}

impl<T: Default> Default for Sender<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}
