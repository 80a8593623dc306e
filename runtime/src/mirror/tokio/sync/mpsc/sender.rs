//! `Sender`.

use std::time::{Duration, Instant};

use super::error::{SendError, SendTimeoutError, TrySendError};
use super::permits::{OwnedPermit, Permit, PermitIterator};
use super::senders::sender;
use crate::mirror::sync::channel::Channel;
use crate::mirror::sync::permits::Refused;

sender! {
    /// Sends values into a bounded channel, and waits while it is full.
    Sender,
    /// A sender that does not keep its channel open.
    WeakSender
}

impl<T> Sender<T> {
    pub(super) fn channel(&self) -> &Channel<T> {
        &self.0
    }

    /// Waits for room and sends it, or gives it back if nobody will receive it.
    pub fn send(&self, value: T) -> Result<(), SendError<T>> {
        match self.0.reserve(1, None) {
            Ok(()) => {
                self.0.push(value);
                Ok(())
            }
            Err(_) => Err(SendError(value)),
        }
    }

    /// The same as [`send`](Self::send).
    pub fn blocking_send(&self, value: T) -> Result<(), SendError<T>> {
        self.send(value)
    }

    /// Sends it if there is room.
    pub fn try_send(&self, message: T) -> Result<(), TrySendError<T>> {
        self.0
            .try_send(message)
            .map_err(|(refused, message)| unsent(refused, message))
    }

    /// Sends it if there is room in that time.
    pub fn send_timeout(&self, value: T, timeout: Duration) -> Result<(), SendTimeoutError<T>> {
        match self.0.reserve(1, Instant::now().checked_add(timeout)) {
            Ok(()) => {
                self.0.push(value);
                Ok(())
            }
            Err(Refused::NotNow) => Err(SendTimeoutError::Timeout(value)),
            Err(Refused::Closed) => Err(SendTimeoutError::Closed(value)),
        }
    }

    /// Waits for room, and keeps it for one value.
    pub fn reserve(&self) -> Result<Permit<'_, T>, SendError<()>> {
        self.room(1)?;
        Ok(Permit::new(&self.0))
    }

    /// Waits for room for so many values, and keeps it. There is never room for more than
    /// [`max_capacity`](Self::max_capacity).
    pub fn reserve_many(&self, n: usize) -> Result<PermitIterator<'_, T>, SendError<()>> {
        self.room(n)?;
        Ok(PermitIterator::new(&self.0, n))
    }

    /// Waits for room, and keeps it and this sender for one value.
    pub fn reserve_owned(self) -> Result<OwnedPermit<T>, SendError<()>> {
        self.room(1)?;
        Ok(OwnedPermit::new(self))
    }

    fn room(&self, n: usize) -> Result<(), SendError<()>> {
        if n > self.max_capacity() {
            return Err(SendError(()));
        }
        self.0.reserve(n, None).map_err(|_| SendError(()))
    }

    /// Keeps room for one value if there is.
    pub fn try_reserve(&self) -> Result<Permit<'_, T>, TrySendError<()>> {
        self.try_room(1)?;
        Ok(Permit::new(&self.0))
    }

    /// Keeps room for so many values if there is.
    pub fn try_reserve_many(&self, n: usize) -> Result<PermitIterator<'_, T>, TrySendError<()>> {
        self.try_room(n)?;
        Ok(PermitIterator::new(&self.0, n))
    }

    /// Keeps room and this sender for one value if there is room, or gives the sender back.
    pub fn try_reserve_owned(self) -> Result<OwnedPermit<T>, TrySendError<Self>> {
        match self.0.try_reserve(1) {
            Ok(()) => Ok(OwnedPermit::new(self)),
            Err(refused) => Err(unsent(refused, self)),
        }
    }

    fn try_room(&self, n: usize) -> Result<(), TrySendError<()>> {
        if n > self.max_capacity() {
            return Err(TrySendError::Full(()));
        }
        self.0.try_reserve(n).map_err(|refused| unsent(refused, ()))
    }

    /// For how many more values there is room.
    pub fn capacity(&self) -> usize {
        self.0.free()
    }

    /// For how many values there is room when there are none.
    pub fn max_capacity(&self) -> usize {
        self.0.bound()
    }
}

fn unsent<T>(refused: Refused, value: T) -> TrySendError<T> {
    match refused {
        Refused::Closed => TrySendError::Closed(value),
        Refused::NotNow => TrySendError::Full(value),
    }
}
