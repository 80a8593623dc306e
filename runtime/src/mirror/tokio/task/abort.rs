//! `AbortHandle`, and why nothing is aborted.

use std::sync::Weak;

use super::Id;

/// What no task here is.
#[diagnostic::on_unimplemented(
    message = "a thread cannot be aborted, and tasks are threads in the blocking twin",
    label = "nothing can stop the thread from outside",
    note = "let the task end by itself: drop or close the channel that it reads, or set a flag that it checks; or keep this call to one half with `#[only_async]`"
)]
pub trait Abort {}

/// Tells whether a task has finished.
#[derive(Clone, Debug)]
pub struct AbortHandle {
    id: Id,
    alive: Weak<()>,
}

impl AbortHandle {
    pub(super) const fn new(id: Id, alive: Weak<()>) -> Self {
        Self { id, alive }
    }

    /// Does not compile: a thread cannot be aborted.
    pub fn abort(&self)
    where
        for<'a> &'a Self: Abort,
    {
    }

    /// Whether the task has ended.
    pub fn is_finished(&self) -> bool {
        self.alive.strong_count() == 0
    }

    /// The task.
    pub fn id(&self) -> Id {
        self.id
    }
}
