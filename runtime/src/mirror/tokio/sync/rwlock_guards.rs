//! The guards of `RwLock`.

use parking_lot::{
    ArcRwLockReadGuard, ArcRwLockWriteGuard, MappedRwLockReadGuard, MappedRwLockWriteGuard,
    RawRwLock,
};

use super::guards::{guard, guard_mut};

guard! {
    /// Nobody writes as long as this lives. It may show a part of the value alone.
    RwLockReadGuard<['a] T> in MappedRwLockReadGuard<'a, T>, by MappedRwLockReadGuard::unlock_fair
}

guard! {
    /// Nobody writes as long as this lives, which keeps the lock alive.
    OwnedRwLockReadGuard<[] T> in ArcRwLockReadGuard<RawRwLock, T>, by ArcRwLockReadGuard::unlock_fair
}

guard_mut! {
    /// Nobody else reads or writes as long as this lives.
    RwLockWriteGuard<['a] T> in parking_lot::RwLockWriteGuard<'a, T>, by parking_lot::RwLockWriteGuard::unlock_fair
}

guard_mut! {
    /// Nobody else reads or writes as long as this lives, which keeps the lock alive.
    OwnedRwLockWriteGuard<[] T> in ArcRwLockWriteGuard<RawRwLock, T>, by ArcRwLockWriteGuard::unlock_fair
}

guard_mut! {
    /// A part of a value that nobody else reads or writes.
    RwLockMappedWriteGuard<['a] T> in MappedRwLockWriteGuard<'a, T>, by MappedRwLockWriteGuard::unlock_fair
}

impl<'a, T: ?Sized> RwLockReadGuard<'a, T> {
    pub(super) fn whole(guard: parking_lot::RwLockReadGuard<'a, T>) -> Self {
        Self::new(parking_lot::RwLockReadGuard::map(guard, |value| value))
    }

    /// A guard of a part of the value.
    pub fn map<F, U>(this: Self, f: F) -> RwLockReadGuard<'a, U>
    where
        F: FnOnce(&T) -> &U,
        U: ?Sized,
    {
        RwLockReadGuard::new(MappedRwLockReadGuard::map(this.into_inner(), f))
    }

    /// A guard of a part of the value, if there is such a part.
    pub fn try_map<F, U>(this: Self, f: F) -> Result<RwLockReadGuard<'a, U>, Self>
    where
        F: FnOnce(&T) -> Option<&U>,
        U: ?Sized,
    {
        match MappedRwLockReadGuard::try_map(this.into_inner(), f) {
            Ok(part) => Ok(RwLockReadGuard::new(part)),
            Err(whole) => Err(Self::new(whole)),
        }
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// A guard of a part of the value.
    pub fn map<F, U>(this: Self, f: F) -> RwLockMappedWriteGuard<'a, U>
    where
        F: FnOnce(&mut T) -> &mut U,
        U: ?Sized,
    {
        RwLockMappedWriteGuard::new(parking_lot::RwLockWriteGuard::map(this.into_inner(), f))
    }

    /// A guard of a part of the value, if there is such a part.
    pub fn try_map<F, U>(this: Self, f: F) -> Result<RwLockMappedWriteGuard<'a, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
        U: ?Sized,
    {
        match parking_lot::RwLockWriteGuard::try_map(this.into_inner(), f) {
            Ok(part) => Ok(RwLockMappedWriteGuard::new(part)),
            Err(whole) => Err(Self::new(whole)),
        }
    }

    /// The type that a part has, of the whole.
    pub fn into_mapped(this: Self) -> RwLockMappedWriteGuard<'a, T> {
        Self::map(this, |value| value)
    }

    /// Goes on as a reader; no other writer comes in between.
    pub fn downgrade(self) -> RwLockReadGuard<'a, T> {
        RwLockReadGuard::whole(parking_lot::RwLockWriteGuard::downgrade(self.into_inner()))
    }

    /// Goes on as a reader of a part of the value.
    pub fn downgrade_map<F, U>(this: Self, f: F) -> RwLockReadGuard<'a, U>
    where
        F: FnOnce(&T) -> &U,
        U: ?Sized,
    {
        RwLockReadGuard::map(this.downgrade(), f)
    }
}

impl<'a, T: ?Sized> RwLockMappedWriteGuard<'a, T> {
    /// A guard of a part of the part.
    pub fn map<F, U>(this: Self, f: F) -> RwLockMappedWriteGuard<'a, U>
    where
        F: FnOnce(&mut T) -> &mut U,
        U: ?Sized,
    {
        RwLockMappedWriteGuard::new(MappedRwLockWriteGuard::map(this.into_inner(), f))
    }

    /// A guard of a part of the part, if there is such a part.
    pub fn try_map<F, U>(this: Self, f: F) -> Result<RwLockMappedWriteGuard<'a, U>, Self>
    where
        F: FnOnce(&mut T) -> Option<&mut U>,
        U: ?Sized,
    {
        match MappedRwLockWriteGuard::try_map(this.into_inner(), f) {
            Ok(part) => Ok(RwLockMappedWriteGuard::new(part)),
            Err(whole) => Err(Self::new(whole)),
        }
    }
}

impl<T: ?Sized> OwnedRwLockWriteGuard<T> {
    /// Goes on as a reader; no other writer comes in between.
    pub fn downgrade(self) -> OwnedRwLockReadGuard<T> {
        OwnedRwLockReadGuard::new(ArcRwLockWriteGuard::downgrade(self.into_inner()))
    }
}
