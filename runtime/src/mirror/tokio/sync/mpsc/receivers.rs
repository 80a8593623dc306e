//! `Receiver` and `UnboundedReceiver`.

use core::fmt;
use std::sync::Arc;
use std::vec::Vec;

use super::error::TryRecvError;
use crate::mirror::sync::channel::{Channel, Missing};

macro_rules! receiver {
    ($(#[$attr:meta])* $Receiver:ident) => {
        $(#[$attr])*
        pub struct $Receiver<T>(Arc<Channel<T>>);

        impl<T> $Receiver<T> {
            pub(super) const fn new(channel: Arc<Channel<T>>) -> Self {
                Self(channel)
            }

            /// Waits for a value; `None` if there will be no more.
            pub fn recv(&mut self) -> Option<T> {
                self.0.receive()
            }

            /// Waits for a value, adds it and those behind it to `buffer`, `limit` of them at
            /// most, and tells how many: none if there will be no more.
            pub fn recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
                self.0.receive_many(buffer, limit)
            }

            /// A value if there is one.
            pub fn try_recv(&mut self) -> Result<T, TryRecvError> {
                self.0.try_receive().map_err(|missing| match missing {
                    Missing::NotNow => TryRecvError::Empty,
                    Missing::Ever => TryRecvError::Disconnected,
                })
            }

            /// The same as [`recv`](Self::recv).
            pub fn blocking_recv(&mut self) -> Option<T> {
                self.recv()
            }

            /// The same as [`recv_many`](Self::recv_many).
            pub fn blocking_recv_many(&mut self, buffer: &mut Vec<T>, limit: usize) -> usize {
                self.recv_many(buffer, limit)
            }

            /// Lets nobody send any more; what was sent, or has a permit, can be received.
            pub fn close(&mut self) {
                self.0.close();
            }

            /// Whether this is closed, or all senders are gone.
            pub fn is_closed(&self) -> bool {
                self.0.is_closed() || self.0.senders() == 0
            }

            /// Whether there is no value now.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// How many values there are now.
            pub fn len(&self) -> usize {
                self.0.len()
            }

            /// How many senders there are.
            pub fn sender_strong_count(&self) -> usize {
                self.0.senders()
            }

            /// How many weak senders there are.
            pub fn sender_weak_count(&self) -> usize {
                self.0.weak_senders()
            }
        }

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
    /// Receives the values of a bounded channel.
    Receiver
}

receiver! {
    /// Receives the values of an unbounded channel.
    UnboundedReceiver
}

impl<T> Receiver<T> {
    /// For how many more values there is room.
    pub fn capacity(&self) -> usize {
        self.0.free()
    }

    /// For how many values there is room when there are none.
    pub fn max_capacity(&self) -> usize {
        self.0.bound()
    }
}
