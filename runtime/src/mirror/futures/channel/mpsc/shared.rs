//! `Shared`: what both ends of a channel have in common.

use std::collections::VecDeque;
use std::sync::Arc;

use parking_lot::{Condvar, Mutex};

use super::error::{SendError, TryRecvError};

/// As in `futures`, a sender that goes over the buffer parks: its value is in the queue, and it
/// sends no other one until the receiver has taken one from there.
pub(super) struct Shared<T> {
    state: Mutex<State<T>>,
    buffer: usize,
    /// For the receiver: there is a value, or there will be no more.
    filled: Condvar,
    /// For senders: some of them are not parked any more.
    unparked: Condvar,
}

struct State<T> {
    queue: VecDeque<T>,
    /// In the order in which they have parked. Who is gone keeps its place.
    parked: VecDeque<u64>,
    senders: usize,
    /// The number of the next sender.
    next: u64,
    open: bool,
}

impl<T> Shared<T> {
    /// With no sender yet.
    pub(super) fn new(buffer: usize) -> Arc<Self> {
        Arc::new(Self {
            state: Mutex::new(State {
                queue: VecDeque::new(),
                parked: VecDeque::new(),
                senders: 0,
                next: 0,
                open: true,
            }),
            buffer,
            filled: Condvar::new(),
            unparked: Condvar::new(),
        })
    }

    /// The number of a sender more.
    pub(super) fn add_sender(&self) -> u64 {
        let mut state = self.state.lock();
        state.senders += 1;
        state.next += 1;
        state.next
    }

    pub(super) fn remove_sender(&self) {
        let mut state = self.state.lock();
        state.senders -= 1;
        if state.senders == 0 {
            state.open = false;
            drop(state);
            self.filled.notify_one();
        }
    }

    /// Sleeps until that sender is not parked.
    pub(super) fn ready(&self, sender: u64) -> Result<(), SendError> {
        let mut state = self.state.lock();
        while state.open && state.parked.contains(&sender) {
            self.unparked.wait(&mut state);
        }
        if state.open {
            Ok(())
        } else {
            Err(SendError::DISCONNECTED)
        }
    }

    pub(super) fn try_send(&self, sender: u64, value: T) -> Result<(), (SendError, T)> {
        let mut state = self.state.lock();
        if state.parked.contains(&sender) {
            return Err((SendError::FULL, value));
        }
        if !state.open {
            return Err((SendError::DISCONNECTED, value));
        }
        state.queue.push_back(value);
        if state.queue.len() > self.buffer {
            state.parked.push_back(sender);
        }
        drop(state);
        self.filled.notify_one();
        Ok(())
    }

    /// Sleeps until there is a value, or there will be none.
    pub(super) fn receive(&self) -> Option<T> {
        let mut state = self.state.lock();
        loop {
            match self.pop(&mut state) {
                Ok(value) => return Some(value),
                Err(TryRecvError::Closed) => return None,
                Err(TryRecvError::Empty) => self.filled.wait(&mut state),
            }
        }
    }

    pub(super) fn try_receive(&self) -> Result<T, TryRecvError> {
        self.pop(&mut self.state.lock())
    }

    fn pop(&self, state: &mut State<T>) -> Result<T, TryRecvError> {
        if let Some(value) = state.queue.pop_front() {
            state.parked.pop_front();
            self.unparked.notify_all();
            return Ok(value);
        }
        Err(if state.open {
            TryRecvError::Empty
        } else {
            TryRecvError::Closed
        })
    }

    pub(super) fn is_open(&self) -> bool {
        self.state.lock().open
    }

    pub(super) fn len(&self) -> usize {
        self.state.lock().queue.len()
    }

    /// By a sender: nothing more will be sent.
    pub(super) fn close_for_senders(&self) {
        self.state.lock().open = false;
        self.filled.notify_one();
        self.unparked.notify_all();
    }

    /// By the receiver: nothing more will be sent, and nobody stays parked.
    pub(super) fn close(&self) {
        let mut state = self.state.lock();
        state.open = false;
        state.parked.clear();
        drop(state);
        self.unparked.notify_all();
    }

    /// Closes it, and drops what nobody will receive.
    pub(super) fn close_and_drain(&self) {
        self.close();
        let values = core::mem::take(&mut self.state.lock().queue);
        drop(values);
    }
}
