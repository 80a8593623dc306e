//! Guards that hand their lock to who has waited longest, as tokio's do.

/// A guard around one of `parking_lot`'s, which alone would let whoever comes by take the lock.
macro_rules! guard {
    ($(#[$attr:meta])* $Guard:ident<[$($lifetime:lifetime)?] $T:ident> in $Inner:ty, by $unlock_fair:path) => {
        $(#[$attr])*
        #[clippy::has_significant_drop]
        #[must_use = "if unused the lock is given back at once"]
        pub struct $Guard<$($lifetime,)? $T: ?Sized>(
            // Empty once it is consumed.
            Option<$Inner>,
        );

        impl<$($lifetime,)? $T: ?Sized> $Guard<$($lifetime,)? $T> {
            pub(super) const fn new(guard: $Inner) -> Self {
                Self(Some(guard))
            }

            fn inner(&self) -> &$Inner {
                let Some(guard) = &self.0 else {
                    unreachable!("the guard was consumed");
                };
                guard
            }

            #[allow(dead_code, reason = "not all of them turn into another one")]
            fn into_inner(mut self) -> $Inner {
                let Some(guard) = self.0.take() else {
                    unreachable!("the guard was consumed");
                };
                guard
            }
        }

        impl<$($lifetime,)? $T: ?Sized> Drop for $Guard<$($lifetime,)? $T> {
            fn drop(&mut self) {
                if let Some(guard) = self.0.take() {
                    $unlock_fair(guard);
                }
            }
        }

        impl<$($lifetime,)? $T: ?Sized> core::ops::Deref for $Guard<$($lifetime,)? $T> {
            type Target = $T;

            fn deref(&self) -> &$T {
                self.inner()
            }
        }

        impl<$($lifetime,)? $T: ?Sized + core::fmt::Debug> core::fmt::Debug for $Guard<$($lifetime,)? $T> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<$($lifetime,)? $T: ?Sized + core::fmt::Display> core::fmt::Display for $Guard<$($lifetime,)? $T> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                (**self).fmt(f)
            }
        }
    };
}

/// A guard through which the value can be changed.
macro_rules! guard_mut {
    ($(#[$attr:meta])* $Guard:ident<[$($lifetime:lifetime)?] $T:ident> in $($rest:tt)*) => {
        $crate::mirror::tokio::sync::guards::guard! {
            $(#[$attr])*
            $Guard<[$($lifetime)?] $T> in $($rest)*
        }

        impl<$($lifetime,)? $T: ?Sized> core::ops::DerefMut for $Guard<$($lifetime,)? $T> {
            fn deref_mut(&mut self) -> &mut $T {
                let Some(guard) = &mut self.0 else {
                    unreachable!("the guard was consumed");
                };
                guard
            }
        }
    };
}

pub(super) use {guard, guard_mut};
