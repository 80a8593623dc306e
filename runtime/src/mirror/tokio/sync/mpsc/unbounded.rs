//! `UnboundedSender`.

use super::error::SendError;
use super::senders::sender;
use crate::mirror::sync::channel::Channel;

sender! {
    /// Sends values into an unbounded channel, which always has room.
    UnboundedSender,
    /// A sender that does not keep its channel open.
    WeakUnboundedSender
}

impl<T> UnboundedSender<T> {
    /// Sends it, or gives it back if nobody will receive it. Never waits.
    pub fn send(&self, message: T) -> Result<(), SendError<T>> {
        self.0
            .try_send(message)
            .map_err(|(_, message)| SendError(message))
    }
}
