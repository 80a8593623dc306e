//! `UnboundedSender`.

use core::fmt;
use core::hash::{Hash, Hasher};
use std::sync::Arc;

use super::error::{SendError, TrySendError};
use super::receiver::UnboundedReceiver;
use super::shared::Shared;
use crate::mirror::futures::sink::Sink;

/// Sends values into a channel that always has room.
pub struct UnboundedSender<T>(Option<Arc<Shared<T>>>);

impl<T> UnboundedSender<T> {
    pub(super) fn first(shared: &Arc<Shared<T>>) -> Self {
        shared.add_sender();
        Self(Some(Arc::clone(shared)))
    }

    /// Sends it.
    ///
    /// # Errors
    ///
    /// If nobody will receive it.
    pub fn unbounded_send(&self, value: T) -> Result<(), TrySendError<T>> {
        let sent = match &self.0 {
            // Without a limit nobody parks.
            Some(shared) => shared.try_send(0, value),
            None => Err((SendError::DISCONNECTED, value)),
        };
        sent.map_err(|(err, val)| TrySendError { err, val })
    }

    /// As [`unbounded_send`](Self::unbounded_send), without the value in the error.
    ///
    /// # Errors
    ///
    /// If nobody will receive it.
    pub fn start_send(&mut self, value: T) -> Result<(), SendError> {
        self.unbounded_send(value)
            .map_err(TrySendError::into_send_error)
    }

    /// Whether nothing more can be sent.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.as_ref().is_none_or(|shared| !shared.is_open())
    }

    /// Nothing more will be sent, by no sender.
    pub fn close_channel(&self) {
        if let Some(shared) = &self.0 {
            shared.close_for_senders();
        }
    }

    /// Nothing more will be sent by this one.
    pub fn disconnect(&mut self) {
        if let Some(shared) = self.0.take() {
            shared.remove_sender();
        }
    }

    /// Whether both send to the same receiver.
    #[must_use]
    pub fn same_receiver(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(shared), Some(other)) => Arc::ptr_eq(shared, other),
            _ => false,
        }
    }

    /// Whether it is the other end.
    #[must_use]
    pub fn is_connected_to(&self, receiver: &UnboundedReceiver<T>) -> bool {
        let shared = self.0.as_ref();
        shared.is_some_and(|shared| Arc::ptr_eq(shared, &receiver.0))
    }

    /// Hashes the other end.
    pub fn hash_receiver<H: Hasher>(&self, hasher: &mut H) {
        self.0.as_ref().map(Arc::as_ptr).hash(hasher);
    }

    /// How many values were sent and not received.
    ///
    /// # Panics
    ///
    /// If it is disconnected.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.as_ref().expect("channel not connected").len()
    }

    /// Whether all values were received.
    ///
    /// # Panics
    ///
    /// If it is disconnected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn ready(&self) -> Result<(), SendError> {
        if self.is_closed() {
            return Err(SendError::DISCONNECTED);
        }
        Ok(())
    }
}

impl<T> Clone for UnboundedSender<T> {
    fn clone(&self) -> Self {
        match &self.0 {
            Some(shared) => Self::first(shared),
            None => Self(None),
        }
    }
}

impl<T> Drop for UnboundedSender<T> {
    fn drop(&mut self) {
        self.disconnect();
    }
}

impl<T> fmt::Debug for UnboundedSender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnboundedSender")
            .field("closed", &self.is_closed())
            .finish()
    }
}

impl<T> Sink<T> for UnboundedSender<T> {
    type Error = SendError;

    fn sink_feed(&mut self, item: T) -> Result<(), SendError> {
        self.ready()?;
        self.start_send(item)
    }

    fn sink_flush(&mut self) -> Result<(), SendError> {
        Ok(())
    }

    fn sink_close(&mut self) -> Result<(), SendError> {
        self.disconnect();
        Ok(())
    }
}

impl<T> Sink<T> for &UnboundedSender<T> {
    type Error = SendError;

    fn sink_feed(&mut self, item: T) -> Result<(), SendError> {
        self.ready()?;
        self.unbounded_send(item)
            .map_err(TrySendError::into_send_error)
    }

    fn sink_flush(&mut self) -> Result<(), SendError> {
        Ok(())
    }

    fn sink_close(&mut self) -> Result<(), SendError> {
        self.close_channel();
        Ok(())
    }
}
