//! `JoinSet` where branches run one after the other.

use core::fmt;
use std::boxed::Box;
use std::collections::VecDeque;
use std::panic::resume_unwind;
use std::vec::Vec;

use super::abort::Abort;
use super::work::Work;
use super::{AbortHandle, Id, JoinError};
use crate::blocking::Resolve;

type Ended<T> = Result<(Id, T), JoinError>;

/// Tasks that run when they are joined, on the thread that joins them, in the order in which they
/// were spawned.
///
/// What has not been joined when the set is dropped never runs.
pub struct JoinSet<T>(VecDeque<Box<dyn FnOnce() -> Ended<T> + Send>>);

impl<T> JoinSet<T> {
    /// Without tasks.
    pub const fn new() -> Self {
        Self(VecDeque::new())
    }

    /// How many tasks there are that have not been joined.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether all tasks have been joined.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: 'static> JoinSet<T> {
    /// Keeps it until it is joined.
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Resolve<Output = T> + Send + 'static,
        T: Send,
    {
        let work = Work::new(task);
        let (id, handle) = (work.id(), work.handle());
        self.0
            .push_back(Box::new(move || work.run().map(|value| (id, value))));
        handle
    }

    /// Keeps it until it is joined.
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        self.spawn(f)
    }

    /// Runs the next task; `None` if there are none.
    pub fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        Some(self.join_next_with_id()?.map(|(_, value)| value))
    }

    /// As [`join_next`](Self::join_next), and tells which task it is.
    pub fn join_next_with_id(&mut self) -> Option<Ended<T>> {
        let task = self.0.pop_front()?;
        Some(task())
    }

    /// The same as [`join_next`](Self::join_next): no task has ended before.
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.join_next()
    }

    /// The same as [`join_next_with_id`](Self::join_next_with_id): no task has ended before.
    pub fn try_join_next_with_id(&mut self) -> Option<Ended<T>> {
        self.join_next_with_id()
    }

    /// Runs all tasks.
    ///
    /// # Panics
    ///
    /// If one of them has, with what it has panicked; those behind it do not run.
    pub fn join_all(mut self) -> Vec<T> {
        let mut values = Vec::with_capacity(self.len());
        while let Some(result) = self.join_next() {
            values.push(result.unwrap_or_else(|error| resume_unwind(error.into_panic())));
        }
        values
    }

    /// Does not compile: threads cannot be aborted.
    pub fn abort_all(&mut self)
    where
        for<'a> &'a Self: Abort,
    {
    }

    /// Does not compile: threads cannot be aborted.
    pub fn shutdown(&mut self)
    where
        for<'a> &'a Self: Abort,
    {
    }
}

impl<T> fmt::Debug for JoinSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinSet").field("len", &self.len()).finish()
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Resolve<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn from_iter<I: IntoIterator<Item = F>>(tasks: I) -> Self {
        let mut set = Self::new();
        set.extend(tasks);
        set
    }
}

impl<T, F> Extend<F> for JoinSet<T>
where
    F: Resolve<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn extend<I: IntoIterator<Item = F>>(&mut self, tasks: I) {
        for task in tasks {
            self.spawn(task);
        }
    }
}
