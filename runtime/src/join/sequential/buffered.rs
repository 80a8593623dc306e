//! Streams of work: one piece after the other, each when its result is asked for.

use alloc::collections::VecDeque;

use crate::join::buffered::{Buffered, Queue, TryBuffered};
use crate::resolve::Resolve;

impl<R: Resolve> Queue<R> for VecDeque<R> {
    fn len(&self) -> usize {
        self.len()
    }

    fn push(&mut self, work: R) {
        self.push_back(work);
    }

    #[track_caller]
    fn pop(&mut self) -> Option<R::Output> {
        Some(self.pop_front()?.resolve())
    }
}

/// Up to `n` pieces of work are pulled before the first of them runs, as futures would be.
#[track_caller]
pub fn buffered<S>(stream: S, n: usize) -> Buffered<S, VecDeque<S::Item>>
where
    S: Iterator<Item: Resolve>,
{
    Buffered::new(stream, VecDeque::new(), n)
}

/// They end in the order in which they begin.
#[track_caller]
pub fn buffer_unordered<S>(stream: S, n: usize) -> Buffered<S, VecDeque<S::Item>>
where
    S: Iterator<Item: Resolve>,
{
    buffered(stream, n)
}

/// [`buffered`], of a stream that can fail.
#[track_caller]
pub fn try_buffered<S, R, T, E>(stream: S, n: usize) -> TryBuffered<S, VecDeque<R>>
where
    S: Iterator<Item = Result<R, E>>,
    R: Resolve<Output = Result<T, E>>,
{
    TryBuffered::new(stream, VecDeque::new(), n)
}

/// [`buffer_unordered`], of a stream that can fail.
#[track_caller]
pub fn try_buffer_unordered<S, R, T, E>(stream: S, n: usize) -> TryBuffered<S, VecDeque<R>>
where
    S: Iterator<Item = Result<R, E>>,
    R: Resolve<Output = Result<T, E>>,
{
    try_buffered(stream, n)
}

/// Each item is pulled when the one before it is done, whatever the limit.
pub fn for_each_concurrent<S, F>(stream: S, limit: impl Into<Option<usize>>, f: F)
where
    S: Iterator,
    F: FnMut(S::Item),
{
    let _: Option<usize> = limit.into();
    stream.for_each(f);
}

/// Nothing is pulled behind the first error.
pub fn try_for_each_concurrent<S, F, T, E>(
    mut stream: S,
    limit: impl Into<Option<usize>>,
    mut f: F,
) -> Result<(), E>
where
    S: Iterator<Item = Result<T, E>>,
    F: FnMut(T) -> Result<(), E>,
{
    let _: Option<usize> = limit.into();
    stream.try_for_each(|item| f(item?))
}
