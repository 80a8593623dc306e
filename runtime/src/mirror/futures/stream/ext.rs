//! `StreamExt`: the names that iterators have not.

use alloc::boxed::Box;
use core::iter::Map;

use super::adaptors::Chunks;
use super::try_stream::TryStream;
use super::{BoxStream, LocalBoxStream};
use crate::mirror::futures::future::Either;
use crate::mirror::futures::sink::{Sink, SinkExt as _};

/// The adaptors of `futures::StreamExt` that `Iterator` has under another name or not at all.
///
/// ```
/// use await_me_maybe::mirror::futures::StreamExt as _;
///
/// let lists = [1, 3].into_iter().then(|n| vec![n, n + 1]);
/// assert_eq!(lists.concat(), [1, 2, 3, 4]);
/// ```
pub trait StreamExt: Iterator {
    /// What the closure gives for each item.
    fn then<T, F>(self, f: F) -> Map<Self, F>
    where
        F: FnMut(Self::Item) -> T,
        Self: Sized,
    {
        self.map(f)
    }

    /// The first item, if there is one, and the rest.
    fn into_future(mut self) -> (Option<Self::Item>, Self)
    where
        Self: Sized,
    {
        (self.next(), self)
    }

    /// All items in one.
    fn concat(self) -> Self::Item
    where
        Self: Sized,
        Self::Item: Extend<<Self::Item as IntoIterator>::Item> + IntoIterator + Default,
    {
        self.reduce(|mut all, item| {
            all.extend(item);
            all
        })
        .unwrap_or_default()
    }

    /// Vectors of `capacity` items, the last one shorter.
    ///
    /// # Panics
    ///
    /// If the capacity is zero.
    #[track_caller]
    fn chunks(self, capacity: usize) -> Chunks<Self>
    where
        Self: Sized,
    {
        Chunks::new(self, capacity)
    }

    /// The items, in a box that can be sent to another thread.
    fn boxed<'a>(self) -> BoxStream<'a, Self::Item>
    where
        Self: Sized + Send + 'a,
    {
        Box::new(self)
    }

    /// The items, in a box.
    fn boxed_local<'a>(self) -> LocalBoxStream<'a, Self::Item>
    where
        Self: Sized + 'a,
    {
        Box::new(self)
    }

    /// One of two kinds of iterators, of the same type as the other one.
    fn left_stream<B>(self) -> Either<Self, B>
    where
        B: Iterator<Item = Self::Item>,
        Self: Sized,
    {
        Either::Left(self)
    }

    /// See [`left_stream`](Self::left_stream).
    fn right_stream<B>(self) -> Either<B, Self>
    where
        B: Iterator<Item = Self::Item>,
        Self: Sized,
    {
        Either::Right(self)
    }

    /// The next item, where there is always one.
    ///
    /// # Panics
    ///
    /// If there is none left.
    #[track_caller]
    fn select_next_some(&mut self) -> Self::Item {
        self.next().expect("SelectNextSome polled after terminated")
    }

    /// Sends all items, and closes the sink.
    ///
    /// # Errors
    ///
    /// The first one, of an item or of the sink.
    fn forward<S>(mut self, mut sink: S) -> Result<(), S::Error>
    where
        S: Sink<Self::Ok, Error = Self::Error>,
        Self: TryStream + Sized,
    {
        // What is sent last may need what the stream holds: both are dropped behind the close.
        for item in &mut self {
            sink.feed(item?)?;
        }
        sink.close()
    }

    /// The items, until a panic, which is the last one.
    #[cfg(feature = "std")]
    fn catch_unwind(self) -> super::CatchUnwind<Self>
    where
        Self: Sized + core::panic::UnwindSafe,
    {
        super::CatchUnwind::new(self)
    }

    /// `any` of a stream that is used up, as an awaited one is, where `Iterator` would keep it.
    #[doc(hidden)]
    fn __any(mut self, f: impl FnMut(Self::Item) -> bool) -> bool
    where
        Self: Sized,
    {
        self.any(f)
    }

    /// See [`__any`](Self::__any).
    #[doc(hidden)]
    fn __all(mut self, f: impl FnMut(Self::Item) -> bool) -> bool
    where
        Self: Sized,
    {
        self.all(f)
    }
}

impl<I: Iterator + ?Sized> StreamExt for I {}
