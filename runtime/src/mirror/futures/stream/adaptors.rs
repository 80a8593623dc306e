//! Adaptors of all iterators.

use alloc::vec::Vec;
use core::mem;

/// What [`chunks`](super::StreamExt::chunks) returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Chunks<S: Iterator> {
    stream: S,
    items: Vec<S::Item>,
    capacity: usize,
    ended: bool,
}

impl<S: Iterator> Chunks<S> {
    #[track_caller]
    pub(super) fn new(stream: S, capacity: usize) -> Self {
        assert!(capacity > 0);
        Self {
            stream,
            items: Vec::new(),
            capacity,
            ended: false,
        }
    }

    #[cold]
    fn after_a_panic(&mut self) -> Vec<S::Item> {
        let missing = self.capacity - self.items.len();
        self.items.extend(self.stream.by_ref().take(missing));
        self.ended = self.items.len() < self.capacity;
        mem::take(&mut self.items)
    }
}

impl<S: Iterator> Iterator for Chunks<S> {
    type Item = Vec<S::Item>;

    fn next(&mut self) -> Option<Vec<S::Item>> {
        if self.ended {
            return None;
        }
        if !self.items.is_empty() {
            return Some(self.after_a_panic());
        }
        let mut chunk = Chunk {
            items: Vec::with_capacity(self.capacity),
            place: &mut self.items,
        };
        chunk.items.extend(self.stream.by_ref().take(self.capacity));
        let items = mem::take(&mut chunk.items);
        mem::forget(chunk);
        self.ended = items.len() < self.capacity;
        (!items.is_empty()).then_some(items)
    }
}

/// What a panic of the iterator puts where the next attempt finds it.
struct Chunk<'a, T> {
    items: Vec<T>,
    place: &'a mut Vec<T>,
}

impl<T> Drop for Chunk<'_, T> {
    #[inline]
    fn drop(&mut self) {
        *self.place = mem::take(&mut self.items);
    }
}

/// What [`catch_unwind`](super::StreamExt::catch_unwind) returns.
#[cfg(feature = "std")]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct CatchUnwind<S> {
    stream: S,
    caught: bool,
}

#[cfg(feature = "std")]
impl<S> CatchUnwind<S> {
    pub(super) fn new(stream: S) -> Self {
        Self {
            stream,
            caught: false,
        }
    }
}

#[cfg(feature = "std")]
impl<S: Iterator + core::panic::UnwindSafe> Iterator for CatchUnwind<S> {
    type Item = Result<S::Item, alloc::boxed::Box<dyn core::any::Any + Send>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.caught {
            return None;
        }
        let stream = core::panic::AssertUnwindSafe(|| self.stream.next());
        let next = std::panic::catch_unwind(stream);
        self.caught = next.is_err();
        next.transpose()
    }
}
