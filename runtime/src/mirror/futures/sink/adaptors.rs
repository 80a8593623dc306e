//! Adaptors that leave items as they are.

use alloc::collections::VecDeque;
use core::marker::PhantomData;

use super::Sink;

/// What [`sink_map_err`](super::SinkExt::sink_map_err) returns.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct SinkMapErr<S, F> {
    sink: S,
    f: Option<F>,
}

impl<S, F> SinkMapErr<S, F> {
    pub(super) fn new(sink: S, f: F) -> Self {
        Self { sink, f: Some(f) }
    }
}

impl<S, Item, F, E> Sink<Item> for SinkMapErr<S, F>
where
    S: Sink<Item>,
    F: FnOnce(S::Error) -> E,
{
    type Error = E;

    fn sink_feed(&mut self, item: Item) -> Result<(), E> {
        let fed = self.sink.sink_feed(item);
        fed.map_err(|error| once(&mut self.f)(error))
    }

    fn sink_flush(&mut self) -> Result<(), E> {
        let flushed = self.sink.sink_flush();
        flushed.map_err(|error| once(&mut self.f)(error))
    }

    fn sink_close(&mut self) -> Result<(), E> {
        let closed = self.sink.sink_close();
        closed.map_err(|error| once(&mut self.f)(error))
    }
}

fn once<F>(f: &mut Option<F>) -> F {
    f.take().expect("polled MapErr after completion")
}

/// What [`sink_err_into`](super::SinkExt::sink_err_into) returns.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct SinkErrInto<S, E> {
    sink: S,
    error: PhantomData<fn() -> E>,
}

impl<S, E> SinkErrInto<S, E> {
    pub(super) fn new(sink: S) -> Self {
        Self {
            sink,
            error: PhantomData,
        }
    }
}

impl<S: Sink<Item, Error: Into<E>>, Item, E> Sink<Item> for SinkErrInto<S, E> {
    type Error = E;

    fn sink_feed(&mut self, item: Item) -> Result<(), E> {
        self.sink.sink_feed(item).map_err(Into::into)
    }

    fn sink_flush(&mut self) -> Result<(), E> {
        self.sink.sink_flush().map_err(Into::into)
    }

    fn sink_close(&mut self) -> Result<(), E> {
        self.sink.sink_close().map_err(Into::into)
    }
}

/// What [`buffer`](super::SinkExt::buffer) returns.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct Buffer<S, Item> {
    sink: S,
    items: VecDeque<Item>,
    capacity: usize,
}

impl<S: Sink<Item>, Item> Buffer<S, Item> {
    pub(super) fn new(sink: S, capacity: usize) -> Self {
        Self {
            sink,
            items: VecDeque::with_capacity(capacity),
            capacity,
        }
    }

    fn pass_on(&mut self) -> Result<(), S::Error> {
        while let Some(item) = self.items.pop_front() {
            self.sink.sink_feed(item)?;
        }
        Ok(())
    }
}

impl<S: Sink<Item>, Item> Sink<Item> for Buffer<S, Item> {
    type Error = S::Error;

    fn sink_feed(&mut self, item: Item) -> Result<(), S::Error> {
        if self.capacity == 0 {
            return self.sink.sink_feed(item);
        }
        self.pass_on()?;
        self.items.push_back(item);
        Ok(())
    }

    fn sink_flush(&mut self) -> Result<(), S::Error> {
        self.pass_on()?;
        self.sink.sink_flush()
    }

    fn sink_close(&mut self) -> Result<(), S::Error> {
        self.pass_on()?;
        self.sink.sink_close()
    }
}

/// What [`fanout`](super::SinkExt::fanout) returns.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct Fanout<A, B>(pub(super) A, pub(super) B);

impl<A, B> Fanout<A, B> {
    /// Both sinks.
    pub fn into_inner(self) -> (A, B) {
        (self.0, self.1)
    }
}

impl<A, B, Item> Sink<Item> for Fanout<A, B>
where
    A: Sink<Item>,
    Item: Clone,
    B: Sink<Item, Error = A::Error>,
{
    type Error = A::Error;

    fn sink_feed(&mut self, item: Item) -> Result<(), A::Error> {
        self.0.sink_feed(item.clone())?;
        self.1.sink_feed(item)
    }

    fn sink_flush(&mut self) -> Result<(), A::Error> {
        self.0.sink_flush()?;
        self.1.sink_flush()
    }

    fn sink_close(&mut self) -> Result<(), A::Error> {
        self.0.sink_close()?;
        self.1.sink_close()
    }
}
