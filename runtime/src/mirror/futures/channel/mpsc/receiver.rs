//! `Receiver` and `UnboundedReceiver`.

use core::fmt;
use core::iter::FusedIterator;
use std::sync::Arc;

use super::error::{RecvError, TryRecvError};
use super::shared::Shared;

macro_rules! receiver {
    ($(#[$attr:meta])* $Receiver:ident) => {
        $(#[$attr])*
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Receiver<T>(pub(super) Arc<Shared<T>>);

        impl<T> $Receiver<T> {
            pub(super) fn new(shared: Arc<Shared<T>>) -> Self {
                Self(shared)
            }

            /// Waits for the next value.
            ///
            /// # Errors
            ///
            /// If there will be none.
            pub fn recv(&mut self) -> Result<T, RecvError> {
                self.0.receive().ok_or(RecvError)
            }

            /// The next value if it is there.
            ///
            /// # Errors
            ///
            /// If it is not, or if there will be none.
            pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
                self.0.try_receive()
            }

            /// The next value if it is there, or `None` if there will be none.
            ///
            /// # Errors
            ///
            /// If it is not there.
            #[deprecated(note = "please use `try_recv` instead")]
            pub fn try_next(&mut self) -> Result<Option<T>, TryRecvError> {
                match self.0.try_receive() {
                    Ok(value) => Ok(Some(value)),
                    Err(TryRecvError::Closed) => Ok(None),
                    Err(error) => Err(error),
                }
            }

            /// Takes nothing more but what was sent before.
            pub fn close(&mut self) {
                self.0.close();
            }
        }

        impl<T> Iterator for $Receiver<T> {
            type Item = T;

            fn next(&mut self) -> Option<T> {
                self.0.receive()
            }
        }

        impl<T> FusedIterator for $Receiver<T> {}

        impl<T> Drop for $Receiver<T> {
            fn drop(&mut self) {
                self.0.close_and_drain();
            }
        }

        impl<T> fmt::Debug for $Receiver<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Receiver)).finish_non_exhaustive()
            }
        }
    };
}

receiver! {
    /// The values of a channel with a buffer.
    Receiver
}

receiver! {
    /// The values of a channel that always has room.
    UnboundedReceiver
}
