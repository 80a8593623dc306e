//! `Channel`: a queue with many senders and one receiver, as `mpsc` channels have it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Instant;
use std::vec::Vec;

use parking_lot::{Condvar, Mutex};

use super::permits::{self, HasPermits, Permits, Refused};

/// Shared by both ends.
pub(crate) struct Channel<T> {
    state: Mutex<State<T>>,
    bound: usize,
    /// For the receiver: there is a value, or there will be no more.
    filled: Condvar,
    /// For senders: nobody will receive what they send.
    closed: Condvar,
}

struct State<T> {
    queue: VecDeque<T>,
    /// One is taken by each value in the queue, and by each that may still be sent.
    permits: Permits,
    senders: usize,
    weak_senders: usize,
}

impl<T> HasPermits for State<T> {
    fn permits(&mut self) -> &mut Permits {
        &mut self.permits
    }
}

/// Why there is no value.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Missing {
    NotNow,
    Ever,
}

impl<T> Channel<T> {
    /// With one sender.
    pub(crate) fn new(bound: usize) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State {
                queue: VecDeque::new(),
                permits: Permits::new(bound),
                senders: 1,
                weak_senders: 0,
            }),
            bound,
            filled: Condvar::new(),
            closed: Condvar::new(),
        })
    }

    pub(crate) const fn bound(&self) -> usize {
        self.bound
    }

    pub(crate) fn free(&self) -> usize {
        self.state.lock().permits.free()
    }

    pub(crate) fn len(&self) -> usize {
        self.state.lock().queue.len()
    }

    /// Whether the receiver is closed or gone.
    pub(crate) fn is_closed(&self) -> bool {
        self.state.lock().permits.is_closed()
    }

    /// Sleeps until there is room for that many values.
    pub(crate) fn reserve(&self, count: usize, deadline: Option<Instant>) -> Result<(), Refused> {
        permits::take(&mut self.state.lock(), count, deadline)
    }

    pub(crate) fn try_reserve(&self, count: usize) -> Result<(), Refused> {
        self.state.lock().permits.try_take(count)
    }

    /// Gives reserved room back.
    pub(crate) fn release(&self, count: usize) {
        self.state.lock().permits.put(count);
        // It may have been the last value to wait for.
        self.filled.notify_one();
    }

    /// Fills reserved room.
    pub(crate) fn push(&self, value: T) {
        self.state.lock().queue.push_back(value);
        self.filled.notify_one();
    }

    pub(crate) fn try_send(&self, value: T) -> Result<(), (Refused, T)> {
        let mut state = self.state.lock();
        match state.permits.try_take(1) {
            Ok(()) => state.queue.push_back(value),
            Err(refused) => return Err((refused, value)),
        }
        drop(state);
        self.filled.notify_one();
        Ok(())
    }

    pub(crate) fn try_receive(&self) -> Result<T, Missing> {
        self.state.lock().pop(self.bound)
    }

    /// Sleeps until there is a value, or there will be none.
    pub(crate) fn receive(&self) -> Option<T> {
        let mut state = self.state.lock();
        loop {
            match state.pop(self.bound) {
                Ok(value) => return Some(value),
                Err(Missing::Ever) => return None,
                Err(Missing::NotNow) => self.filled.wait(&mut state),
            }
        }
    }

    /// As many as there are, at least one unless there will be none.
    pub(crate) fn receive_many(&self, values: &mut Vec<T>, limit: usize) -> usize {
        if limit == 0 {
            return 0;
        }
        let Some(first) = self.receive() else {
            return 0;
        };
        values.push(first);
        let mut state = self.state.lock();
        let more = state.queue.len().min(limit - 1);
        values.extend(state.queue.drain(..more));
        state.permits.put(more);
        more + 1
    }

    /// Nothing more can be sent but what has room already.
    pub(crate) fn close(&self) {
        self.state.lock().permits.close();
        self.closed.notify_all();
    }

    /// Closes it, and drops what nobody will receive.
    pub(crate) fn close_and_drain(&self) {
        let mut state = self.state.lock();
        state.permits.close();
        let values = core::mem::take(&mut state.queue);
        state.permits.put(values.len());
        drop(state);
        self.closed.notify_all();
        drop(values);
    }

    /// Sleeps until the receiver is closed or gone.
    pub(crate) fn wait_closed(&self) {
        let mut state = self.state.lock();
        while !state.permits.is_closed() {
            self.closed.wait(&mut state);
        }
    }

    pub(crate) fn senders(&self) -> usize {
        self.state.lock().senders
    }

    pub(crate) fn add_sender(&self) {
        self.state.lock().senders += 1;
    }

    pub(crate) fn remove_sender(&self) {
        let mut state = self.state.lock();
        state.senders -= 1;
        if state.senders == 0 {
            drop(state);
            self.filled.notify_one();
        }
    }

    /// Adds a sender, unless the last one is gone.
    pub(crate) fn revive_sender(&self) -> bool {
        let mut state = self.state.lock();
        let alive = state.senders > 0;
        state.senders += usize::from(alive);
        alive
    }

    pub(crate) fn weak_senders(&self) -> usize {
        self.state.lock().weak_senders
    }

    pub(crate) fn add_weak_sender(&self) {
        self.state.lock().weak_senders += 1;
    }

    pub(crate) fn remove_weak_sender(&self) {
        self.state.lock().weak_senders -= 1;
    }
}

impl<T> State<T> {
    fn pop(&mut self, bound: usize) -> Result<T, Missing> {
        if let Some(value) = self.queue.pop_front() {
            self.permits.put(1);
            return Ok(value);
        }
        let all_sent = self.permits.is_closed() && self.permits.free() == bound;
        if self.senders == 0 || all_sent {
            Err(Missing::Ever)
        } else {
            Err(Missing::NotNow)
        }
    }
}
