//! Sets of work, which all run when the first result is asked for.

use alloc::vec::Vec;
use core::cell::RefCell;
use core::fmt;

use super::buffered::{Ordered, Unordered};
use crate::join::buffered::Queue;
use crate::resolve::Resolve;

macro_rules! sets {
    ($($(#[$attr:meta])* $Set:ident $Queue:ident $push:ident $text:literal;)*) => {$(
        $(#[$attr])*
        #[must_use = "iterators are lazy and do nothing unless consumed"]
        pub struct $Set<R: Resolve> {
            waiting: RefCell<Vec<R>>,
            queue: $Queue<R::Output>,
        }

        impl<R> $Set<R>
        where
            R: Resolve<Output: Send + 'static> + Send + 'static,
        {
            /// None.
            pub fn new() -> Self {
                Self { waiting: RefCell::default(), queue: $Queue::new() }
            }

            /// How many results there will be.
            #[must_use]
            pub fn len(&self) -> usize {
                self.waiting.borrow().len() + Queue::<R>::len(&self.queue)
            }

            /// Whether there are no results left.
            #[must_use]
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }

            /// One more, which does not run yet.
            pub fn $push(&self, work: R) {
                self.waiting.borrow_mut().push(work);
            }

            /// None of them will start; what runs is waited for.
            pub fn clear(&mut self) {
                *self = Self::new();
            }
        }

        impl<R> Default for $Set<R>
        where
            R: Resolve<Output: Send + 'static> + Send + 'static,
        {
            fn default() -> Self {
                Self::new()
            }
        }

        impl<R: Resolve> fmt::Debug for $Set<R> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str($text)
            }
        }

        impl<R> Iterator for $Set<R>
        where
            R: Resolve<Output: Send + 'static> + Send + 'static,
        {
            type Item = R::Output;

            fn next(&mut self) -> Option<R::Output> {
                for work in self.waiting.get_mut().drain(..) {
                    self.queue.push(work);
                }
                Queue::<R>::pop(&mut self.queue)
            }

            fn size_hint(&self) -> (usize, Option<usize>) {
                (self.len(), Some(self.len()))
            }
        }

        impl<R> FromIterator<R> for $Set<R>
        where
            R: Resolve<Output: Send + 'static> + Send + 'static,
        {
            fn from_iter<I: IntoIterator<Item = R>>(work: I) -> Self {
                let mut set = Self::new();
                set.extend(work);
                set
            }
        }

        impl<R> Extend<R> for $Set<R>
        where
            R: Resolve<Output: Send + 'static> + Send + 'static,
        {
            fn extend<I: IntoIterator<Item = R>>(&mut self, work: I) {
                self.waiting.get_mut().extend(work);
            }
        }
    )*};
}

sets! {
    /// Work whose results come as they are there.
    FuturesUnordered Unordered push "FuturesUnordered { ... }";
    /// Work whose results come in the order in which it was pushed.
    FuturesOrdered Ordered push_back "FuturesOrdered { ... }";
}
