//! `FutureExt`: adaptors of thunks.

use alloc::boxed::Box;

use super::either::Either;
#[cfg(feature = "std")]
use super::work::CatchUnwind;
use super::work::{Flatten, FlattenStream, Inspect, Map, MapInto, OkUnderError};
use super::{BoxFuture, LocalBoxFuture};
use crate::deferred::Deferred;
use crate::mirror::futures::stream::{Once, once};
use crate::resolve::Resolve;

/// The adaptors of `futures::FutureExt`, whose closures give plain values here.
///
/// ```
/// use await_me_maybe::mirror::futures::FutureExt as _;
/// use await_me_maybe::blocking::{self, Resolve as _};
///
/// let mut log = Vec::new();
/// let work = blocking::lazy(|| 1).then(|n| n + 1).inspect(|n| log.push(*n));
/// assert_eq!(work.resolve(), 2);
/// assert_eq!(log, [2]);
/// ```
pub trait FutureExt: Resolve {
    /// What the closure makes of the output.
    fn map<T, F>(self, f: F) -> Deferred<Map<Self, F>>
    where
        F: FnOnce(Self::Output) -> T,
        Self: Sized,
    {
        Deferred::new(Map { work: self, f })
    }

    /// The output, converted.
    fn map_into<T>(self) -> Deferred<MapInto<Self, T>>
    where
        Self::Output: Into<T>,
        Self: Sized,
    {
        Deferred::new(MapInto::new(self))
    }

    /// What the closure, which may wait, makes of the output.
    fn then<T, F>(self, f: F) -> Deferred<Map<Self, F>>
    where
        F: FnOnce(Self::Output) -> T,
        Self: Sized,
    {
        Deferred::new(Map { work: self, f })
    }

    /// Looks at the output.
    fn inspect<F>(self, f: F) -> Deferred<Inspect<Self, F>>
    where
        F: FnOnce(&Self::Output),
        Self: Sized,
    {
        Deferred::new(Inspect { work: self, f })
    }

    /// Work that makes work, as one.
    fn flatten(self) -> Deferred<Flatten<Self>>
    where
        Self::Output: Resolve,
        Self: Sized,
    {
        Deferred::new(Flatten(self))
    }

    /// The items of the iterator that is the output.
    fn flatten_stream(self) -> FlattenStream<Self>
    where
        Self::Output: Iterator,
        Self: Sized,
    {
        FlattenStream::new(self)
    }

    /// An iterator over the output alone.
    fn into_stream(self) -> Once<Self>
    where
        Self: Sized,
    {
        once(self)
    }

    /// Itself: work is done once.
    fn fuse(self) -> Deferred<Self>
    where
        Self: Sized,
    {
        Deferred::new(self)
    }

    /// One of two kinds of work, of the same type as the other one.
    fn left_future<B>(self) -> Either<Self, B>
    where
        B: Resolve<Output = Self::Output>,
        Self: Sized,
    {
        Either::Left(self)
    }

    /// See [`left_future`](Self::left_future).
    fn right_future<A>(self) -> Either<A, Self>
    where
        A: Resolve<Output = Self::Output>,
        Self: Sized,
    {
        Either::Right(self)
    }

    /// The output, or what it has panicked with.
    #[cfg(feature = "std")]
    fn catch_unwind(self) -> Deferred<CatchUnwind<Self>>
    where
        Self: Sized + core::panic::UnwindSafe,
    {
        Deferred::new(CatchUnwind(self))
    }

    /// In a box that can be sent to another thread.
    fn boxed<'a>(self) -> BoxFuture<'a, Self::Output>
    where
        Self: Sized + Send + 'a,
    {
        Box::pin(Deferred::new(self))
    }

    /// In a box.
    fn boxed_local<'a>(self) -> LocalBoxFuture<'a, Self::Output>
    where
        Self: Sized + 'a,
    {
        Box::pin(Deferred::new(self))
    }

    /// A success, beside an error of no content.
    fn unit_error(self) -> Deferred<OkUnderError<Self, ()>>
    where
        Self: Sized,
    {
        Deferred::new(OkUnderError::new(self))
    }

    /// A success, beside an error that cannot be.
    fn never_error(self) -> Deferred<OkUnderError<Self, core::convert::Infallible>>
    where
        Self: Sized,
    {
        Deferred::new(OkUnderError::new(self))
    }
}

impl<R: Resolve> FutureExt for R {}
