//! `Id`: which task this is.

use core::cell::Cell;
use core::fmt;
use core::num::NonZeroU64;
use core::sync::atomic::{AtomicU64, Ordering};

std::thread_local! {
    static CURRENT: Cell<Option<Id>> = const { Cell::new(None) };
}

/// Tells a task from all others.
#[derive(Clone, Copy, Debug, Hash, Eq, PartialEq, PartialOrd, Ord)]
pub struct Id(NonZeroU64);

impl Id {
    pub(super) fn next() -> Self {
        static LAST: AtomicU64 = AtomicU64::new(0);
        let last = LAST.fetch_add(1, Ordering::Relaxed);
        Self(NonZeroU64::MIN.saturating_add(last))
    }

    /// Makes this the current task until the guard is dropped.
    pub(super) fn enter(self) -> Entered {
        Entered(CURRENT.replace(Some(self)))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Knows the task around this one.
pub(super) struct Entered(Option<Id>);

impl Drop for Entered {
    fn drop(&mut self) {
        CURRENT.set(self.0);
    }
}

/// The task that calls this.
///
/// # Panics
///
/// Outside of tasks.
#[track_caller]
pub fn id() -> Id {
    let Some(id) = try_id() else {
        panic!("Can't get a task id when not inside a task");
    };
    id
}

/// The task that calls this; `None` outside of tasks.
pub fn try_id() -> Option<Id> {
    CURRENT.get()
}
