//! `JoinSet`.

use core::fmt;
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::vec::Vec;

use parking_lot::Mutex;

use super::abort::Abort;
use super::work::Work;
use super::{AbortHandle, Id, JoinError};
use crate::blocking::Resolve;
use crate::bridge::context;

type Ended<T> = Result<(Id, T), JoinError>;

/// Tasks, each on a thread of its own, whose results come in the order in which they end.
///
/// A dropped set cannot abort its tasks, as it does in the async half: they go on, as those of
/// dropped handles do. Join them where that matters.
///
/// ```
/// use await_me_maybe::mirror::tokio::task::JoinSet;
///
/// let mut set = JoinSet::new();
/// for n in 1..=3 {
///     set.spawn(move || n * 10);
/// }
/// let mut sum = 0;
/// while let Some(result) = set.join_next() {
///     sum += result.unwrap();
/// }
/// assert_eq!(sum, 60);
/// ```
pub struct JoinSet<T> {
    /// How many have not been joined.
    tasks: usize,
    ended: Sender<Ended<T>>,
    // A channel of which only its owner receives; so the set can be shared if its results can.
    results: Mutex<Receiver<Ended<T>>>,
}

impl<T> JoinSet<T> {
    /// Without tasks.
    pub fn new() -> Self {
        let (ended, results) = channel();
        Self {
            tasks: 0,
            ended,
            results: Mutex::new(results),
        }
    }

    /// How many tasks there are that have not been joined.
    pub fn len(&self) -> usize {
        self.tasks
    }

    /// Whether all tasks have been joined.
    pub fn is_empty(&self) -> bool {
        self.tasks == 0
    }
}

impl<T: 'static> JoinSet<T> {
    /// Runs it on a thread of its own.
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Resolve<Output = T> + Send + 'static,
        T: Send,
    {
        let work = Work::new(task);
        let (id, handle, ended) = (work.id(), work.handle(), self.ended.clone());
        thread::spawn(context::carry(move || {
            let result = work.run();
            // If the set is gone nobody wants to know.
            let _ = ended.send(result.map(|value| (id, value)));
        }));
        self.tasks += 1;
        handle
    }

    /// Runs it on a thread of its own.
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        self.spawn(f)
    }

    /// Waits until one of the tasks ends; `None` if there are none.
    pub fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        Some(self.join_next_with_id()?.map(|(_, value)| value))
    }

    /// As [`join_next`](Self::join_next), and tells which task it is.
    pub fn join_next_with_id(&mut self) -> Option<Ended<T>> {
        self.tasks = self.tasks.checked_sub(1)?;
        // Each task sends once, and the set itself keeps the channel open.
        self.results.get_mut().recv().ok()
    }

    /// The result of a task that has ended, if there is one.
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        Some(self.try_join_next_with_id()?.map(|(_, value)| value))
    }

    /// As [`try_join_next`](Self::try_join_next), and tells which task it is.
    pub fn try_join_next_with_id(&mut self) -> Option<Ended<T>> {
        let result = self.results.get_mut().try_recv().ok()?;
        self.tasks -= 1;
        Some(result)
    }

    /// Waits for all tasks. Their results are in the order in which they end.
    ///
    /// # Panics
    ///
    /// If one of them has, with what it has panicked.
    pub fn join_all(mut self) -> Vec<T> {
        let mut values = Vec::with_capacity(self.tasks);
        while let Some(result) = self.join_next() {
            values.push(result.unwrap_or_else(|error| resume_unwind(error.into_panic())));
        }
        values
    }

    /// Lets all tasks go on, and forgets them.
    pub fn detach_all(&mut self) {
        *self = Self::new();
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
        f.debug_struct("JoinSet").field("len", &self.tasks).finish()
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
