//! Errors of these channels, which give back what was not sent.

use core::error::Error;
use core::fmt;

/// Nobody will receive it.
#[derive(PartialEq, Eq, Clone, Copy)]
pub struct SendError<T>(pub T);

impl<T> fmt::Debug for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendError").finish_non_exhaustive()
    }
}

impl<T> fmt::Display for SendError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("channel closed")
    }
}

impl<T> Error for SendError<T> {}

macro_rules! unsent {
    ($(#[$attr:meta])* $Unsent:ident, $(#[$late_attr:meta])* $Late:ident: $text:literal) => {
        $(#[$attr])*
        #[derive(PartialEq, Eq, Clone, Copy)]
        pub enum $Unsent<T> {
            $(#[$late_attr])*
            $Late(T),
            /// Nobody will receive it.
            Closed(T),
        }

        impl<T> $Unsent<T> {
            /// What was not sent.
            pub fn into_inner(self) -> T {
                match self {
                    Self::$Late(value) | Self::Closed(value) => value,
                }
            }
        }

        impl<T> fmt::Debug for $Unsent<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                // With the quotes, as tokio shows it.
                f.write_str(match self {
                    Self::$Late(_) => concat!("\"", stringify!($Late), "(..)\""),
                    Self::Closed(_) => "\"Closed(..)\"",
                })
            }
        }

        impl<T> fmt::Display for $Unsent<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    Self::$Late(_) => $text,
                    Self::Closed(_) => "channel closed",
                })
            }
        }

        impl<T> Error for $Unsent<T> {}
    };
}

unsent! {
    /// Why something was not sent at once.
    TrySendError,
    /// There is no room for it now.
    Full: "no available capacity"
}

unsent! {
    /// Why something was not sent in time.
    SendTimeoutError,
    /// There was no room for it as long as that.
    Timeout: "timed out waiting on send operation"
}

impl<T> From<SendError<T>> for TrySendError<T> {
    fn from(error: SendError<T>) -> Self {
        Self::Closed(error.0)
    }
}

/// Why there is no value at once.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
pub enum TryRecvError {
    /// There is none now.
    Empty,
    /// There will be none.
    Disconnected,
}

impl fmt::Display for TryRecvError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "receiving on an empty channel",
            Self::Disconnected => "receiving on a closed channel",
        })
    }
}

impl Error for TryRecvError {}
