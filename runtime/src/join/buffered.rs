//! Iterators over the results of work that another iterator makes.

use crate::resolve::Resolve;

/// Work that was taken up, of which the results come out.
pub trait Queue<R: Resolve> {
    /// How many results have not come out.
    fn len(&self) -> usize;

    /// Takes up more.
    fn push(&mut self, work: R);

    /// The next result, if there is one left.
    fn pop(&mut self) -> Option<R::Output>;
}

/// An iterator that is not asked again behind its end, and dropped no earlier than in `futures`.
struct Work<S> {
    stream: S,
    ended: bool,
}

impl<S: Iterator> Work<S> {
    fn new(stream: S) -> Self {
        Self {
            stream,
            ended: false,
        }
    }

    fn next(&mut self) -> Option<S::Item> {
        if self.ended {
            return None;
        }
        let work = self.stream.next();
        self.ended = work.is_none();
        work
    }
}

/// As `futures` does, it fills its queue before it asks for a result.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Buffered<S, Q> {
    stream: Work<S>,
    queue: Q,
    capacity: usize,
}

impl<S: Iterator, Q> Buffered<S, Q> {
    #[track_caller]
    pub(super) fn new(stream: S, queue: Q, capacity: usize) -> Self {
        Self {
            stream: Work::new(stream),
            queue,
            capacity: positive(capacity),
        }
    }
}

impl<S: Iterator<Item: Resolve>, Q: Queue<S::Item>> Iterator for Buffered<S, Q> {
    type Item = <S::Item as Resolve>::Output;

    fn next(&mut self) -> Option<Self::Item> {
        while self.queue.len() < self.capacity {
            let Some(work) = self.stream.next() else {
                break;
            };
            self.queue.push(work);
        }
        self.queue.pop()
    }
}

/// [`Buffered`], of a stream that can fail; its errors come out at once.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct TryBuffered<S, Q> {
    stream: Work<S>,
    queue: Q,
    capacity: usize,
}

impl<S: Iterator, Q> TryBuffered<S, Q> {
    #[track_caller]
    pub(super) fn new(stream: S, queue: Q, capacity: usize) -> Self {
        Self {
            stream: Work::new(stream),
            queue,
            capacity: positive(capacity),
        }
    }
}

impl<S, Q, R, T, E> Iterator for TryBuffered<S, Q>
where
    S: Iterator<Item = Result<R, E>>,
    R: Resolve<Output = Result<T, E>>,
    Q: Queue<R>,
{
    type Item = Result<T, E>;

    fn next(&mut self) -> Option<Result<T, E>> {
        while self.queue.len() < self.capacity {
            match self.stream.next() {
                Some(Ok(work)) => self.queue.push(work),
                Some(Err(error)) => return Some(Err(error)),
                None => break,
            }
        }
        self.queue.pop()
    }
}

#[track_caller]
fn positive(capacity: usize) -> usize {
    assert!(capacity > 0, "a buffer for no futures would wait for ever");
    capacity
}
