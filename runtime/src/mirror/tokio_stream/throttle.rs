//! `throttle`.

use core::time::Duration;
use std::thread;
use std::time::Instant;

/// What [`throttle`](super::StreamExt::throttle) returns.
#[derive(Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Throttle<S> {
    stream: S,
    duration: Duration,
    /// When the last item came.
    last: Option<Instant>,
}

impl<S> Throttle<S> {
    pub(super) fn new(stream: S, duration: Duration) -> Self {
        Self {
            stream,
            duration,
            last: None,
        }
    }

    /// What it slows down.
    pub fn get_ref(&self) -> &S {
        &self.stream
    }

    /// What it slows down.
    pub fn get_mut(&mut self) -> &mut S {
        &mut self.stream
    }

    /// What it slows down.
    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: Iterator> Iterator for Throttle<S> {
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        if let Some(last) = self.last.take() {
            thread::sleep(self.duration.saturating_sub(last.elapsed()));
        }
        let item = self.stream.next()?;
        self.last = Some(Instant::now());
        Some(item)
    }
}
