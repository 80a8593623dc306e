//! `await_me_maybe_block_on`: a blocking caller that takes futures, too.

use super::block_on::block_on;
use crate::maybe_await::{MaybeAwait, await_me_maybe};

/// As [`await_me_maybe`], in blocking code that has chosen to wait for futures.
///
/// [`await_me_maybe_blocking`](crate::await_me_maybe_blocking()) takes what leads to a value
/// without waiting, and refuses futures. This one drives them by
/// [`block_on`](crate::blocking::block_on).
///
/// # Panics
///
/// As [`block_on`](crate::blocking::block_on): on a thread that runs an executor, whatever it is
/// given, so that a callback that turns into a future does not change where it can be called.
///
/// ```
/// use await_me_maybe::{Maybe, await_me_maybe_block_on};
///
/// let callbacks = [
///     Maybe::value(1),
///     Maybe::call(|| 2),
///     Maybe::future(async { 3 }),
/// ];
/// let values: Vec<u32> = callbacks.into_iter().map(await_me_maybe_block_on).collect();
/// assert_eq!(values, [1, 2, 3]);
/// ```
#[track_caller]
pub fn await_me_maybe_block_on<T, K>(value: impl MaybeAwait<T, K>) -> T {
    block_on(await_me_maybe(value))
}
