//! What a `Semaphore` gives out.

use std::sync::Arc;

use super::Semaphore;

macro_rules! permit {
    ($(#[$attr:meta])* $Permit:ident $(<$lifetime:lifetime>)?, of $Shared:ty) => {
        $(#[$attr])*
        #[clippy::has_significant_drop]
        #[derive(Debug)]
        #[must_use = "if unused the permits are given back at once"]
        pub struct $Permit $(<$lifetime>)? {
            semaphore: $Shared,
            permits: u32,
        }

        impl $(<$lifetime>)? $Permit $(<$lifetime>)? {
            pub(super) const fn new(semaphore: $Shared, permits: u32) -> Self {
                Self { semaphore, permits }
            }

            /// Gives nothing back, ever.
            pub fn forget(mut self) {
                self.permits = 0;
            }

            /// Takes over those of another one.
            ///
            /// # Panics
            ///
            /// If they are of different semaphores.
            #[track_caller]
            pub fn merge(&mut self, mut other: Self) {
                let (one, another): (&Semaphore, &Semaphore) = (&self.semaphore, &other.semaphore);
                assert!(
                    core::ptr::eq(one, another),
                    "merging permits from different semaphore instances"
                );
                self.permits += other.permits;
                other.permits = 0;
            }

            /// Gives so many to another one, if it has them.
            #[allow(
                clippy::clone_on_copy,
                clippy::clone_on_ref_ptr,
                reason = "one of the two is a plain reference"
            )]
            pub fn split(&mut self, n: usize) -> Option<Self> {
                let n = u32::try_from(n).ok()?;
                self.permits = self.permits.checked_sub(n)?;
                Some(Self::new(self.semaphore.clone(), n))
            }

            /// How many these are.
            pub fn num_permits(&self) -> usize {
                self.permits as usize
            }
        }

        impl $(<$lifetime>)? Drop for $Permit $(<$lifetime>)? {
            fn drop(&mut self) {
                self.semaphore.add_permits(self.permits as usize);
            }
        }
    };
}

permit! {
    /// So many permits, given back when this is dropped.
    SemaphorePermit<'a>, of &'a Semaphore
}

permit! {
    /// So many permits, given back when this is dropped, which keeps the semaphore alive.
    OwnedSemaphorePermit, of Arc<Semaphore>
}

impl<'a> SemaphorePermit<'a> {
    /// Where they are from.
    pub fn semaphore(&self) -> &'a Semaphore {
        self.semaphore
    }
}

impl OwnedSemaphorePermit {
    /// Where they are from.
    pub fn semaphore(&self) -> &Arc<Semaphore> {
        &self.semaphore
    }
}
