//! The macros, which go by the type of their operand instead of the expected one: method
//! resolution takes the first kind that fits, through references on a tag.

use core::future::{Future, IntoFuture, Ready, ready};
use core::marker::PhantomData;

use crate::form::{Fut, NoFuture};

/// The type of a value, without the value.
pub struct Of<T>(PhantomData<fn() -> T>);

/// The tag of a value.
#[inline]
#[must_use]
pub fn of<T>(_: &T) -> Of<T> {
    Of(PhantomData)
}

/// Tried first.
pub trait FutureKind {
    /// The kind.
    #[inline]
    fn __kind(&self) -> IsFuture {
        IsFuture
    }
}

impl<F: IntoFuture> FutureKind for &&Of<F> {}

/// Tried second.
pub trait CallKind {
    /// The kind.
    #[inline]
    fn __kind(&self) -> IsCall {
        IsCall
    }
}

impl<R, F: FnOnce() -> R> CallKind for &Of<F> {}

/// Fits everything.
pub trait ValueKind {
    /// The kind.
    #[inline]
    fn __kind(&self) -> IsValue {
        IsValue
    }
}

impl<T> ValueKind for Of<T> {}

/// To be awaited.
#[derive(Clone, Copy)]
pub struct IsFuture;
/// To be called.
#[derive(Clone, Copy)]
pub struct IsCall;
/// To be left alone.
#[derive(Clone, Copy)]
pub struct IsValue;

impl IsFuture {
    /// A future is not called.
    #[inline]
    pub fn called<F>(self, future: F) -> F {
        future
    }

    /// It is awaited.
    #[inline]
    pub fn future<F: IntoFuture>(self, future: F) -> F::IntoFuture {
        future.into_future()
    }

    /// Or refused; `T` is a parameter of the trait, so that no second error follows.
    #[inline]
    #[track_caller]
    pub fn value<F, T>(self, future: F) -> T
    where
        Fut: NoFuture<F, T>,
    {
        <Fut as NoFuture<F, T>>::take(future)
    }
}

impl IsCall {
    /// It is called once.
    #[inline]
    pub fn called<R, F: FnOnce() -> R>(self, callable: F) -> R {
        callable()
    }

    /// What a call has returned is not called again.
    #[inline]
    pub fn future<T>(self, value: T) -> Ready<T> {
        ready(value)
    }

    /// See [`future`](Self::future).
    #[inline]
    pub fn value<T>(self, value: T) -> T {
        value
    }
}

impl IsValue {
    /// Nothing to call.
    #[inline]
    pub fn called<T>(self, value: T) -> T {
        value
    }

    /// Nothing to wait for.
    #[inline]
    pub fn future<T>(self, value: T) -> impl Future<Output = T> {
        ready(value)
    }

    /// See [`future`](Self::future).
    #[inline]
    pub fn value<T>(self, value: T) -> T {
        value
    }
}

/// Calls its operand once if it can be called, then awaits once what can be awaited.
///
/// It goes by the type of the operand, so that no annotation is needed, and awaits by itself: it
/// stands in async code. A value of a generic type is called or awaited if the bounds of the type
/// say that it can be. For callables in callables use the function
/// [`await_me_maybe`](crate::await_me_maybe()).
///
/// ```
/// use await_me_maybe::await_me_maybe;
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// assert_eq!(await_me_maybe!(1), 1);
/// assert_eq!(await_me_maybe!(|| 2), 2);
/// assert_eq!(await_me_maybe!(async || 3), 3);
/// assert_eq!(await_me_maybe!(async { 4 }), 4);
/// # });
/// ```
#[macro_export]
macro_rules! await_me_maybe {
    ($value:expr $(,)?) => {
        match $value {
            value => {
                #[allow(unused_imports)]
                use $crate::__private::tag::{CallKind as _, FutureKind as _, ValueKind as _};
                match (&&&$crate::__private::tag::of(&value))
                    .__kind()
                    .called(value)
                {
                    value => {
                        let kind = (&&&$crate::__private::tag::of(&value)).__kind();
                        kind.future(value).await
                    }
                }
            }
        }
    };
}

/// As [`await_me_maybe!`](crate::await_me_maybe!), in blocking code: a future does not compile.
///
/// # Panics
///
/// If the operand is, or returns, a `Maybe` that holds a future.
///
/// ```
/// use await_me_maybe::await_me_maybe_blocking;
///
/// assert_eq!(await_me_maybe_blocking!(1), 1);
/// assert_eq!(await_me_maybe_blocking!(|| 2), 2);
/// ```
///
/// ```compile_fail
/// use await_me_maybe::await_me_maybe_blocking;
///
/// await_me_maybe_blocking!(async { 1 });
/// ```
#[macro_export]
macro_rules! await_me_maybe_blocking {
    ($value:expr $(,)?) => {
        match $value {
            value => {
                #[allow(unused_imports)]
                use $crate::__private::tag::{CallKind as _, FutureKind as _, ValueKind as _};
                match (&&&$crate::__private::tag::of(&value))
                    .__kind()
                    .called(value)
                {
                    value => (&&&$crate::__private::tag::of(&value))
                        .__kind()
                        .value(value),
                }
            }
        }
    };
}
