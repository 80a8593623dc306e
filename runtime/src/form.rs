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
    message = "`{V}` leads to a future, which blocking code does not wait for",
    label = "a future, or a callable that returns one",
    note = "give it a value or a closure; or drive the future by `await_me_maybe_block_on`, if it may block this thread"
)]
pub trait NoFuture<V, T> {
    /// Calls what is to be called.
    ///
    /// # Panics
    ///
    /// If it comes to a `Maybe` that holds a future.
    fn take(value: V) -> T;
}

// One impl for all forms: if there were several to name, rustc would say a second time that it
// cannot infer the form, where the type of the value is not known.
#[diagnostic::do_not_recommend]
impl<T, V, K: Take<V, T>> NoFuture<V, T> for K {
    #[inline]
    #[track_caller]
    fn take(value: V) -> T {
        <K as Take<V, T>>::take(value)
    }
}

/// [`NoFuture`], form by form.
#[doc(hidden)]
pub trait Take<V, T> {
    fn take(value: V) -> T;
}

impl<T> Take<T, T> for Value {
    #[inline]
    fn take(value: T) -> T {
        value
    }
}

impl<T, K: Take<R, T>, R, F: FnOnce() -> R> Take<F, T> for Call<K> {
    #[inline]
    #[track_caller]
    fn take(callable: F) -> T {
        K::take(callable())
    }
}

#[cfg(feature = "alloc")]
macro_rules! take_from_maybe {
    ($($Maybe:ident)*) => {$(
        impl<T> Take<$Maybe<'_, T>, T> for Fut {
            #[track_caller]
            fn take(maybe: $Maybe<'_, T>) -> T {
                maybe.take()
            }
        }
    )*};
}

#[cfg(feature = "alloc")]
take_from_maybe!(Maybe LocalMaybe);
