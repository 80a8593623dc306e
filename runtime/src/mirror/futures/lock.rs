//! A lock.

use core::fmt;
use core::ops::{Deref, DerefMut};
use std::sync::Arc;

use bytemuck::{TransparentWrapper, TransparentWrapperAlloc as _};
use parking_lot::{ArcMutexGuard, RawMutex};

/// A lock that gives its value to one thread at a time. A panic poisons nothing.
///
/// ```
/// use await_me_maybe::mirror::futures::lock::{Mutex, MutexGuard};
///
/// let pair = Mutex::new((1, 2));
/// let mut second = MutexGuard::map(pair.lock(), |pair| &mut pair.1);
/// *second += 1;
/// assert!(pair.try_lock().is_none());
/// drop(second);
/// assert_eq!(*pair.lock(), (1, 3));
/// ```
#[derive(TransparentWrapper)]
#[repr(transparent)]
pub struct Mutex<T: ?Sized>(parking_lot::Mutex<T>);

impl<T> Mutex<T> {
    /// An open lock.
    pub const fn new(value: T) -> Self {
        Self(parking_lot::Mutex::new(value))
    }

    /// The value.
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    /// Waits for the lock.
    pub fn lock(&self) -> MutexGuard<'_, T> {
        MutexGuard(self.0.lock())
    }

    /// Takes the lock if it is open.
    pub fn try_lock(&self) -> Option<MutexGuard<'_, T>> {
        self.0.try_lock().map(MutexGuard)
    }

    /// Waits for the lock, and keeps it alive as long as it is held.
    pub fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        OwnedMutexGuard(Self::peel_arc(self).lock_arc())
    }

    /// Takes the lock if it is open, and keeps it alive as long as it is held.
    pub fn try_lock_owned(self: &Arc<Self>) -> Option<OwnedMutexGuard<T>> {
        let guard = Self::peel_arc(Arc::clone(self)).try_lock_arc();
        guard.map(OwnedMutexGuard)
    }

    /// The value, which nobody else can have.
    pub fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Default> Default for Mutex<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: ?Sized> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Mutex").finish_non_exhaustive()
    }
}

macro_rules! guards {
    ($($(#[$attr:meta])* $Guard:ident<[$($lifetime:lifetime)? $($Whole:ident)?] $T:ident>($Inner:ty);)*) => {$(
        $(#[$attr])*
        #[must_use = "if unused the lock is given back at once"]
        pub struct $Guard<$($lifetime,)? $($Whole: ?Sized,)? $T: ?Sized>($Inner $(, core::marker::PhantomData<fn() -> $Whole>)?);

        impl<$($lifetime,)? $($Whole: ?Sized,)? $T: ?Sized> Deref for $Guard<$($lifetime,)? $($Whole,)? $T> {
            type Target = $T;

            fn deref(&self) -> &$T {
                &self.0
            }
        }

        impl<$($lifetime,)? $($Whole: ?Sized,)? $T: ?Sized> DerefMut for $Guard<$($lifetime,)? $($Whole,)? $T> {
            fn deref_mut(&mut self) -> &mut $T {
                &mut self.0
            }
        }

        impl<$($lifetime,)? $($Whole: ?Sized,)? $T: ?Sized + fmt::Debug> fmt::Debug for $Guard<$($lifetime,)? $($Whole,)? $T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }
    )*};
}

guards! {
    /// The lock is held as long as this lives.
    MutexGuard<['a] T>(parking_lot::MutexGuard<'a, T>);
    /// The lock is held, and kept alive, as long as this lives.
    OwnedMutexGuard<[] T>(ArcMutexGuard<RawMutex, T>);
    /// A part of a locked value.
    MappedMutexGuard<['a T] U>(parking_lot::MappedMutexGuard<'a, U>);
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// A guard of a part of the value.
    pub fn map<U, F>(this: Self, f: F) -> MappedMutexGuard<'a, T, U>
    where
        U: ?Sized,
        F: FnOnce(&mut T) -> &mut U,
    {
        let part = parking_lot::MutexGuard::map(this.0, f);
        MappedMutexGuard(part, core::marker::PhantomData)
    }
}

impl<'a, T: ?Sized, U: ?Sized> MappedMutexGuard<'a, T, U> {
    /// A guard of a part of the part.
    pub fn map<V, F>(this: Self, f: F) -> MappedMutexGuard<'a, T, V>
    where
        V: ?Sized,
        F: FnOnce(&mut U) -> &mut V,
    {
        let part = parking_lot::MappedMutexGuard::map(this.0, f);
        MappedMutexGuard(part, core::marker::PhantomData)
    }
}
