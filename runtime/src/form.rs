//! How [`await_me_maybe`](crate::await_me_maybe()) gets from what it is given to the value: its
//! second type parameter, which is inferred.
//!
//! ```
//! use await_me_maybe::form::{Call, Fut, Value};
//! use await_me_maybe::{await_me_maybe, await_me_maybe_blocking};
//!
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! assert_eq!(await_me_maybe::<u32, Value>(1).await, 1);
//! assert_eq!(await_me_maybe::<u32, Call<Value>>(|| 2).await, 2);
//! assert_eq!(await_me_maybe::<u32, Fut>(async { 3 }).await, 3);
//! assert_eq!(await_me_maybe::<u32, Call<Call<Fut>>>(|| async || 4).await, 4);
//! # });
//! let two: u32 = await_me_maybe_blocking::<_, Call<Value>, _>(|| 2);
//! assert_eq!(two, 2);
//! ```

use core::marker::PhantomData;

#[cfg(feature = "alloc")]
use crate::maybe::{LocalMaybe, Maybe};

/// A plain value.
#[derive(Debug)]
pub enum Value {}

/// A future, or what turns into one.
#[derive(Debug)]
pub enum Fut {}

/// A callable that leads to the form `K`.
#[derive(Debug)]
pub struct Call<K>(PhantomData<K>);

/// A form in which a `V` leads to a `T` without anything to wait for: a value, a callable, and a
/// `Maybe`.
///
/// ```
/// use await_me_maybe::form::NoFuture;
/// use await_me_maybe::{MaybeAwait, await_me_maybe_blocking};
///
/// fn twice<K: NoFuture<V, u32>, V: MaybeAwait<u32, K>>(value: V) -> u32 {
///     2 * await_me_maybe_blocking(value)
/// }
///
/// assert_eq!(twice(1), 2);
/// assert_eq!(twice(|| 1), 2);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{V}` is a future, which blocking code does not wait for",
    label = "a future, or a callable that returns one",
    note = "give it a value or a closure; or run the future with the `block_on` of an executor, if it may block this thread"
)]
pub trait NoFuture<V, T> {
    /// Calls what is to be called.
    ///
    /// # Panics
    ///
    /// If it comes to a `Maybe` that holds a future.
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
    #[track_caller]
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
