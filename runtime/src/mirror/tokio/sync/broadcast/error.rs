//! Errors of this channel.

use core::error::Error;
use core::fmt;

/// There is no receiver; the value is given back.
#[derive(Debug)]
pub struct SendError<T>(pub T);

impl<T> fmt::Display for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("channel closed")
    }
}

impl<T: fmt::Debug> Error for SendError<T> {}

/// Why there is no value.
#[derive(Debug, PartialEq, Eq, Clone)]
pub enum RecvError {
    /// There will be none.
    Closed,
    /// So many were thrown away before they could be received; the next one is the oldest left.
    Lagged(u64),
}

impl fmt::Display for RecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Closed => f.write_str("channel closed"),
            Self::Lagged(missed) => write!(f, "channel lagged by {missed}"),
        }
    }
}

impl Error for RecvError {}

/// Why there is no value at once.
#[derive(Debug, PartialEq, Eq, Clone)]
pub enum TryRecvError {
    /// There is none now.
    Empty,
    /// There will be none.
    Closed,
    /// So many were thrown away before they could be received; the next one is the oldest left.
    Lagged(u64),
}

impl fmt::Display for TryRecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("channel empty"),
            Self::Closed => f.write_str("channel closed"),
            Self::Lagged(missed) => write!(f, "channel lagged by {missed}"),
        }
    }
}

impl Error for TryRecvError {}
