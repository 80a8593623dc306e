//! `Waiter`: one thread in a queue that is served in its order.

use std::sync::Arc;
use std::time::Instant;

use parking_lot::{Condvar, Mutex, MutexGuard};

/// A place in a queue, with a condition variable of its own so that others sleep on.
///
/// The queue is behind a lock, under which a waiter is served.
#[derive(Debug)]
pub(crate) struct Waiter<O> {
    outcome: Mutex<Option<O>>,
    served: Condvar,
}

impl<O: Copy> Waiter<O> {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self {
            outcome: Mutex::new(None),
            served: Condvar::new(),
        })
    }

    /// Lets it go on. To be called under the queue's lock.
    pub(crate) fn serve(&self, outcome: O) {
        *self.outcome.lock() = Some(outcome);
        self.served.notify_one();
    }

    pub(crate) fn outcome(&self) -> Option<O> {
        *self.outcome.lock()
    }

    /// Sleeps until it is served.
    pub(crate) fn wait<Q: ?Sized>(&self, queue: &mut MutexGuard<'_, Q>) -> O {
        loop {
            if let Some(outcome) = self.outcome() {
                return outcome;
            }
            self.served.wait(queue);
        }
    }

    /// Sleeps until it is served, or until that time.
    pub(crate) fn wait_until<Q: ?Sized>(
        &self,
        queue: &mut MutexGuard<'_, Q>,
        deadline: Option<Instant>,
    ) -> Option<O> {
        let Some(deadline) = deadline else {
            return Some(self.wait(queue));
        };
        loop {
            let outcome = self.outcome();
            if outcome.is_some() || self.served.wait_until(queue, deadline).timed_out() {
                return outcome.or_else(|| self.outcome());
            }
        }
    }
}
