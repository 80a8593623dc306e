//! `stream_from_blocking`: an iterator that blocks, as a stream.

use alloc::boxed::Box;
use core::any::Any;
use core::fmt;
use core::pin::Pin;
use core::task::{Context, Poll, ready};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};

use futures_channel::mpsc::{UnboundedReceiver, UnboundedSender, unbounded};
use futures_core::Stream;
use futures_core::stream::FusedStream;

use super::{context, thread};

/// The items of an iterator that blocks, as a stream.
///
/// The closure and its iterator live on a thread of their own, which starts when the stream is
/// polled for the first time. It works ahead by `capacity` items and then waits for the stream to
/// be polled again; with 0 it works only while somebody waits for an item. When the stream is
/// dropped, the iterator is asked for no further item and is dropped on its thread, after the item
/// that it is working on. A stream that has ended has an iterator that has been dropped. What it
/// gives, errors among them, is passed on as it is.
///
/// Features: `stream`. With the feature `tracing` the span, and the subscriber, of the caller are
/// those of the thread. Task-locals are not, and no runtime is current there;
/// [`block_on`](crate::blocking::block_on) works.
///
/// # Panics
///
/// Polling the stream panics with the payload of a closure or iterator that has panicked, also
/// while it was dropped, and if the operating system has no thread to give. Then the stream is at
/// its end.
///
/// ```
/// use await_me_maybe::blocking::block_on;
/// use await_me_maybe::stream_from_blocking;
/// use futures::StreamExt;
/// use std::io::{BufRead, Cursor};
///
/// let file = Cursor::new("one\ntwo\n");
/// let lines = stream_from_blocking(16, || file.lines());
///
/// let lines: Vec<std::io::Result<String>> = block_on(lines.collect());
/// assert_eq!(lines.len(), 2);
/// ```
pub fn stream_from_blocking<I, F>(capacity: usize, make: F) -> BlockingStream<I::Item>
where
    F: FnOnce() -> I + Send + 'static,
    I: IntoIterator,
    I::Item: Send + 'static,
{
    let (sender, items) = unbounded();
    let (wanted, wants) = channel();
    let produce = context::carry(move || produce(make, &wants, &sender));
    BlockingStream {
        items,
        wanted,
        ahead: capacity,
        pending: 0,
        start: Some(Box::new(produce)),
        ended: false,
    }
}

/// What [`stream_from_blocking`] returns.
#[must_use = "streams do nothing unless they are polled"]
pub struct BlockingStream<T> {
    items: UnboundedReceiver<Outcome<T>>,
    /// As many messages as the iterator may be asked for items.
    wanted: Sender<()>,
    ahead: usize,
    /// Those that have been asked for and have not come yet.
    pending: usize,
    start: Option<Box<dyn FnOnce() + Send>>,
    ended: bool,
}

type Outcome<T> = Result<T, Box<dyn Any + Send>>;

/// Ends when the iterator does, when nobody wants anything any more, or when it panics.
fn produce<I: IntoIterator>(
    make: impl FnOnce() -> I,
    wants: &Receiver<()>,
    items: &UnboundedSender<Outcome<I::Item>>,
) {
    let result = catch_unwind(AssertUnwindSafe(|| {
        let mut iterator = make().into_iter();
        while wants.recv().is_ok() {
            let Some(item) = iterator.next() else { return };
            if items.unbounded_send(Ok(item)).is_err() {
                return;
            }
        }
    }));
    if let Err(payload) = result {
        // An error: the stream is gone, and with it whoever would have panicked.
        let _ = items.unbounded_send(Err(payload));
    }
}

impl<T> BlockingStream<T> {
    fn want(&mut self, pending: usize) {
        while self.pending < pending {
            // An error: the iterator has ended, as the items will tell.
            let _ = self.wanted.send(());
            self.pending += 1;
        }
    }
}

impl<T> Stream for BlockingStream<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        if self.ended {
            return Poll::Ready(None);
        }
        let ahead = self.ahead;
        if let Some(start) = self.start.take() {
            // Until it has started: if it does not, the stream ends.
            self.ended = true;
            thread::start(start);
            self.ended = false;
        }
        self.want(ahead.max(1));
        match ready!(Pin::new(&mut self.items).poll_next(context)) {
            Some(Ok(item)) => {
                self.pending -= 1;
                self.want(ahead);
                Poll::Ready(Some(item))
            }
            Some(Err(payload)) => {
                self.ended = true;
                resume_unwind(payload)
            }
            None => {
                self.ended = true;
                Poll::Ready(None)
            }
        }
    }
}

impl<T> FusedStream for BlockingStream<T> {
    fn is_terminated(&self) -> bool {
        self.ended
    }
}

impl<T> fmt::Debug for BlockingStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match (self.ended, &self.start) {
            (true, _) => "BlockingStream(ended)",
            (false, Some(_)) => "BlockingStream(not started)",
            (false, None) => "BlockingStream(running)",
        })
    }
}
