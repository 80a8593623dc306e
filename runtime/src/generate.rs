//! `Generator`: what `stream!` and `try_stream!` become in the twin, an iterator that is as lazy.
//!
//! The body stays an async block, as stable Rust has no other way to leave a function and come
//! back to it. All that it ever waits for is to be asked for its next item: everything else in it
//! blocks.

extern crate std;

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::fmt;
use core::future::Future;
use core::iter::FusedIterator;
use core::pin::Pin;
use core::task::{Context, Poll, Waker};
use std::sync::{Mutex, PoisonError};

/// An item on its way from the body to whoever has asked for it.
struct Slot<T>(Arc<Mutex<Option<T>>>);

impl<T> Slot<T> {
    fn set(&self, item: T) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(item);
    }

    fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The body's end: it puts items in.
pub struct Put<T>(Slot<T>);

/// The iterator's end.
pub struct Take<T>(Slot<T>);

/// Both ends of a generator.
#[must_use]
pub fn generator<T>() -> (Put<T>, Take<T>) {
    let slot = Arc::new(Mutex::new(None));
    (Put(Slot(Arc::clone(&slot))), Take(Slot(slot)))
}

/// `yield item`, which gets no further before the next item is asked for.
///
/// No method: a trait in scope that every type implements could have one of its name.
pub fn put<T>(to: &Put<T>, item: T) -> impl Future<Output = ()> + use<T> {
    to.0.set(item);
    Yielded(false)
}

/// Waits once: to be asked.
struct Yielded(bool);

impl Future for Yielded {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if core::mem::replace(&mut self.0, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

/// The items of a body, each made when it is asked for.
///
/// Dropping it drops what the body holds at its last `yield`. It can be sent to another thread
/// if the body and its items can.
#[must_use = "a stream does nothing unless it is asked for items"]
pub struct Generator<T, F> {
    body: Pin<Box<F>>,
    items: Take<T>,
    done: bool,
}

impl<T, F: Future<Output = ()>> Generator<T, F> {
    /// Nothing of the body runs before the first item is asked for.
    pub fn new(items: Take<T>, body: F) -> Self {
        Self {
            body: Box::pin(body),
            items,
            done: false,
        }
    }
}

impl<T, F: Future<Output = ()>> Iterator for Generator<T, F> {
    type Item = T;

    /// # Panics
    ///
    /// As the body does, and when it is asked again after that, as the stream of the async half.
    fn next(&mut self) -> Option<T> {
        if self.done {
            return None;
        }
        let mut context = Context::from_waker(Waker::noop());
        self.done = self.body.as_mut().poll(&mut context).is_ready();
        let item = self.items.0.take();
        assert!(
            self.done || item.is_some(),
            "a macro has put an `.await` into this blocking generator, which nothing can wait for"
        );
        item
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, self.done.then_some(0))
    }
}

impl<T, F: Future<Output = ()>> FusedIterator for Generator<T, F> {}

impl<T, F> fmt::Debug for Generator<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.done {
            "Generator(completed)"
        } else {
            "Generator(pending)"
        })
    }
}
