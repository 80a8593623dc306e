//! `Work`: a task before and while it runs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Weak};

use super::{AbortHandle, Id, JoinError};
use crate::blocking::Resolve;

/// Knows who it is; others can tell whether it still is.
pub(super) struct Work<F> {
    id: Id,
    alive: Arc<()>,
    thunk: F,
}

impl<F: Resolve> Work<F> {
    pub(super) fn new(thunk: F) -> Self {
        Self {
            id: Id::next(),
            alive: Arc::new(()),
            thunk,
        }
    }

    pub(super) fn handle(&self) -> AbortHandle {
        AbortHandle::new(self.id, Arc::downgrade(&self.alive))
    }

    pub(super) fn id(&self) -> Id {
        self.id
    }

    pub(super) fn alive(&self) -> Weak<()> {
        Arc::downgrade(&self.alive)
    }

    /// A panic becomes the task's error, as an executor makes it.
    pub(super) fn run(self) -> Result<F::Output, JoinError> {
        let Self { id, alive, thunk } = self;
        let entered = id.enter();
        // What the thunk leaves behind is what any panicking thread does.
        let result = catch_unwind(AssertUnwindSafe(|| thunk.resolve()));
        drop(entered);
        drop(alive);
        result.map_err(|payload| JoinError::new(id, payload))
    }
}
