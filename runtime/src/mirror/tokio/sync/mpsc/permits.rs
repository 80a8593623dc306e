//! Room that is kept for values still to be sent.

use core::fmt;
use core::iter::FusedIterator;

use super::Sender;
use crate::mirror::sync::channel::Channel;

/// Room for one value, given back if nothing is sent.
#[must_use = "if unused the room is given back at once"]
pub struct Permit<'a, T>(PermitIterator<'a, T>);

impl<'a, T> Permit<'a, T> {
    pub(super) const fn new(channel: &'a Channel<T>) -> Self {
        Self(PermitIterator::new(channel, 1))
    }

    /// Sends it, which cannot fail.
    pub fn send(mut self, value: T) {
        self.0.room = 0;
        self.0.channel.push(value);
    }
}

impl<T> fmt::Debug for Permit<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Permit").finish_non_exhaustive()
    }
}

/// Room for several values, given back as far as it is not taken.
#[must_use = "if unused the room is given back at once"]
pub struct PermitIterator<'a, T> {
    channel: &'a Channel<T>,
    room: usize,
}

impl<'a, T> PermitIterator<'a, T> {
    pub(super) const fn new(channel: &'a Channel<T>, room: usize) -> Self {
        Self { channel, room }
    }
}

impl<'a, T> Iterator for PermitIterator<'a, T> {
    type Item = Permit<'a, T>;

    fn next(&mut self) -> Option<Permit<'a, T>> {
        self.room = self.room.checked_sub(1)?;
        Some(Permit::new(self.channel))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.room, Some(self.room))
    }
}

impl<T> ExactSizeIterator for PermitIterator<'_, T> {}

impl<T> FusedIterator for PermitIterator<'_, T> {}

impl<T> Drop for PermitIterator<'_, T> {
    fn drop(&mut self) {
        if self.room > 0 {
            self.channel.release(self.room);
        }
    }
}

impl<T> fmt::Debug for PermitIterator<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PermitIterator")
            .field("capacity", &self.room)
            .finish_non_exhaustive()
    }
}

/// Room for one value, with a sender of its own.
#[must_use = "if unused the room is given back at once"]
pub struct OwnedPermit<T>(
    // Empty once it is consumed.
    Option<Sender<T>>,
);

impl<T> OwnedPermit<T> {
    pub(super) const fn new(sender: Sender<T>) -> Self {
        Self(Some(sender))
    }

    fn sender(&self) -> &Sender<T> {
        let Some(sender) = &self.0 else {
            unreachable!("the permit was consumed");
        };
        sender
    }

    fn into_sender(mut self) -> Sender<T> {
        let Some(sender) = self.0.take() else {
            unreachable!("the permit was consumed");
        };
        sender
    }

    /// Sends it, which cannot fail, and gives the sender back.
    pub fn send(self, value: T) -> Sender<T> {
        let sender = self.into_sender();
        sender.channel().push(value);
        sender
    }

    /// Gives the room and the sender back.
    pub fn release(self) -> Sender<T> {
        let sender = self.into_sender();
        sender.channel().release(1);
        sender
    }

    /// Whether both are room of the same channel.
    pub fn same_channel(&self, other: &Self) -> bool {
        self.sender().same_channel(other.sender())
    }

    /// Whether that sender sends to the same receiver.
    pub fn same_channel_as_sender(&self, sender: &Sender<T>) -> bool {
        self.sender().same_channel(sender)
    }
}

impl<T> Drop for OwnedPermit<T> {
    fn drop(&mut self) {
        if let Some(sender) = self.0.take() {
            sender.channel().release(1);
        }
    }
}

impl<T> fmt::Debug for OwnedPermit<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OwnedPermit").finish_non_exhaustive()
    }
}
