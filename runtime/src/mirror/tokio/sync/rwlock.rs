//! `RwLock`.

use core::fmt;
use std::sync::Arc;

use bytemuck::{TransparentWrapper, TransparentWrapperAlloc as _};

use super::TryLockError;
use super::rwlock_guards::{
    OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLockReadGuard, RwLockWriteGuard,
};

/// A lock that gives its value to many readers, or to one writer, and prefers nobody.
///
/// ```
/// use await_me_maybe::mirror::tokio::sync::RwLock;
///
/// let names = RwLock::new(vec!["a"]);
/// names.write().push("b");
/// let (one, other) = (names.read(), names.read());
/// assert_eq!(*one, *other);
/// assert!(names.try_write().is_err());
/// ```
#[derive(TransparentWrapper)]
#[repr(transparent)]
pub struct RwLock<T: ?Sized>(parking_lot::RwLock<T>);

impl<T> RwLock<T> {
    /// An open lock.
    pub const fn new(value: T) -> Self {
        Self(parking_lot::RwLock::new(value))
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

impl<T: ?Sized> RwLock<T> {
    /// Waits until nobody writes, nor has been waiting for it.
    pub fn read(&self) -> RwLockReadGuard<'_, T> {
        RwLockReadGuard::whole(self.0.read())
    }

    /// The same as [`read`](Self::read).
    pub fn blocking_read(&self) -> RwLockReadGuard<'_, T> {
        self.read()
    }

    /// Reads if it can do so at once.
    pub fn try_read(&self) -> Result<RwLockReadGuard<'_, T>, TryLockError> {
        let guard = self.0.try_read().ok_or(TryLockError(()))?;
        Ok(RwLockReadGuard::whole(guard))
    }

    /// As [`read`](Self::read), and keeps the lock alive.
    pub fn read_owned(self: Arc<Self>) -> OwnedRwLockReadGuard<T> {
        OwnedRwLockReadGuard::new(Self::peel_arc(self).read_arc())
    }

    /// As [`try_read`](Self::try_read), and keeps the lock alive.
    pub fn try_read_owned(self: Arc<Self>) -> Result<OwnedRwLockReadGuard<T>, TryLockError> {
        let guard = Self::peel_arc(self).try_read_arc();
        Ok(OwnedRwLockReadGuard::new(guard.ok_or(TryLockError(()))?))
    }

    /// Waits until nobody reads or writes.
    pub fn write(&self) -> RwLockWriteGuard<'_, T> {
        RwLockWriteGuard::new(self.0.write())
    }

    /// The same as [`write`](Self::write).
    pub fn blocking_write(&self) -> RwLockWriteGuard<'_, T> {
        self.write()
    }

    /// Writes if it can do so at once.
    pub fn try_write(&self) -> Result<RwLockWriteGuard<'_, T>, TryLockError> {
        let guard = self.0.try_write().ok_or(TryLockError(()))?;
        Ok(RwLockWriteGuard::new(guard))
    }

    /// As [`write`](Self::write), and keeps the lock alive.
    pub fn write_owned(self: Arc<Self>) -> OwnedRwLockWriteGuard<T> {
        OwnedRwLockWriteGuard::new(Self::peel_arc(self).write_arc())
    }

    /// As [`try_write`](Self::try_write), and keeps the lock alive.
    pub fn try_write_owned(self: Arc<Self>) -> Result<OwnedRwLockWriteGuard<T>, TryLockError> {
        let guard = Self::peel_arc(self).try_write_arc();
        Ok(OwnedRwLockWriteGuard::new(guard.ok_or(TryLockError(()))?))
    }

    /// The value, which nobody else can have.
    pub fn get_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Default> Default for RwLock<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
