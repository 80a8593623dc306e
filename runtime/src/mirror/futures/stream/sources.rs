//! Iterators made of values and thunks.

use crate::resolve::Resolve;

/// An iterator stands for itself.
pub type Iter<I> = I;

/// The items of a collection or an iterator.
///
/// ```
/// use await_me_maybe::mirror::futures::stream;
///
/// assert_eq!(stream::iter([1, 2]).sum::<u32>(), 3);
/// ```
#[inline]
pub fn iter<I: IntoIterator>(items: I) -> I::IntoIter {
    items.into_iter()
}

/// What [`once`] returns.
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct Once<R>(Option<R>);

/// One item: what comes out of a thunk, which runs when it is asked for.
///
/// ```
/// use await_me_maybe::mirror::futures::stream;
///
/// let mut items = stream::once(|| 1);
/// assert_eq!(items.next(), Some(1));
/// assert_eq!(items.next(), None);
/// ```
pub fn once<R: Resolve>(work: R) -> Once<R> {
    Once(Some(work))
}

impl<R: Resolve> Iterator for Once<R> {
    type Item = R::Output;

    fn next(&mut self) -> Option<R::Output> {
        Some(self.0.take()?.resolve())
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::from(self.0.is_some());
        (left, Some(left))
    }
}
