//! `StreamNotifyClose`.

/// The items, and then a `None` that says that they have ended.
///
/// ```
/// use await_me_maybe::mirror::tokio_stream::{self, StreamNotifyClose};
///
/// let items = StreamNotifyClose::new(tokio_stream::iter([1]));
/// assert_eq!(items.collect::<Vec<_>>(), [Some(1), None]);
/// ```
#[derive(Debug)]
#[must_use = "iterators are lazy and do nothing unless consumed"]
pub struct StreamNotifyClose<S> {
    inner: Option<S>,
}

impl<S> StreamNotifyClose<S> {
    /// Wraps it.
    pub fn new(stream: S) -> Self {
        Self {
            inner: Some(stream),
        }
    }

    /// What it wraps, if that has not ended.
    pub fn into_inner(self) -> Option<S> {
        self.inner
    }
}

impl<S: Iterator> Iterator for StreamNotifyClose<S> {
    type Item = Option<S::Item>;

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.inner.as_mut()?.next();
        if item.is_none() {
            self.inner = None;
        }
        Some(item)
    }
}
