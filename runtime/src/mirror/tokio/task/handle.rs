//! `JoinHandle`.

use core::fmt;
use core::pin::Pin;
use std::sync::Weak;
use std::thread;

use super::abort::Abort;
use super::work::Work;
use super::{AbortHandle, Id, JoinError};
use crate::blocking::{Resolve, Thunk};
use crate::bridge::context;
use crate::pending::pending_value;

/// Waits for a task when it is awaited. Dropped, it lets the task go on.
///
/// # Panics
///
/// If it is awaited after it has given its result.
pub struct JoinHandle<T> {
    id: Id,
    alive: Weak<()>,
    thread: Option<thread::JoinHandle<Result<T, JoinError>>>,
}

impl<T: Send + 'static> JoinHandle<T> {
    pub(super) fn spawn<F>(thunk: F) -> Self
    where
        F: Resolve<Output = T> + Send + 'static,
    {
        let work = Work::new(thunk);
        let (id, alive) = (work.id(), work.alive());
        Self {
            id,
            alive,
            thread: Some(thread::spawn(context::carry(move || work.run()))),
        }
    }
}

impl<T> JoinHandle<T> {
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

    /// Tells whether the task has ended, when this handle is gone.
    pub fn abort_handle(&self) -> AbortHandle {
        AbortHandle::new(self.id, self.alive.clone())
    }

    /// The task.
    pub fn id(&self) -> Id {
        self.id
    }
}

#[diagnostic::do_not_recommend]
impl<T> Thunk for JoinHandle<T> {
    type Output = Result<T, JoinError>;

    #[track_caller]
    fn run(mut self: Pin<&mut Self>) -> Self::Output {
        let Some(thread) = self.thread.take() else {
            panic!("JoinHandle polled after completion");
        };
        thread
            .join()
            .unwrap_or_else(|payload| Err(JoinError::new(self.id, payload)))
    }
}

pending_value!([T] JoinHandle<T>);

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}
