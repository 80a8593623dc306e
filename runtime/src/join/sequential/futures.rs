//! Sets of work, of which each piece runs when its result is asked for.

use alloc::collections::{BTreeMap, VecDeque};
use core::cell::RefCell;
use core::fmt;

use crate::resolve::Resolve;

/// Work whose results come in the order in which it was pushed.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct FuturesUnordered<R> {
    waiting: RefCell<VecDeque<R>>,
}

impl<R> FuturesUnordered<R> {
    /// None.
    pub const fn new() -> Self {
        Self {
            waiting: RefCell::new(VecDeque::new()),
        }
    }

    /// How many results there will be.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.borrow().len()
    }

    /// Whether there are no results left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.waiting.borrow().is_empty()
    }

    /// One more, which does not run yet.
    pub fn push(&self, work: R) {
        self.waiting.borrow_mut().push_back(work);
    }

    /// None of them will run.
    pub fn clear(&mut self) {
        self.waiting.get_mut().clear();
    }
}

impl<R> Default for FuturesUnordered<R> {
    fn default() -> Self {
        Self::new()
    }
}

impl<R> fmt::Debug for FuturesUnordered<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FuturesUnordered { ... }")
    }
}

impl<R: Resolve> Iterator for FuturesUnordered<R> {
    type Item = R::Output;

    #[track_caller]
    fn next(&mut self) -> Option<R::Output> {
        Some(self.waiting.get_mut().pop_front()?.resolve())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len(), Some(self.len()))
    }
}

impl<R> FromIterator<R> for FuturesUnordered<R> {
    fn from_iter<I: IntoIterator<Item = R>>(work: I) -> Self {
        Self {
            waiting: RefCell::new(work.into_iter().collect()),
        }
    }
}

impl<R> Extend<R> for FuturesUnordered<R> {
    fn extend<I: IntoIterator<Item = R>>(&mut self, work: I) {
        self.waiting.get_mut().extend(work);
    }
}

/// Work that runs in the order in which it was pushed, and whose results come in the order of the
/// places where it was pushed: at the back or at the front.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct FuturesOrdered<R: Resolve> {
    waiting: VecDeque<(i64, R)>,
    done: BTreeMap<i64, R::Output>,
    front: i64,
    back: i64,
}

impl<R: Resolve> FuturesOrdered<R> {
    /// None.
    pub const fn new() -> Self {
        Self {
            waiting: VecDeque::new(),
            done: BTreeMap::new(),
            front: 0,
            back: 0,
        }
    }

    /// How many results there will be.
    #[must_use]
    pub fn len(&self) -> usize {
        self.waiting.len() + self.done.len()
    }

    /// Whether there are no results left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One more, whose result comes last.
    pub fn push_back(&mut self, work: R) {
        self.waiting.push_back((self.back, work));
        self.back += 1;
    }

    /// One more, whose result comes first.
    pub fn push_front(&mut self, work: R) {
        self.front -= 1;
        self.waiting.push_back((self.front, work));
    }

    /// None of them will run.
    pub fn clear(&mut self) {
        *self = Self::new();
    }
}

impl<R: Resolve> Default for FuturesOrdered<R> {
    fn default() -> Self {
        Self::new()
    }
}

impl<R: Resolve> fmt::Debug for FuturesOrdered<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FuturesOrdered { ... }")
    }
}

impl<R: Resolve> Iterator for FuturesOrdered<R> {
    type Item = R::Output;

    #[track_caller]
    fn next(&mut self) -> Option<R::Output> {
        loop {
            if let Some(output) = self.done.remove(&self.front) {
                self.front += 1;
                return Some(output);
            }
            let (place, work) = self.waiting.pop_front()?;
            self.done.insert(place, work.resolve());
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.len(), Some(self.len()))
    }
}

impl<R: Resolve> FromIterator<R> for FuturesOrdered<R> {
    fn from_iter<I: IntoIterator<Item = R>>(work: I) -> Self {
        let mut ordered = Self::new();
        ordered.extend(work);
        ordered
    }
}

impl<R: Resolve> Extend<R> for FuturesOrdered<R> {
    fn extend<I: IntoIterator<Item = R>>(&mut self, work: I) {
        for work in work {
            self.push_back(work);
        }
    }
}
