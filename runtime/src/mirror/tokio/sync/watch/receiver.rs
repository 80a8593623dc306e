//! `Receiver`.

use std::sync::Arc;

use super::error::RecvError;
use super::{Ref, Shared};

/// Sees the value, and waits for another one.
#[derive(Debug)]
pub struct Receiver<T> {
    shared: Arc<Shared<T>>,
    /// What it has seen.
    version: u64,
}

impl<T> Receiver<T> {
    /// One that has seen that version, or else the last one.
    pub(super) fn new(shared: Arc<Shared<T>>, seen: Option<u64>) -> Self {
        let mut state = shared.state.lock();
        state.receivers += 1;
        let version = seen.unwrap_or(state.version);
        drop(state);
        Self { shared, version }
    }

    pub(super) const fn version(&self) -> u64 {
        self.version
    }

    /// The value. It cannot be changed meanwhile, and does not count as seen.
    pub fn borrow(&self) -> Ref<'_, T> {
        let value = self.shared.value.read();
        let has_changed = self.version != self.shared.version();
        Ref::new(value, has_changed)
    }

    /// The value. It cannot be changed meanwhile, and counts as seen.
    pub fn borrow_and_update(&mut self) -> Ref<'_, T> {
        let value = self.shared.value.read();
        let version = self.shared.version();
        let has_changed = self.version != version;
        self.version = version;
        Ref::new(value, has_changed)
    }

    /// Whether there is a value that was not seen; an error if all senders are gone.
    pub fn has_changed(&self) -> Result<bool, RecvError> {
        let state = self.shared.state.lock();
        if state.is_closed() {
            return Err(RecvError(()));
        }
        Ok(self.version != state.version)
    }

    /// Whether all senders are gone.
    pub fn is_closed(&self) -> bool {
        self.shared.state.lock().is_closed()
    }

    /// As if the value had not been seen.
    pub fn mark_changed(&mut self) {
        self.version = self.version.wrapping_sub(1);
    }

    /// As if the value had been seen.
    pub fn mark_unchanged(&mut self) {
        self.version = self.shared.version();
    }

    /// Waits until there is a value that was not seen, which then counts as seen; an error if
    /// there will be none.
    pub fn changed(&mut self) -> Result<(), RecvError> {
        self.shared.wait_changed(&mut self.version)
    }

    /// Waits until there is such a value; an error if there will be none.
    pub fn wait_for(&mut self, mut f: impl FnMut(&T) -> bool) -> Result<Ref<'_, T>, RecvError> {
        let mut closed = false;
        loop {
            let value = self.shared.value.read();
            let version = self.shared.version();
            let has_changed = self.version != version;
            self.version = version;
            if (has_changed || !closed) && f(&value) {
                return Ok(Ref::new(value, has_changed));
            }
            drop(value);
            if closed {
                return Err(RecvError(()));
            }
            closed = self.shared.wait_changed(&mut self.version).is_err();
        }
    }

    /// Whether both see the same value.
    pub fn same_channel(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.shared, &other.shared)
    }
}

impl<T> Clone for Receiver<T> {
    fn clone(&self) -> Self {
        Self::new(Arc::clone(&self.shared), Some(self.version))
    }
}

impl<T> Drop for Receiver<T> {
    fn drop(&mut self) {
        self.shared.state.lock().receivers -= 1;
        self.shared.abandoned.notify_all();
    }
}
