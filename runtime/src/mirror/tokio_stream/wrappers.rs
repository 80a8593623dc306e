//! Iterators over what the mirror of `tokio` receives.
//!
//! ```
//! use await_me_maybe::mirror::{tokio::sync::mpsc, tokio_stream::wrappers::ReceiverStream};
//!
//! let (sender, receiver) = mpsc::channel(2);
//! sender.send(1)?;
//! sender.send(2)?;
//! drop(sender);
//! assert_eq!(ReceiverStream::new(receiver).collect::<Vec<_>>(), [1, 2]);
//! # Ok::<_, mpsc::error::SendError<i32>>(())
//! ```

use core::fmt;

use crate::mirror::tokio::sync::broadcast::{self, error::RecvError};
use crate::mirror::tokio::sync::{mpsc, watch};
use crate::mirror::tokio::time::{Instant, Interval};

#[cfg(unix)]
pub use super::wrapped::UnixListenerStream;
pub use super::wrapped::{LinesStream, ReadDirStream, SplitStream, TcpListenerStream};

/// Errors of these iterators.
pub mod errors {
    pub use super::BroadcastStreamRecvError;
}

macro_rules! wrappers {
    ($($(#[$attr:meta])* $Stream:ident $(<$T:ident $(: $Bound:path)?>)? of $Inner:ty => $Item:ty, |$inner:ident| $next:expr;)*) => {$(
        $(#[$attr])*
        #[derive(Debug)]
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Stream $(<$T>)? ($Inner);

        impl $(<$T>)? $Stream $(<$T>)? {
            /// Wraps it.
            pub fn new(inner: $Inner) -> Self {
                Self(inner)
            }

            /// What it wraps.
            pub fn into_inner(self) -> $Inner {
                self.0
            }
        }

        impl $(<$T $(: $Bound)?>)? Iterator for $Stream $(<$T>)? {
            type Item = $Item;

            fn next(&mut self) -> Option<$Item> {
                let $inner = &mut self.0;
                $next
            }
        }

        impl $(<$T>)? AsRef<$Inner> for $Stream $(<$T>)? {
            fn as_ref(&self) -> &$Inner {
                &self.0
            }
        }

        impl $(<$T>)? AsMut<$Inner> for $Stream $(<$T>)? {
            fn as_mut(&mut self) -> &mut $Inner {
                &mut self.0
            }
        }
    )*};
}

pub(super) use wrappers;

wrappers! {
    /// The values of a bounded channel.
    ReceiverStream<T> of mpsc::Receiver<T> => T, |receiver| receiver.recv();
    /// The values of an unbounded channel.
    UnboundedReceiverStream<T> of mpsc::UnboundedReceiver<T> => T, |receiver| receiver.recv();
    /// The ticks of an interval, without end.
    IntervalStream of Interval => Instant, |interval| Some(interval.tick());
}

macro_rules! receivers {
    ($($Stream:ident $Receiver:ident)*) => {$(
        impl<T> $Stream<T> {
            /// Takes nothing more but what was sent before.
            pub fn close(&mut self) {
                self.0.close();
            }
        }

        impl<T> From<mpsc::$Receiver<T>> for $Stream<T> {
            fn from(receiver: mpsc::$Receiver<T>) -> Self {
                Self::new(receiver)
            }
        }
    )*};
}

receivers!(ReceiverStream Receiver UnboundedReceiverStream UnboundedReceiver);

/// The values of a broadcast channel.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct BroadcastStream<T>(broadcast::Receiver<T>);

/// The receiver was too slow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BroadcastStreamRecvError {
    /// So many values were thrown away before they could be received.
    Lagged(u64),
}

impl fmt::Display for BroadcastStreamRecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Lagged(missed) = self;
        write!(f, "channel lagged by {missed}")
    }
}

impl core::error::Error for BroadcastStreamRecvError {}

impl<T: Clone> BroadcastStream<T> {
    /// Wraps it.
    pub fn new(receiver: broadcast::Receiver<T>) -> Self {
        Self(receiver)
    }
}

impl<T: Clone> From<broadcast::Receiver<T>> for BroadcastStream<T> {
    fn from(receiver: broadcast::Receiver<T>) -> Self {
        Self::new(receiver)
    }
}

impl<T: Clone> Iterator for BroadcastStream<T> {
    type Item = Result<T, BroadcastStreamRecvError>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.0.recv() {
            Ok(value) => Some(Ok(value)),
            Err(RecvError::Closed) => None,
            Err(RecvError::Lagged(missed)) => Some(Err(BroadcastStreamRecvError::Lagged(missed))),
        }
    }
}

impl<T> fmt::Debug for BroadcastStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BroadcastStream").finish()
    }
}

/// The values of a watch channel, as they change; some may be missed.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct WatchStream<T> {
    receiver: watch::Receiver<T>,
    /// The first value comes at once.
    first: bool,
}

impl<T: Clone> WatchStream<T> {
    /// Wraps it; its value now comes first.
    pub fn new(receiver: watch::Receiver<T>) -> Self {
        Self {
            receiver,
            first: true,
        }
    }

    /// Wraps it; the first value is the next one that is sent.
    pub fn from_changes(receiver: watch::Receiver<T>) -> Self {
        Self {
            receiver,
            first: false,
        }
    }
}

impl<T: Clone> From<watch::Receiver<T>> for WatchStream<T> {
    fn from(receiver: watch::Receiver<T>) -> Self {
        Self::new(receiver)
    }
}

impl<T: Clone> Iterator for WatchStream<T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        if !core::mem::take(&mut self.first) {
            self.receiver.changed().ok()?;
        }
        Some(self.receiver.borrow_and_update().clone())
    }
}

impl<T> fmt::Debug for WatchStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WatchStream").finish()
    }
}
