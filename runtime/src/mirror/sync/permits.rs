//! `Permits`: the counts behind semaphores and bounded channels, first come, first served.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Instant;

use parking_lot::MutexGuard;

use super::waiter::Waiter;

/// As many as the async half can count.
pub(crate) const MAX_PERMITS: usize = usize::MAX >> 3;

/// Why there are no permits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Refused {
    Closed,
    /// Not now, or not before the deadline.
    NotNow,
}

#[derive(Clone, Copy, Debug)]
enum Outcome {
    Granted,
    Closed,
}

#[derive(Debug)]
struct Request {
    wanted: usize,
    missing: usize,
    waiter: Arc<Waiter<Outcome>>,
}

/// To be kept behind a lock. While somebody waits nothing is free: what comes back goes to who
/// came first, so that a large request is not overtaken by small ones.
#[derive(Debug)]
pub(crate) struct Permits {
    free: usize,
    closed: bool,
    queue: VecDeque<Request>,
}

impl Permits {
    pub(crate) const fn new(free: usize) -> Self {
        assert!(
            free <= MAX_PERMITS,
            "a semaphore may not have more than MAX_PERMITS permits"
        );
        Self {
            free,
            closed: false,
            queue: VecDeque::new(),
        }
    }

    pub(crate) const fn free(&self) -> usize {
        self.free
    }

    pub(crate) const fn is_closed(&self) -> bool {
        self.closed
    }

    pub(crate) fn try_take(&mut self, count: usize) -> Result<(), Refused> {
        assert!(
            count <= MAX_PERMITS,
            "a semaphore may not have more than MAX_PERMITS permits ({MAX_PERMITS})"
        );
        if self.closed {
            return Err(Refused::Closed);
        }
        self.free = self.free.checked_sub(count).ok_or(Refused::NotNow)?;
        Ok(())
    }

    pub(crate) fn put(&mut self, count: usize) {
        let mut rest = count;
        while rest > 0 {
            let Some(first) = self.queue.front_mut() else {
                break;
            };
            let given = rest.min(first.missing);
            first.missing -= given;
            rest -= given;
            if first.missing == 0 {
                first.waiter.serve(Outcome::Granted);
                self.queue.pop_front();
            }
        }
        let free = self.free.saturating_add(rest);
        assert!(
            free <= MAX_PERMITS,
            "number of added permits ({count}) would overflow MAX_PERMITS ({MAX_PERMITS})"
        );
        self.free = free;
    }

    /// How many of the free ones are gone for good.
    pub(crate) fn forget(&mut self, count: usize) -> usize {
        let gone = count.min(self.free);
        self.free -= gone;
        gone
    }

    pub(crate) fn close(&mut self) {
        self.closed = true;
        for request in self.queue.drain(..) {
            self.free += request.wanted - request.missing;
            request.waiter.serve(Outcome::Closed);
        }
    }

    fn request(&mut self, wanted: usize) -> Arc<Waiter<Outcome>> {
        let waiter = Waiter::new();
        self.queue.push_back(Request {
            wanted,
            missing: wanted - self.free,
            waiter: Arc::clone(&waiter),
        });
        self.free = 0;
        waiter
    }

    fn give_up(&mut self, waiter: &Arc<Waiter<Outcome>>) {
        let place = self
            .queue
            .iter()
            .position(|request| Arc::ptr_eq(&request.waiter, waiter));
        if let Some(request) = place.and_then(|place| self.queue.remove(place)) {
            self.put(request.wanted - request.missing);
        }
    }
}

/// State that holds permits among other things, all behind one lock.
pub(crate) trait HasPermits {
    fn permits(&mut self) -> &mut Permits;
}

impl HasPermits for Permits {
    fn permits(&mut self) -> &mut Permits {
        self
    }
}

/// Sleeps until there are that many, or until that time.
pub(crate) fn take<S: HasPermits>(
    state: &mut MutexGuard<'_, S>,
    count: usize,
    deadline: Option<Instant>,
) -> Result<(), Refused> {
    match state.permits().try_take(count) {
        Err(Refused::NotNow) => {}
        done => return done,
    }
    let waiter = state.permits().request(count);
    let outcome = waiter.wait_until(state, deadline);
    let permits = state.permits();
    match outcome {
        Some(Outcome::Granted) if !permits.closed => Ok(()),
        Some(Outcome::Granted) => {
            permits.put(count);
            Err(Refused::Closed)
        }
        Some(Outcome::Closed) => Err(Refused::Closed),
        None => {
            permits.give_up(&waiter);
            Err(Refused::NotNow)
        }
    }
}
