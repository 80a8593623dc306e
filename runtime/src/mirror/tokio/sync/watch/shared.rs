//! What both ends share, and the guard of its value.

use core::fmt;
use core::ops::Deref;

use parking_lot::{Condvar, Mutex, RwLock, RwLockReadGuard};

use super::error::RecvError;

/// The version of the value with which the channel is made.
pub(super) const FIRST: u64 = 0;

pub(super) struct Shared<T> {
    /// To be locked before the state.
    pub(super) value: RwLock<T>,
    pub(super) state: Mutex<State>,
    /// For receivers: there is another value, or there will be none.
    pub(super) changed: Condvar,
    /// For senders: there are no receivers.
    pub(super) abandoned: Condvar,
}

#[derive(Debug)]
pub(super) struct State {
    pub(super) version: u64,
    pub(super) senders: usize,
    pub(super) receivers: usize,
}

impl State {
    pub(super) const fn is_closed(&self) -> bool {
        self.senders == 0
    }
}

impl<T> Shared<T> {
    pub(super) fn new(init: T) -> Self {
        Self {
            value: RwLock::new(init),
            state: Mutex::new(State {
                version: FIRST,
                senders: 1,
                receivers: 0,
            }),
            changed: Condvar::new(),
            abandoned: Condvar::new(),
        }
    }

    pub(super) fn version(&self) -> u64 {
        self.state.lock().version
    }

    /// Sleeps until the value is not of that version.
    pub(super) fn wait_changed(&self, seen: &mut u64) -> Result<(), RecvError> {
        let mut state = self.state.lock();
        loop {
            if *seen != state.version {
                *seen = state.version;
                return Ok(());
            }
            if state.is_closed() {
                return Err(RecvError(()));
            }
            self.changed.wait(&mut state);
        }
    }
}

impl<T: fmt::Debug> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = self.state.lock();
        f.debug_struct("Shared")
            .field("value", &self.value)
            .field("version", &state.version)
            .field("is_closed", &state.is_closed())
            .field("ref_count_rx", &state.receivers)
            .finish()
    }
}

/// The value, which cannot be changed as long as this lives.
#[clippy::has_significant_drop]
#[derive(Debug)]
#[must_use = "if unused the value is let go at once"]
pub struct Ref<'a, T> {
    inner: RwLockReadGuard<'a, T>,
    has_changed: bool,
}

impl<'a, T> Ref<'a, T> {
    pub(super) const fn new(inner: RwLockReadGuard<'a, T>, has_changed: bool) -> Self {
        Self { inner, has_changed }
    }

    /// Whether it had not been seen.
    pub fn has_changed(&self) -> bool {
        self.has_changed
    }
}

impl<T> Deref for Ref<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner
    }
}
