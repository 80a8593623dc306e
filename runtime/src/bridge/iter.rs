//! `iter_from_stream`: a stream in blocking code.

use alloc::boxed::Box;
use core::fmt;
use core::future::poll_fn;
use core::iter::FusedIterator;
use core::pin::Pin;

use futures_core::Stream;

use super::block_on::try_block_on;

/// The items of a stream, each of which is waited for on this thread.
///
/// The stream works while `next` waits for it and stands still in between, so that nothing piles
/// up. It is dropped after its last item, or with the iterator. What it gives, errors among them,
/// is passed on as it is.
///
/// Features: `stream`. As to the runtime of the stream see [`block_on`](crate::blocking::block_on).
///
/// # Panics
///
/// `next` panics where [`block_on`](crate::blocking::block_on) does. A thread that runs an executor has not
/// touched the stream: another thread can go on with it. After any other panic, such as one of the
/// stream, which crosses with its payload, the iterator is at its end.
///
/// ```
/// use await_me_maybe::blocking::iter_from_stream;
/// use futures::stream;
///
/// let mut lines = iter_from_stream(stream::iter([Ok("first"), Err("broken")]));
/// assert_eq!(lines.next(), Some(Ok("first")));
/// assert_eq!(lines.next(), Some(Err("broken")));
/// assert_eq!(lines.next(), None);
/// ```
pub fn iter_from_stream<S: Stream>(stream: S) -> StreamIter<S> {
    StreamIter(Some(Box::pin(stream)))
}

/// What [`iter_from_stream`] returns.
#[must_use = "iterators do nothing unless they are asked"]
pub struct StreamIter<S>(Option<Pin<Box<S>>>);

impl<S: Stream> Iterator for StreamIter<S> {
    type Item = S::Item;

    #[track_caller]
    fn next(&mut self) -> Option<S::Item> {
        // Put back if it can go on.
        let mut stream = Ending(self.0.take());
        let inner = stream.0.as_mut()?;
        match try_block_on(poll_fn(|context| inner.as_mut().poll_next(context))) {
            Ok(item) => {
                if item.is_some() {
                    self.0 = stream.0.take();
                }
                item
            }
            Err(error) => {
                if error.is_nested() {
                    self.0 = stream.0.take();
                }
                panic!("{error}")
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.as_ref().map_or((0, Some(0)), Stream::size_hint)
    }
}

impl<S: Stream> FusedIterator for StreamIter<S> {}

impl<S> fmt::Debug for StreamIter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Some(_) => "StreamIter(running)",
            None => "StreamIter(ended)",
        })
    }
}

impl<S> Drop for StreamIter<S> {
    fn drop(&mut self) {
        drop(Ending(self.0.take()));
    }
}

/// A stream that is dropped where it has the runtime that it had.
struct Ending<S>(Option<Pin<Box<S>>>);

impl<S> Drop for Ending<S> {
    fn drop(&mut self) {
        let stream = self.0.take();
        #[cfg(feature = "tokio")]
        super::tokio::within(|| drop(stream));
        #[cfg(not(feature = "tokio"))]
        drop(stream);
    }
}
