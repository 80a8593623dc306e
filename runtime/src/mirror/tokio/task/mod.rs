//! Tasks, which are threads here.
//!
//! A task runs on a thread of its own from the moment it is spawned, whether its handle is awaited
//! or dropped. A thread cannot be aborted: where the async half would do so, the twin does not
//! compile.
//!
//! ```
//! use await_me_maybe::blocking::Resolve as _;
//! use await_me_maybe::mirror::tokio::task;
//!
//! let handle = task::spawn(|| 1 + 1);
//! // In a twin this is what `handle.await` means.
//! assert_eq!(handle.resolve().unwrap(), 2);
//!
//! let failed = task::spawn(|| panic!("on purpose")).resolve().unwrap_err();
//! assert!(failed.is_panic());
//! ```

#![allow(
    clippy::missing_errors_doc,
    clippy::missing_fields_in_debug,
    clippy::missing_panics_doc,
    clippy::must_use_candidate,
    clippy::unused_self,
    reason = "the types and methods are tokio's, and documented there"
)]

mod abort;
mod error;
mod handle;
mod id;
mod join_set;
pub(crate) mod sequential;
mod work;

pub use abort::AbortHandle;
pub use error::JoinError;
pub use handle::JoinHandle;
pub use id::{Id, id, try_id};
pub use join_set::JoinSet;

use crate::blocking::Resolve;

/// Runs it on a thread of its own, with feature `tracing` in the current span.
///
/// # Panics
///
/// If the operating system gives no thread.
pub fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Resolve + Send + 'static,
    F::Output: Send + 'static,
{
    JoinHandle::spawn(future)
}

/// Runs it on a thread of its own.
///
/// # Panics
///
/// If the operating system gives no thread.
pub fn spawn_blocking<F, R>(f: F) -> JoinHandle<R>
where
    F: FnOnce() -> R + Send + 'static,
    R: Send + 'static,
{
    JoinHandle::spawn(f)
}

/// Calls it: what blocks is in its place here.
pub fn block_in_place<F, R>(f: F) -> R
where
    F: FnOnce() -> R,
{
    f()
}

/// Nothing: the operating system divides the time between threads.
pub fn consume_budget() {}

/// The same work: there is no budget here that it could have none of.
pub fn unconstrained<F>(inner: F) -> F
where
    F: Resolve,
{
    inner
}

/// Lets other threads go first.
pub fn yield_now() {
    std::thread::yield_now();
}
