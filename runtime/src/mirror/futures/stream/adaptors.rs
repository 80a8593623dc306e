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
            items: Vec::with_capacity(capacity),
            capacity,
            ended: false,
        }
    }

    fn take(&mut self) -> Vec<S::Item> {
        mem::replace(&mut self.items, Vec::with_capacity(self.capacity))
    }
}

// The buffer is a field, so that a panic of the iterator does not lose what was collected.
impl<S: Iterator> Iterator for Chunks<S> {
    type Item = Vec<S::Item>;

    fn next(&mut self) -> Option<Vec<S::Item>> {
        if self.ended {
            return None;
        }
        while let Some(item) = self.stream.next() {
            self.items.push(item);
            if self.items.len() >= self.capacity {
                return Some(self.take());
            }
        }
        self.ended = true;
        (!self.items.is_empty()).then(|| mem::take(&mut self.items))
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
