//! `Workers`: threads whose results are waited for one by one.

use alloc::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use crate::resolve::Resolve;

type Done<T> = (usize, thread::Result<T>);

/// Dropped, they are waited for.
pub(super) struct Workers<T> {
    report: Sender<Done<T>>,
    done: Receiver<Done<T>>,
    running: BTreeMap<usize, JoinHandle<()>>,
    started: usize,
}

impl<T> Workers<T> {
    pub(super) fn new() -> Self {
        let (report, done) = channel();
        Self {
            report,
            done,
            running: BTreeMap::new(),
            started: 0,
        }
    }

    /// How many results have not been waited for.
    pub(super) fn len(&self) -> usize {
        self.running.len()
    }

    /// A thread more. They are numbered as they start.
    pub(super) fn start<R>(&mut self, work: R)
    where
        R: Resolve<Output = T> + Send + 'static,
        T: Send + 'static,
    {
        let (number, report) = (self.started, self.report.clone());
        let thread = thread::spawn(move || {
            let result = catch_unwind(AssertUnwindSafe(|| work.resolve()));
            // Nobody is there to hear it if the workers were dropped.
            let _ = report.send((number, result));
        });
        self.running.insert(number, thread);
        self.started += 1;
    }

    /// The next result that is there, and whose it is. A panic goes on.
    pub(super) fn wait(&mut self) -> Option<(usize, T)> {
        if self.running.is_empty() {
            return None;
        }
        let (number, result) = self.done.recv().ok()?;
        self.join(number);
        match result {
            Ok(output) => Some((number, output)),
            Err(payload) => resume_unwind(payload),
        }
    }

    fn join(&mut self, number: usize) {
        if let Some(thread) = self.running.remove(&number) {
            // Its panics were caught inside.
            let _ = thread.join();
        }
    }
}

impl<T> Drop for Workers<T> {
    fn drop(&mut self) {
        while let Some((_, thread)) = self.running.pop_first() {
            let _ = thread.join();
        }
    }
}
