//! `Slot`: a channel for one value.

use std::sync::Arc;

use parking_lot::{Condvar, Mutex};

use super::channel::Missing;

/// Shared by both ends.
pub(crate) struct Slot<T> {
    state: Mutex<State<T>>,
    /// For the one end that waits: the other one has done its part.
    changed: Condvar,
}

struct State<T> {
    value: Option<T>,
    /// The sender has sent its value, or is gone.
    complete: bool,
    /// The receiver is closed or gone.
    closed: bool,
}

impl<T> Slot<T> {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State {
                value: None,
                complete: false,
                closed: false,
            }),
            changed: Condvar::new(),
        })
    }

    pub(crate) fn send(&self, value: T) -> Result<(), T> {
        let mut state = self.state.lock();
        if state.closed {
            return Err(value);
        }
        state.value = Some(value);
        state.complete = true;
        drop(state);
        self.changed.notify_all();
        Ok(())
    }

    /// The sender goes without a value.
    pub(crate) fn abandon(&self) {
        self.state.lock().complete = true;
        self.changed.notify_all();
    }

    pub(crate) fn try_receive(&self) -> Result<T, Missing> {
        self.state.lock().take()
    }

    pub(crate) fn has_value(&self) -> bool {
        self.state.lock().value.is_some()
    }

    /// Sleeps until there is a value, or there will be none.
    pub(crate) fn receive(&self) -> Option<T> {
        let mut state = self.state.lock();
        loop {
            match state.take() {
                Ok(value) => return Some(value),
                Err(Missing::Ever) => return None,
                Err(Missing::NotNow) => self.changed.wait(&mut state),
            }
        }
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.state.lock().closed
    }

    /// The receiver takes no value any more but one that was sent before.
    pub(crate) fn close(&self) {
        self.state.lock().closed = true;
        self.changed.notify_all();
    }

    /// Sleeps until the receiver is closed or gone.
    pub(crate) fn wait_closed(&self) {
        let mut state = self.state.lock();
        while !state.closed {
            self.changed.wait(&mut state);
        }
    }
}

impl<T> State<T> {
    fn take(&mut self) -> Result<T, Missing> {
        match self.value.take() {
            Some(value) => Ok(value),
            None if self.complete || self.closed => Err(Missing::Ever),
            None => Err(Missing::NotNow),
        }
    }
}
