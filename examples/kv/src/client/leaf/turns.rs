//! So many at a time.

use std::time::Duration;

use super::{only_async, only_blocking};

#[only_blocking]
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
#[only_async]
use tokio::sync::{Semaphore, SemaphorePermit};

/// What only so many may do at a time.
#[only_async]
#[derive(Debug)]
pub(crate) struct Turns(Semaphore);

/// It is over when this is dropped.
#[only_async]
pub(crate) type Turn<'a> = SemaphorePermit<'a>;

#[only_async]
impl Turns {
    pub(crate) fn new(count: usize) -> Self {
        Self(Semaphore::new(count.min(Semaphore::MAX_PERMITS)))
    }

    /// Nothing, if it takes longer.
    pub(crate) async fn take(&self, limit: Duration) -> Option<Turn<'_>> {
        let turn = tokio::time::timeout(limit, self.0.acquire()).await;
        turn.ok()?.ok()
    }
}

/// What only so many may do at a time.
#[only_blocking]
#[derive(Debug)]
pub(crate) struct Turns {
    left: Mutex<usize>,
    returned: Condvar,
}

/// It is over when this is dropped.
#[only_blocking]
#[derive(Debug)]
pub(crate) struct Turn<'a>(&'a Turns);

#[only_blocking]
impl Turns {
    pub(crate) fn new(count: usize) -> Self {
        Self {
            left: Mutex::new(count),
            returned: Condvar::new(),
        }
    }

    /// Nothing, if it takes longer.
    pub(crate) fn take(&self, limit: Duration) -> Option<Turn<'_>> {
        let wait = self
            .returned
            .wait_timeout_while(self.left(), limit, |left| *left == 0);
        let (mut left, _) = wait.unwrap_or_else(PoisonError::into_inner);
        *left = left.checked_sub(1)?;
        Some(Turn(self))
    }

    fn left(&self) -> MutexGuard<'_, usize> {
        // Nothing panics while it is held.
        self.left.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[only_blocking]
impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.left() += 1;
        self.0.returned.notify_one();
    }
}
