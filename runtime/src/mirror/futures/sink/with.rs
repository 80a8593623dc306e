//! Adaptors that change items on their way into a sink.

use core::marker::PhantomData;

use super::Sink;

/// What [`with`](super::SinkExt::with) returns.
///
/// As in `futures`, the closure works when the sink is flushed or takes the next item.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct With<S, U, F> {
    sink: S,
    waiting: Option<U>,
    f: F,
}

impl<S, U, F> With<S, U, F> {
    pub(super) fn new(sink: S, f: F) -> Self {
        Self {
            sink,
            waiting: None,
            f,
        }
    }

    /// The sink.
    pub fn get_ref(&self) -> &S {
        &self.sink
    }

    /// The sink.
    pub fn get_mut(&mut self) -> &mut S {
        &mut self.sink
    }

    /// The sink; an item that waits is lost.
    pub fn into_inner(self) -> S {
        self.sink
    }

    fn pass_on<Item, E>(&mut self) -> Result<(), E>
    where
        S: Sink<Item, Error: Into<E>>,
        F: FnMut(U) -> Result<Item, E>,
    {
        let Some(item) = self.waiting.take() else {
            return Ok(());
        };
        let item = (self.f)(item)?;
        self.sink.sink_feed(item).map_err(Into::into)
    }
}

impl<S, Item, U, F, E> Sink<U> for With<S, U, F>
where
    S: Sink<Item>,
    F: FnMut(U) -> Result<Item, E>,
    E: From<S::Error>,
{
    type Error = E;

    fn sink_feed(&mut self, item: U) -> Result<(), E> {
        self.pass_on()?;
        self.waiting = Some(item);
        Ok(())
    }

    fn sink_flush(&mut self) -> Result<(), E> {
        self.pass_on()?;
        Ok(self.sink.sink_flush()?)
    }

    fn sink_close(&mut self) -> Result<(), E> {
        self.pass_on()?;
        Ok(self.sink.sink_close()?)
    }
}

/// What [`with_flat_map`](super::SinkExt::with_flat_map) returns.
#[must_use = "sinks do nothing unless items are given to them"]
pub struct WithFlatMap<S, I, F> {
    sink: S,
    items: Option<I>,
    f: F,
    taken: PhantomData<fn() -> I>,
}

impl<S, I, F> WithFlatMap<S, I, F> {
    pub(super) fn new(sink: S, f: F) -> Self {
        Self {
            sink,
            items: None,
            f,
            taken: PhantomData,
        }
    }

    /// The sink.
    pub fn get_ref(&self) -> &S {
        &self.sink
    }

    /// The sink.
    pub fn get_mut(&mut self) -> &mut S {
        &mut self.sink
    }

    /// The sink; items that wait are lost.
    pub fn into_inner(self) -> S {
        self.sink
    }

    fn pass_on<Item>(&mut self) -> Result<(), S::Error>
    where
        S: Sink<Item>,
        I: Iterator<Item = Result<Item, S::Error>>,
    {
        if let Some(items) = &mut self.items {
            for item in items {
                self.sink.sink_feed(item?)?;
            }
            self.items = None;
        }
        Ok(())
    }
}

impl<S, Item, U, I, F> Sink<U> for WithFlatMap<S, I, F>
where
    S: Sink<Item>,
    F: FnMut(U) -> I,
    I: Iterator<Item = Result<Item, S::Error>>,
{
    type Error = S::Error;

    fn sink_feed(&mut self, item: U) -> Result<(), S::Error> {
        self.pass_on()?;
        self.items = Some((self.f)(item));
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
