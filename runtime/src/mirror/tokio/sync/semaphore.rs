//! `Semaphore`.

use core::fmt;
use std::sync::Arc;

use parking_lot::Mutex;

use super::errors::{AcquireError, TryAcquireError};
use super::semaphore_permits::{OwnedSemaphorePermit, SemaphorePermit};
use crate::mirror::sync::permits::{self, MAX_PERMITS, Permits, Refused};

/// So many permits, given out in the order in which they are asked for.
///
/// ```
/// use await_me_maybe::mirror::tokio::sync::Semaphore;
///
/// let semaphore = Semaphore::new(3);
/// let two = semaphore.acquire_many(2)?;
/// assert_eq!(semaphore.available_permits(), 1);
/// drop(two);
/// assert_eq!(semaphore.available_permits(), 3);
/// # Ok::<_, await_me_maybe::mirror::tokio::sync::AcquireError>(())
/// ```
pub struct Semaphore(Mutex<Permits>);

impl Semaphore {
    /// As many permits as there can be.
    pub const MAX_PERMITS: usize = MAX_PERMITS;

    /// With so many permits.
    pub const fn new(permits: usize) -> Self {
        Self(Mutex::new(Permits::new(permits)))
    }

    /// With so many permits.
    pub const fn const_new(permits: usize) -> Self {
        Self::new(permits)
    }

    /// How many permits there are at this moment.
    pub fn available_permits(&self) -> usize {
        self.0.lock().free()
    }

    /// Adds new permits.
    pub fn add_permits(&self, n: usize) {
        self.0.lock().put(n);
    }

    /// Takes away so many permits for good, or as many as there are, and tells how many.
    pub fn forget_permits(&self, n: usize) -> usize {
        self.0.lock().forget(n)
    }

    fn wait(&self, n: u32) -> Result<(), AcquireError> {
        let done = permits::take(&mut self.0.lock(), n as usize, None);
        done.map_err(|_| AcquireError(()))
    }

    fn try_take(&self, n: u32) -> Result<(), TryAcquireError> {
        let done = self.0.lock().try_take(n as usize);
        done.map_err(|refused| match refused {
            Refused::Closed => TryAcquireError::Closed,
            Refused::NotNow => TryAcquireError::NoPermits,
        })
    }

    /// Waits for a permit.
    pub fn acquire(&self) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.acquire_many(1)
    }

    /// Waits for so many permits.
    pub fn acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.wait(n)?;
        Ok(SemaphorePermit::new(self, n))
    }

    /// Takes a permit if there is one.
    pub fn try_acquire(&self) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        self.try_acquire_many(1)
    }

    /// Takes so many permits if there are.
    pub fn try_acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, TryAcquireError> {
        self.try_take(n)?;
        Ok(SemaphorePermit::new(self, n))
    }

    /// The same as [`acquire`](Self::acquire).
    pub fn blocking_acquire(&self) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.acquire()
    }

    /// The same as [`acquire_many`](Self::acquire_many).
    pub fn blocking_acquire_many(&self, n: u32) -> Result<SemaphorePermit<'_>, AcquireError> {
        self.acquire_many(n)
    }

    /// As [`acquire`](Self::acquire), and keeps the semaphore alive.
    pub fn acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.acquire_many_owned(1)
    }

    /// As [`acquire_many`](Self::acquire_many), and keeps the semaphore alive.
    pub fn acquire_many_owned(
        self: Arc<Self>,
        n: u32,
    ) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.wait(n)?;
        Ok(OwnedSemaphorePermit::new(self, n))
    }

    /// As [`try_acquire`](Self::try_acquire), and keeps the semaphore alive.
    pub fn try_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        self.try_acquire_many_owned(1)
    }

    /// As [`try_acquire_many`](Self::try_acquire_many), and keeps the semaphore alive.
    pub fn try_acquire_many_owned(
        self: Arc<Self>,
        n: u32,
    ) -> Result<OwnedSemaphorePermit, TryAcquireError> {
        self.try_take(n)?;
        Ok(OwnedSemaphorePermit::new(self, n))
    }

    /// The same as [`acquire_owned`](Self::acquire_owned).
    pub fn blocking_acquire_owned(self: Arc<Self>) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.acquire_owned()
    }

    /// The same as [`acquire_many_owned`](Self::acquire_many_owned).
    pub fn blocking_acquire_many_owned(
        self: Arc<Self>,
        n: u32,
    ) -> Result<OwnedSemaphorePermit, AcquireError> {
        self.acquire_many_owned(n)
    }

    /// Gives out no more permits; who waits for some gets an error.
    pub fn close(&self) {
        self.0.lock().close();
    }

    /// Whether it was closed.
    pub fn is_closed(&self) -> bool {
        self.0.lock().is_closed()
    }
}

impl fmt::Debug for Semaphore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Semaphore")
            .field("permits", &self.available_permits())
            .finish_non_exhaustive()
    }
}
