//! `Sender`.

use core::fmt;
use core::hash::{Hash, Hasher};
use std::sync::Arc;

use super::error::{SendError, TrySendError};
use super::receiver::Receiver;
use super::shared::Shared;
use crate::mirror::futures::sink::Sink;

/// Sends values into a channel with a buffer.
pub struct Sender<T>(Option<Inner<T>>);

struct Inner<T> {
    shared: Arc<Shared<T>>,
    number: u64,
}

impl<T> Inner<T> {
    fn new(shared: &Arc<Shared<T>>) -> Self {
        Self {
            shared: Arc::clone(shared),
            number: shared.add_sender(),
        }
    }
}

impl<T> Drop for Inner<T> {
    fn drop(&mut self) {
        self.shared.remove_sender();
    }
}

impl<T> Sender<T> {
    pub(super) fn first(shared: &Arc<Shared<T>>) -> Self {
        Self(Some(Inner::new(shared)))
    }

    /// Sends it if there is room.
    ///
    /// # Errors
    ///
    /// If there is none, or if nobody will receive it.
    pub fn try_send(&mut self, value: T) -> Result<(), TrySendError<T>> {
        let sent = match &self.0 {
            Some(inner) => inner.shared.try_send(inner.number, value),
            None => Err((SendError::DISCONNECTED, value)),
        };
        sent.map_err(|(err, val)| TrySendError { err, val })
    }

    /// As [`try_send`](Self::try_send), without the value in the error.
    ///
    /// # Errors
    ///
    /// If there is no room, or if nobody will receive it.
    pub fn start_send(&mut self, value: T) -> Result<(), SendError> {
        self.try_send(value).map_err(TrySendError::into_send_error)
    }

    /// Whether nothing more can be sent.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.0.as_ref().is_none_or(|inner| !inner.shared.is_open())
    }

    /// Nothing more will be sent, by no sender.
    pub fn close_channel(&mut self) {
        if let Some(inner) = &self.0 {
            inner.shared.close_for_senders();
        }
    }

    /// Nothing more will be sent by this one.
    pub fn disconnect(&mut self) {
        self.0 = None;
    }

    /// Whether both send to the same receiver.
    #[must_use]
    pub fn same_receiver(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Some(inner), Some(other)) => Arc::ptr_eq(&inner.shared, &other.shared),
            _ => false,
        }
    }

    /// Whether it is the other end.
    #[must_use]
    pub fn is_connected_to(&self, receiver: &Receiver<T>) -> bool {
        let inner = self.0.as_ref();
        inner.is_some_and(|inner| Arc::ptr_eq(&inner.shared, &receiver.0))
    }

    /// Hashes the other end.
    pub fn hash_receiver<H: Hasher>(&self, hasher: &mut H) {
        let inner = self.0.as_ref();
        inner.map(|inner| Arc::as_ptr(&inner.shared)).hash(hasher);
    }

    fn ready(&self) -> Result<(), SendError> {
        match &self.0 {
            Some(inner) => inner.shared.ready(inner.number),
            None => Err(SendError::DISCONNECTED),
        }
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        Self(self.0.as_ref().map(|inner| Inner::new(&inner.shared)))
    }
}

impl<T> fmt::Debug for Sender<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sender")
            .field("closed", &self.is_closed())
            .finish()
    }
}

impl<T> Sink<T> for Sender<T> {
    type Error = SendError;

    fn sink_feed(&mut self, item: T) -> Result<(), SendError> {
        self.ready()?;
        self.start_send(item)
    }

    fn sink_flush(&mut self) -> Result<(), SendError> {
        match self.ready() {
            // What was sent to nobody needs no room.
            Err(error) if error.is_disconnected() => Ok(()),
            ready => ready,
        }
    }

    fn sink_close(&mut self) -> Result<(), SendError> {
        self.disconnect();
        Ok(())
    }
}
