//! Whether this thread is one of a pool for blocking code.
//!
//! What it waits for must not wait for such a thread: if all of them did, none would be left.

use core::cell::Cell;
use core::marker::PhantomData;
use std::thread_local;

thread_local!(static HELD: Cell<bool> = const { Cell::new(false) });

pub(crate) fn is_held() -> bool {
    HELD.get()
}

/// Marks the thread as long as it lives.
pub(crate) struct Held {
    before: bool,
    _here: PhantomData<*mut ()>,
}

impl Held {
    pub(crate) fn here() -> Self {
        Self {
            before: HELD.replace(true),
            _here: PhantomData,
        }
    }

    #[cfg(feature = "tokio")]
    pub(crate) fn here_if(held: bool) -> Option<Self> {
        held.then(Self::here)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.set(self.before);
    }
}
