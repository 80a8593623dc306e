//! `await_me_maybe`: a value, a callable or a future, by one function for each form and no box.

use core::future::{Future, IntoFuture, ready};

#[cfg(feature = "alloc")]
use crate::maybe::{LocalMaybe, Maybe};

/// The form of a plain value: see [`MaybeAwait`].
#[derive(Debug)]
pub enum Value {}

/// The form of a future, or of what turns into one: see [`MaybeAwait`].
#[derive(Debug)]
pub enum Fut {}

/// The form of a callable that leads to the form `K`: see [`MaybeAwait`].
#[derive(Debug)]
pub struct Call<K>(core::marker::PhantomData<K>);

/// What gives a `T` when it is called if it can be called, and awaited if it can be awaited.
///
/// `K` is the way there: [`Value`], [`Fut`], or [`Call`] around one of them. It is inferred from
/// `T`, which therefore has to be known from the context.
///
/// ```
/// use await_me_maybe::{MaybeAwait, await_me_maybe};
///
/// async fn total<K>(parts: Vec<impl MaybeAwait<u32, K>>) -> u32 {
///     let mut total = 0;
///     for part in parts {
///         total += await_me_maybe(part).await;
///     }
///     total
/// }
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// assert_eq!(total(vec![1, 2]).await, 3);
/// assert_eq!(total(vec![|| 1, || 2]).await, 3);
/// # });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not lead to a `{T}`",
    label = "neither a `{T}`, nor a callable or a future that gives one"
)]
pub trait MaybeAwait<T, K> {
    /// A future of the value. It boxes nothing, and is `Send` if `self` and what it leads to are.
    fn resolve(self) -> impl Future<Output = T>;
}

impl<T> MaybeAwait<T, Value> for T {
    #[inline]
    fn resolve(self) -> impl Future<Output = T> {
        ready(self)
    }
}

impl<T, F: IntoFuture<Output = T>> MaybeAwait<T, Fut> for F {
    #[inline]
    fn resolve(self) -> impl Future<Output = T> {
        self.into_future()
    }
}

impl<T, K, R: MaybeAwait<T, K>, F: FnOnce() -> R> MaybeAwait<T, Call<K>> for F {
    #[inline]
    async fn resolve(self) -> T {
        self().resolve().await
    }
}

/// Calls what can be called and awaits what can be awaited, until a `T` is left.
///
/// It takes a value, a closure or function (also async), a future or anything that turns into
/// one, boxed forms of these, `Maybe`, and callables nested as deep as the expected type asks
/// for. Nothing is boxed: the cost is that of the direct await, call or value. `T` has to be known
/// from the context; where it is not, use the macro [`await_me_maybe!`](crate::await_me_maybe!).
///
/// ```
/// use await_me_maybe::await_me_maybe;
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// async fn three() -> u32 {
///     3
/// }
///
/// let values: [u32; 5] = [
///     await_me_maybe(1).await,
///     await_me_maybe(|| 2).await,
///     await_me_maybe(three).await,
///     await_me_maybe(async { 4 }).await,
///     await_me_maybe(|| async || 5).await,
/// ];
/// assert_eq!(values, [1, 2, 3, 4, 5]);
/// # });
/// ```
#[inline]
pub fn await_me_maybe<T, K>(value: impl MaybeAwait<T, K>) -> impl Future<Output = T> {
    value.resolve()
}

/// A way to a `T` from a `V` on which there is nothing to wait for.
#[diagnostic::on_unimplemented(
    message = "`{V}` is a future, which blocking code does not wait for",
    label = "a future, or a callable that returns one",
    note = "give it a value or a closure; or run the future with the `block_on` of an executor, if it may block this thread"
)]
pub trait NoFuture<V, T> {
    /// Goes there.
    fn take(value: V) -> T;
}

#[diagnostic::do_not_recommend]
impl<T> NoFuture<T, T> for Value {
    #[inline]
    fn take(value: T) -> T {
        value
    }
}

#[diagnostic::do_not_recommend]
impl<T, K: NoFuture<R, T>, R, F: FnOnce() -> R> NoFuture<F, T> for Call<K> {
    #[inline]
    fn take(callable: F) -> T {
        K::take(callable())
    }
}

#[cfg(feature = "alloc")]
macro_rules! maybe_is_no_future {
    ($($Maybe:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<T> NoFuture<$Maybe<'_, T>, T> for Fut {
            #[track_caller]
            fn take(maybe: $Maybe<'_, T>) -> T {
                maybe.take()
            }
        }
    )*};
}

#[cfg(feature = "alloc")]
maybe_is_no_future!(Maybe LocalMaybe);

/// As [`await_me_maybe`], in blocking code: a value, or a callable that leads to one.
///
/// A future, or a callable that leads to one, does not compile.
///
/// # Panics
///
/// If it is given a [`Maybe`](crate::Maybe) that holds a future, which only shows at run time:
/// `Maybe::blocking` is the way to ask.
///
/// ```
/// use await_me_maybe::await_me_maybe_blocking;
///
/// let values: [u32; 3] = [
///     await_me_maybe_blocking(1),
///     await_me_maybe_blocking(|| 2),
///     await_me_maybe_blocking(|| || 3),
/// ];
/// assert_eq!(values, [1, 2, 3]);
/// ```
///
/// ```compile_fail
/// use await_me_maybe::await_me_maybe_blocking;
///
/// let value: u32 = await_me_maybe_blocking(async { 1 });
/// ```
#[inline]
#[track_caller]
pub fn await_me_maybe_blocking<T, K: NoFuture<V, T>, V: MaybeAwait<T, K>>(value: V) -> T {
    K::take(value)
}
