//! `Mutex` and its guards.

use core::fmt;
use std::sync::Arc;

use bytemuck::{TransparentWrapper, TransparentWrapperAlloc as _};
use parking_lot::{ArcMutexGuard, RawMutex};

use super::TryLockError;
use super::guards::guard_mut;

/// A lock that gives its value to one thread at a time, in the order in which they ask.
///
/// Its guards can be sent to other threads.
///
/// ```
/// use await_me_maybe::mirror::tokio::sync::Mutex;
///
/// static COUNT: Mutex<u32> = Mutex::const_new(1);
///
/// *COUNT.lock() += 1;
/// assert_eq!(*COUNT.lock(), 2);
/// ```
#[derive(TransparentWrapper)]
#[repr(transparent)]
pub struct Mutex<T: ?Sized>(parking_lot::Mutex<T>);

impl<T> Mutex<T> {
    /// An open lock.
    pub const fn new(value: T) -> Self {
        Self(parking_lot::Mutex::new(value))
    }

    /// An open lock.
    pub const fn const_new(value: T) -> Self {
        Self::new(value)
    }

    /// The value.
    pub fn into_inner(self) -> T {
        self.0.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    /// Waits for the lock.
    pub fn lock(&self) -> MutexGuard<'_, T> {
        MutexGuard::new(self.0.lock())
    }

    /// The same as [`lock`](Self::lock).
    pub fn blocking_lock(&self) -> MutexGuard<'_, T> {
        self.lock()
    }

    /// Takes the lock if it is open.
    pub fn try_lock(&self) -> Result<MutexGuard<'_, T>, TryLockError> {
        let guard = self.0.try_lock().ok_or(TryLockError(()))?;
        Ok(MutexGuard::new(guard))
    }

    /// Waits for the lock, and keeps it alive as long as it is held.
    pub fn lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        OwnedMutexGuard::new(Self::peel_arc(self).lock_arc())
    }

    /// The same as [`lock_owned`](Self::lock_owned).
    pub fn blocking_lock_owned(self: Arc<Self>) -> OwnedMutexGuard<T> {
        self.lock_owned()
    }

    /// Takes the lock if it is open, and keeps it alive as long as it is held.
    pub fn try_lock_owned(self: Arc<Self>) -> Result<OwnedMutexGuard<T>, TryLockError> {
        let guard = Self::peel_arc(self).try_lock_arc();
        Ok(OwnedMutexGuard::new(guard.ok_or(TryLockError(()))?))
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

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

guard_mut! {
    /// The lock is held as long as this lives.
    MutexGuard<['a] T> in parking_lot::MutexGuard<'a, T>, by parking_lot::MutexGuard::unlock_fair
}

guard_mut! {
    /// The lock is held, and kept alive, as long as this lives.
    OwnedMutexGuard<[] T> in ArcMutexGuard<RawMutex, T>, by ArcMutexGuard::unlock_fair
}

guard_mut! {
    /// A part of a locked value.
    MappedMutexGuard<['a] T> in parking_lot::MappedMutexGuard<'a, T>, by parking_lot::MappedMutexGuard::unlock_fair
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// A guard of a part of the value.
    pub fn map<U, F>(this: Self, f: F) -> MappedMutexGuard<'a, U>
    where
        U: ?Sized,
        F: FnOnce(&mut T) -> &mut U,
    {
        MappedMutexGuard::new(parking_lot::MutexGuard::map(this.into_inner(), f))
    }

    /// A guard of a part of the value, if there is such a part.
    pub fn try_map<U, F>(this: Self, f: F) -> Result<MappedMutexGuard<'a, U>, Self>
    where
        U: ?Sized,
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        match parking_lot::MutexGuard::try_map(this.into_inner(), f) {
            Ok(part) => Ok(MappedMutexGuard::new(part)),
            Err(whole) => Err(Self::new(whole)),
        }
    }

    /// Its lock.
    pub fn mutex(this: &Self) -> &'a Mutex<T> {
        Mutex::wrap_ref(parking_lot::MutexGuard::mutex(this.inner()))
    }
}

impl<'a, T: ?Sized> MappedMutexGuard<'a, T> {
    /// A guard of a part of the part.
    pub fn map<U, F>(this: Self, f: F) -> MappedMutexGuard<'a, U>
    where
        U: ?Sized,
        F: FnOnce(&mut T) -> &mut U,
    {
        MappedMutexGuard::new(parking_lot::MappedMutexGuard::map(this.into_inner(), f))
    }

    /// A guard of a part of the part, if there is such a part.
    pub fn try_map<U, F>(this: Self, f: F) -> Result<MappedMutexGuard<'a, U>, Self>
    where
        U: ?Sized,
        F: FnOnce(&mut T) -> Option<&mut U>,
    {
        match parking_lot::MappedMutexGuard::try_map(this.into_inner(), f) {
            Ok(part) => Ok(MappedMutexGuard::new(part)),
            Err(whole) => Err(Self::new(whole)),
        }
    }
}
