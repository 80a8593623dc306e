//! `await_me_maybe`: a value, a callable or a future, by one function for each form and no box.

use core::future::{Future, IntoFuture, ready};

use crate::form::{Call, Fut, NoFuture, Value};

/// What gives a `T` when it is called if it can be called, and awaited if it can be awaited.
///
/// `K` is the [form](crate::form) it has. It is inferred from `T`, which therefore has to be known
/// from the context.
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
///
/// # `Send`
///
/// The future is `Send` if what it is made of is, which is known where the type is: a task that
/// resolves an `async { .. }` can be spawned, and so can a call of the function `total` above. A
/// *generic* function cannot promise a `Send` future of an `impl MaybeAwait`, since nothing in its
/// signature could ask for it. There, take a `Maybe`, or be an `async fn` and leave
/// the promise to the caller, as `total` does.
///
/// ```compile_fail
/// use await_me_maybe::{MaybeAwait, await_me_maybe};
///
/// fn boxed<K: 'static>(
///     part: impl MaybeAwait<u32, K> + Send + 'static,
/// ) -> Box<dyn Future<Output = u32> + Send> {
///     Box::new(await_me_maybe(part)) // cannot be sent between threads safely
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not lead to a `{T}`",
    label = "neither a `{T}`, nor a callable or a future that gives one"
)]
pub trait MaybeAwait<T, K> {
    /// A future of the value, without a box of its own.
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
/// for. Nothing is boxed: the cost is that of the direct await, call or value. A callable is called
/// at the first poll. `T` has to be known from the context; where it is not, use the macro
/// [`await_me_maybe!`](crate::await_me_maybe!).
///
/// A parameter of type `impl AsyncFn() -> T` is not known to be a callable in that sense: give it
/// called. On `Send`, see [`MaybeAwait`].
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

/// As [`await_me_maybe`], in blocking code: a value, or a callable that leads to one.
///
/// A future, or a callable that leads to one, does not compile.
///
/// # Panics
///
/// If it is given a `Maybe` that holds a future, which only shows at run time:
/// `Maybe::blocking` is the checked way.
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
pub fn await_me_maybe_blocking<T, K, V>(value: V) -> T
where
    // In this order, so that a `T` that is not known is one error.
    V: MaybeAwait<T, K>,
    K: NoFuture<V, T>,
{
    K::take(value)
}
