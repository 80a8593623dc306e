//! What senders of both kinds of channel are.

/// A sender that counts, and its weak form, which does not keep the channel open.
macro_rules! sender {
    ($(#[$attr:meta])* $Sender:ident, $(#[$weak_attr:meta])* $Weak:ident) => {
        $(#[$attr])*
        pub struct $Sender<T>(std::sync::Arc<Channel<T>>);

        impl<T> $Sender<T> {
            /// The one that a new channel counts already.
            pub(super) fn first(channel: &std::sync::Arc<Channel<T>>) -> Self {
                Self(std::sync::Arc::clone(channel))
            }

            /// Waits until the receiver is closed or gone.
            pub fn closed(&self) {
                self.0.wait_closed();
            }

            /// Whether the receiver is closed or gone.
            pub fn is_closed(&self) -> bool {
                self.0.is_closed()
            }

            /// Whether both send to the same receiver.
            pub fn same_channel(&self, other: &Self) -> bool {
                std::sync::Arc::ptr_eq(&self.0, &other.0)
            }

            /// A sender that does not keep the channel open.
            #[must_use = "this sender stays what it is"]
            pub fn downgrade(&self) -> $Weak<T> {
                self.0.add_weak_sender();
                $Weak(std::sync::Arc::clone(&self.0))
            }

            /// How many senders there are.
            pub fn strong_count(&self) -> usize {
                self.0.senders()
            }

            /// How many weak senders there are.
            pub fn weak_count(&self) -> usize {
                self.0.weak_senders()
            }
        }

        impl<T> Clone for $Sender<T> {
            fn clone(&self) -> Self {
                self.0.add_sender();
                Self(std::sync::Arc::clone(&self.0))
            }
        }

        impl<T> Drop for $Sender<T> {
            fn drop(&mut self) {
                self.0.remove_sender();
            }
        }

        impl<T> core::fmt::Debug for $Sender<T> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($Sender)).finish_non_exhaustive()
            }
        }

        $(#[$weak_attr])*
        pub struct $Weak<T>(std::sync::Arc<Channel<T>>);

        impl<T> $Weak<T> {
            /// A sender, unless all are gone.
            pub fn upgrade(&self) -> Option<$Sender<T>> {
                self.0
                    .revive_sender()
                    .then(|| $Sender::first(&self.0))
            }

            /// How many senders there are.
            pub fn strong_count(&self) -> usize {
                self.0.senders()
            }

            /// How many weak senders there are.
            pub fn weak_count(&self) -> usize {
                self.0.weak_senders()
            }
        }

        impl<T> Clone for $Weak<T> {
            fn clone(&self) -> Self {
                self.0.add_weak_sender();
                Self(std::sync::Arc::clone(&self.0))
            }
        }

        impl<T> Drop for $Weak<T> {
            fn drop(&mut self) {
                self.0.remove_weak_sender();
            }
        }

        impl<T> core::fmt::Debug for $Weak<T> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(stringify!($Weak))
            }
        }
    };
}

pub(super) use sender;
