//! Errors of these channels.

use core::any::Any;
use core::error::Error;
use core::fmt;

/// Why a value was not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendError {
    kind: SendErrorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SendErrorKind {
    Full,
    Disconnected,
}

impl SendError {
    pub(super) const FULL: Self = Self {
        kind: SendErrorKind::Full,
    };
    pub(super) const DISCONNECTED: Self = Self {
        kind: SendErrorKind::Disconnected,
    };

    /// Whether there was no room.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.kind == SendErrorKind::Full
    }

    /// Whether nobody would receive it.
    #[must_use]
    pub fn is_disconnected(&self) -> bool {
        self.kind == SendErrorKind::Disconnected
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            SendErrorKind::Full => "send failed because channel is full",
            SendErrorKind::Disconnected => "send failed because receiver is gone",
        })
    }
}

impl Error for SendError {}

/// Why a value was not sent at once, and the value.
#[derive(Clone, PartialEq, Eq)]
pub struct TrySendError<T> {
    pub(super) err: SendError,
    pub(super) val: T,
}

impl<T> TrySendError<T> {
    /// Whether there was no room.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.err.is_full()
    }

    /// Whether nobody would receive it.
    #[must_use]
    pub fn is_disconnected(&self) -> bool {
        self.err.is_disconnected()
    }

    /// The value.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.val
    }

    /// The reason alone.
    #[must_use]
    pub fn into_send_error(self) -> SendError {
        self.err
    }
}

#[allow(
    clippy::missing_fields_in_debug,
    reason = "the value need not be `Debug`"
)]
impl<T> fmt::Debug for TrySendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TrySendError")
            .field("kind", &self.err.kind)
            .finish()
    }
}

impl<T> fmt::Display for TrySendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.err.fmt(f)
    }
}

impl<T: Any> Error for TrySendError<T> {}

/// There will be no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecvError;

impl fmt::Display for RecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("receive failed because channel is empty and closed")
    }
}

impl Error for RecvError {}

/// Why there is no value at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TryRecvError {
    /// There is none now.
    Empty,
    /// There will be none.
    Closed,
}

impl TryRecvError {
    /// Whether there is none now.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// Whether there will be none.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Closed)
    }
}

impl fmt::Display for TryRecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "receive failed because channel is empty",
            Self::Closed => "receive failed because channel is closed",
        })
    }
}

impl Error for TryRecvError {}
