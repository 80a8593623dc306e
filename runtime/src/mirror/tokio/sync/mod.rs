//! Locks, channels and what else tasks wait for.
//!
//! A call that waits puts its thread to sleep. Locks and semaphores are fair: who came first is
//! served first. A panic poisons nothing.
//!
//! ```
//! use await_me_maybe::mirror::tokio::{sync::mpsc, task};
//!
//! let (sender, mut receiver) = mpsc::channel(1);
//! task::spawn(move || (1..=3).try_for_each(|n| sender.send(n)));
//! assert_eq!([receiver.recv(), receiver.recv(), receiver.recv()], [Some(1), Some(2), Some(3)]);
//! assert_eq!(receiver.recv(), None);
//! ```

#![allow(
    clippy::missing_errors_doc,
    clippy::missing_fields_in_debug,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the types and methods are tokio's, and documented there"
)]

mod barrier;
pub mod broadcast;
mod errors;
mod guards;
pub mod mpsc;
mod mutex;
mod notify;
mod once_cell;
pub mod oneshot;
mod rwlock;
mod rwlock_guards;
mod semaphore;
mod semaphore_permits;
mod set_once;
pub mod watch;

pub use barrier::{Barrier, BarrierWaitResult};
pub use errors::{AcquireError, SetError, TryAcquireError, TryLockError};
pub use mutex::{MappedMutexGuard, Mutex, MutexGuard, OwnedMutexGuard};
pub use notify::Notify;
pub use once_cell::OnceCell;
pub use rwlock::RwLock;
pub use rwlock_guards::{
    OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLockMappedWriteGuard, RwLockReadGuard,
    RwLockWriteGuard,
};
pub use semaphore::Semaphore;
pub use semaphore_permits::{OwnedSemaphorePermit, SemaphorePermit};
pub use set_once::{SetOnce, SetOnceError};

/// Futures that have a name.
pub mod futures {
    pub use super::notify::{Notified, OwnedNotified};
}
