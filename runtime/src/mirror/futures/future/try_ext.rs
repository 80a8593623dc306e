//! `TryFuture` and `TryFutureExt`: thunks that can fail.

use super::work::{
    AndThen, ErrInto, InspectErr, InspectOk, MapErr, MapOk, MapOkOrElse, OkInto, OrElse,
    TryFlatten, UnwrapOrElse,
};
use crate::deferred::Deferred;
use crate::resolve::Resolve;

/// Work with a result, with a name for either side.
pub trait TryFuture:
    Resolve<Output = Result<<Self as TryFuture>::Ok, <Self as TryFuture>::Error>>
{
    /// What a success holds.
    type Ok;

    /// What a failure holds.
    type Error;
}

impl<R: Resolve<Output = Result<T, E>>, T, E> TryFuture for R {
    type Ok = T;
    type Error = E;
}

/// The adaptors of `futures::TryFutureExt`, whose closures give plain values here.
///
/// ```
/// use await_me_maybe::mirror::futures::TryFutureExt as _;
/// use await_me_maybe::blocking::{self, Resolve as _};
///
/// let number = blocking::lazy(|| "12".parse::<u32>()).map_ok(|n| n + 1).unwrap_or_else(|_| 0);
/// assert_eq!(number.resolve(), 13);
/// ```
pub trait TryFutureExt: TryFuture {
    /// What the closure makes of a success.
    fn map_ok<T, F>(self, f: F) -> Deferred<MapOk<Self, F>>
    where
        F: FnOnce(Self::Ok) -> T,
        Self: Sized,
    {
        Deferred::new(MapOk { work: self, f })
    }

    /// What the closures make of either.
    fn map_ok_or_else<T, E, F>(self, err: E, ok: F) -> Deferred<MapOkOrElse<Self, E, F>>
    where
        E: FnOnce(Self::Error) -> T,
        F: FnOnce(Self::Ok) -> T,
        Self: Sized,
    {
        Deferred::new(MapOkOrElse {
            work: self,
            err,
            ok,
        })
    }

    /// What the closure makes of an error.
    fn map_err<E, F>(self, f: F) -> Deferred<MapErr<Self, F>>
    where
        F: FnOnce(Self::Error) -> E,
        Self: Sized,
    {
        Deferred::new(MapErr { work: self, f })
    }

    /// An error of another type.
    fn err_into<E>(self) -> Deferred<ErrInto<Self, E>>
    where
        Self: Sized,
        Self::Error: Into<E>,
    {
        Deferred::new(ErrInto::new(self))
    }

    /// A success of another type.
    fn ok_into<T>(self) -> Deferred<OkInto<Self, T>>
    where
        Self: Sized,
        Self::Ok: Into<T>,
    {
        Deferred::new(OkInto::new(self))
    }

    /// What the closure, which can fail, makes of a success.
    fn and_then<T, F>(self, f: F) -> Deferred<AndThen<Self, F>>
    where
        F: FnOnce(Self::Ok) -> Result<T, Self::Error>,
        Self: Sized,
    {
        Deferred::new(AndThen { work: self, f })
    }

    /// What the closure, which can fail, makes of an error.
    fn or_else<E, F>(self, f: F) -> Deferred<OrElse<Self, F>>
    where
        F: FnOnce(Self::Error) -> Result<Self::Ok, E>,
        Self: Sized,
    {
        Deferred::new(OrElse { work: self, f })
    }

    /// Looks at a success.
    fn inspect_ok<F>(self, f: F) -> Deferred<InspectOk<Self, F>>
    where
        F: FnOnce(&Self::Ok),
        Self: Sized,
    {
        Deferred::new(InspectOk { work: self, f })
    }

    /// Looks at an error.
    fn inspect_err<F>(self, f: F) -> Deferred<InspectErr<Self, F>>
    where
        F: FnOnce(&Self::Error),
        Self: Sized,
    {
        Deferred::new(InspectErr { work: self, f })
    }

    /// A success that is work that can fail, as one.
    fn try_flatten(self) -> Deferred<TryFlatten<Self>>
    where
        Self::Ok: TryFuture<Error = Self::Error>,
        Self: Sized,
    {
        Deferred::new(TryFlatten(self))
    }

    /// What the closure makes of an error, or the success.
    fn unwrap_or_else<F>(self, f: F) -> Deferred<UnwrapOrElse<Self, F>>
    where
        F: FnOnce(Self::Error) -> Self::Ok,
        Self: Sized,
    {
        Deferred::new(UnwrapOrElse { work: self, f })
    }
}

impl<R: TryFuture> TryFutureExt for R {}
