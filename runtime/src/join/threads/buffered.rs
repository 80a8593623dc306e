//! Streams of work: up to `n` pieces at a time, a thread each.

use alloc::collections::BTreeMap;

use super::workers::Workers;
use crate::join::buffered::{Buffered, Queue, TryBuffered};
use crate::resolve::Resolve;

/// Results as they come.
pub struct Unordered<T>(Workers<T>);

impl<T> Unordered<T> {
    pub(super) fn new() -> Self {
        Self(Workers::new())
    }
}

impl<R, T> Queue<R> for Unordered<T>
where
    R: Resolve<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn len(&self) -> usize {
        self.0.len()
    }

    fn push(&mut self, work: R) {
        self.0.start(work);
    }

    fn pop(&mut self) -> Option<T> {
        self.0.wait().map(|(_, output)| output)
    }
}

/// Results in the order of the work.
pub struct Ordered<T> {
    workers: Workers<T>,
    early: BTreeMap<usize, T>,
    next: usize,
}

impl<T> Ordered<T> {
    pub(super) fn new() -> Self {
        Self {
            workers: Workers::new(),
            early: BTreeMap::new(),
            next: 0,
        }
    }
}

impl<R, T> Queue<R> for Ordered<T>
where
    R: Resolve<Output = T> + Send + 'static,
    T: Send + 'static,
{
    fn len(&self) -> usize {
        self.workers.len() + self.early.len()
    }

    fn push(&mut self, work: R) {
        self.workers.start(work);
    }

    fn pop(&mut self) -> Option<T> {
        loop {
            if let Some(output) = self.early.remove(&self.next) {
                self.next += 1;
                return Some(output);
            }
            let (number, output) = self.workers.wait()?;
            self.early.insert(number, output);
        }
    }
}

/// See the module.
#[track_caller]
pub fn buffered<S, R, T>(stream: S, n: usize) -> Buffered<S, Ordered<T>>
where
    S: Iterator<Item = R>,
    R: Resolve<Output = T> + Send + 'static,
    T: Send + 'static,
{
    Buffered::new(stream, Ordered::new(), n)
}

/// See the module.
#[track_caller]
pub fn buffer_unordered<S, R, T>(stream: S, n: usize) -> Buffered<S, Unordered<T>>
where
    S: Iterator<Item = R>,
    R: Resolve<Output = T> + Send + 'static,
    T: Send + 'static,
{
    Buffered::new(stream, Unordered::new(), n)
}

/// [`buffered`], of a stream that can fail.
#[track_caller]
pub fn try_buffered<S, R, T, E>(stream: S, n: usize) -> TryBuffered<S, Ordered<Result<T, E>>>
where
    S: Iterator<Item = Result<R, E>>,
    R: Resolve<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    TryBuffered::new(stream, Ordered::new(), n)
}

/// [`buffer_unordered`], of a stream that can fail.
#[track_caller]
pub fn try_buffer_unordered<S, R, T, E>(
    stream: S,
    n: usize,
) -> TryBuffered<S, Unordered<Result<T, E>>>
where
    S: Iterator<Item = Result<R, E>>,
    R: Resolve<Output = Result<T, E>> + Send + 'static,
    T: Send + 'static,
    E: Send + 'static,
{
    TryBuffered::new(stream, Unordered::new(), n)
}
