//! `SinkExt`: what callers use of sinks.

use super::adaptors::{Buffer, Fanout, SinkErrInto, SinkMapErr};
use super::with::{With, WithFlatMap};
use super::{Either, Sink};
use crate::mirror::futures::stream::TryStream;

/// The methods of `futures::SinkExt`, which wait for the sink here.
///
/// ```
/// use await_me_maybe::mirror::futures::{SinkExt as _, stream};
///
/// let mut items = Vec::new();
/// items.feed(1)?;
/// items.send_all(&mut stream::iter([Ok(2), Ok(3)]))?;
/// assert_eq!(items, [1, 2, 3]);
/// # Ok::<_, std::convert::Infallible>(())
/// ```
#[allow(
    clippy::missing_errors_doc,
    reason = "an error of the sink or of a closure"
)]
pub trait SinkExt<Item>: Sink<Item> {
    /// Takes an item, and empties all buffers.
    fn send(&mut self, item: Item) -> Result<(), Self::Error> {
        self.sink_feed(item)?;
        self.sink_flush()
    }

    /// Takes an item, which may stay in a buffer.
    fn feed(&mut self, item: Item) -> Result<(), Self::Error> {
        self.sink_feed(item)
    }

    /// Takes all items, up to the first error, and empties all buffers.
    fn send_all<S>(&mut self, stream: &mut S) -> Result<(), Self::Error>
    where
        S: TryStream<Ok = Item, Error = Self::Error> + ?Sized,
    {
        for item in stream {
            self.sink_feed(item?)?;
        }
        self.sink_flush()
    }

    /// Empties all buffers.
    fn flush(&mut self) -> Result<(), Self::Error> {
        self.sink_flush()
    }

    /// Empties all buffers, and takes no further items.
    fn close(&mut self) -> Result<(), Self::Error> {
        self.sink_close()
    }

    /// Takes what the closure, which can fail, makes of each item, when it is flushed or has to
    /// take the next one.
    fn with<U, F, E>(self, f: F) -> With<Self, U, F>
    where
        F: FnMut(U) -> Result<Item, E>,
        E: From<Self::Error>,
        Self: Sized,
    {
        With::new(self, f)
    }

    /// Takes the items of what the closure makes of each item.
    fn with_flat_map<U, S, F>(self, f: F) -> WithFlatMap<Self, S, F>
    where
        F: FnMut(U) -> S,
        S: Iterator<Item = Result<Item, Self::Error>>,
        Self: Sized,
    {
        WithFlatMap::new(self, f)
    }

    /// An error of another type, once.
    fn sink_map_err<E, F>(self, f: F) -> SinkMapErr<Self, F>
    where
        F: FnOnce(Self::Error) -> E,
        Self: Sized,
    {
        SinkMapErr::new(self, f)
    }

    /// Errors of another type.
    fn sink_err_into<E>(self) -> SinkErrInto<Self, E>
    where
        Self: Sized,
        Self::Error: Into<E>,
    {
        SinkErrInto::new(self)
    }

    /// Keeps what it was given last until the next item, or until it is flushed.
    fn buffer(self, capacity: usize) -> Buffer<Self, Item>
    where
        Self: Sized,
    {
        Buffer::new(self, capacity)
    }

    /// Gives each item to both sinks.
    fn fanout<S>(self, other: S) -> Fanout<Self, S>
    where
        Self: Sized,
        Item: Clone,
        S: Sink<Item, Error = Self::Error>,
    {
        Fanout(self, other)
    }

    /// One of two kinds of sinks, of the same type as the other one.
    fn left_sink<B>(self) -> Either<Self, B>
    where
        B: Sink<Item, Error = Self::Error>,
        Self: Sized,
    {
        Either::Left(self)
    }

    /// See [`left_sink`](Self::left_sink).
    fn right_sink<A>(self) -> Either<A, Self>
    where
        A: Sink<Item, Error = Self::Error>,
        Self: Sized,
    {
        Either::Right(self)
    }
}

impl<S: Sink<Item> + ?Sized, Item> SinkExt<Item> for S {}
