//! What both ends share: the last values, each with the number of those who have not seen it.

use std::boxed::Box;
use std::sync::Arc;
use std::vec::Vec;

use parking_lot::{Condvar, Mutex};

use super::error::TryRecvError;

/// Values are cloned outside of the channel's lock, and need not be `Sync`.
pub(super) type Value<T> = Arc<Mutex<T>>;

pub(super) struct Shared<T> {
    pub(super) ring: Mutex<Ring<T>>,
    /// For receivers: there is another value, or there will be none.
    pub(super) sent: Condvar,
    /// For senders: there are no receivers.
    pub(super) abandoned: Condvar,
}

pub(super) struct Ring<T> {
    slots: Box<[Slot<T>]>,
    /// The position of the next value. Positions only grow; each has its slot.
    pub(super) tail: u64,
    pub(super) receivers: usize,
    pub(super) senders: usize,
    pub(super) weak_senders: usize,
}

struct Slot<T> {
    /// How many have not seen the value, which is dropped when all have.
    unseen: usize,
    value: Option<Value<T>>,
}

impl<T> Shared<T> {
    #[track_caller]
    pub(super) fn new(capacity: usize) -> Self {
        assert!(capacity > 0, "broadcast channel capacity cannot be zero");
        assert!(
            capacity <= usize::MAX / 2,
            "broadcast channel capacity exceeded `usize::MAX / 2`"
        );
        let slots = (0..capacity.next_power_of_two()).map(|_| Slot {
            unseen: 0,
            value: None,
        });
        Self {
            ring: Mutex::new(Ring {
                slots: slots.collect(),
                tail: 0,
                receivers: 0,
                senders: 1,
                weak_senders: 0,
            }),
            sent: Condvar::new(),
            abandoned: Condvar::new(),
        }
    }
}

impl<T> Ring<T> {
    fn slot(&mut self, position: u64) -> &mut Slot<T> {
        let index = position % self.slots.len() as u64;
        &mut self.slots[usize::try_from(index).unwrap_or_default()]
    }

    /// The position of the oldest value that can still be there.
    fn head(&self) -> u64 {
        self.tail.saturating_sub(self.slots.len() as u64)
    }

    /// Adds it, and returns the one whose place it takes.
    pub(super) fn push(&mut self, value: Value<T>) -> Option<Value<T>> {
        let (unseen, tail) = (self.receivers, self.tail);
        self.tail += 1;
        let slot = self.slot(tail);
        slot.unseen = unseen;
        slot.value.replace(value)
    }

    /// What a receiver at that position sees next.
    pub(super) fn next(&mut self, position: &mut u64) -> Result<Value<T>, TryRecvError> {
        if *position == self.tail {
            return Err(if self.senders == 0 {
                TryRecvError::Closed
            } else {
                TryRecvError::Empty
            });
        }
        let head = self.head();
        if *position < head {
            let missed = head - *position;
            *position = head;
            return Err(TryRecvError::Lagged(missed));
        }
        let seen = *position;
        *position += 1;
        self.see(seen).ok_or(TryRecvError::Closed)
    }

    fn see(&mut self, position: u64) -> Option<Value<T>> {
        let slot = self.slot(position);
        slot.unseen = slot.unseen.saturating_sub(1);
        if slot.unseen == 0 {
            slot.value.take()
        } else {
            slot.value.clone()
        }
    }

    /// A receiver at that position goes; returns what nobody will see.
    pub(super) fn leave(&mut self, position: u64) -> Vec<Value<T>> {
        self.receivers -= 1;
        (position.max(self.head())..self.tail)
            .filter_map(|position| self.see(position))
            .collect()
    }

    /// How many values there are that somebody has not seen.
    pub(super) fn len(&self) -> usize {
        self.slots.iter().filter(|slot| slot.unseen > 0).count()
    }
}
