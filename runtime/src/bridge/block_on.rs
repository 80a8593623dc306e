//! `block_on`: a future in blocking code.

use core::future::IntoFuture;

use super::error::BlockOnError;
use super::executor;

/// Waits for a future on this thread, and returns what comes out of it.
///
/// It is for threads that may wait: those of a program without a runtime, those that you have
/// started, those for blocking code (`spawn_blocking`, [`unblock`], `block_in_place`), also in a
/// `Drop` and while the thread unwinds. A thread that runs an executor must not wait, since all of
/// its tasks would stop, perhaps for ever. There it panics:
///
/// | runs on this thread | found |
/// |---|---|
/// | `block_on` itself | always |
/// | tokio of either flavour: its tasks, the future of its `block_on`, a `LocalSet` | with the feature `tokio` |
/// | `block_on`, `LocalPool` and `ThreadPool` of `futures` | with the feature `futures-executor` |
/// | `smol`, `async-std` (both with `async-io` 2, their default) and `futures_lite::future::block_on` | with the feature `smol` |
///
/// Nothing else is found: not pollster, nor the event loops of desktops and browsers, nor a
/// hand-written poll. Tokio is found before it has said a word, but for two places that have no
/// budget of tokio's: inside `unconstrained`, and in destructors of tasks that are not being
/// polled. There tokio itself refuses, and its message is printed before this one.
///
/// # The runtime of the future
///
/// Without features the future needs to be one that any executor can drive. With the feature
/// `tokio` it can use tokio's timers, sockets and tasks: those of the current runtime, if that is
/// multi-threaded; else of one that is started in the background by the first call that needs it,
/// with two threads, and stays. (A current-thread runtime is not used: it stands still once its
/// own `block_on` has returned, and this thread would wait for ever.)
///
/// Where the current runtime has been shut down, or is while this thread waits, sockets give
/// errors, channels of its tasks close, and a timer ends the call with a panic.
///
/// # Panics
///
/// If the thread runs an executor that is found; [`try_block_on`] returns an error. If the future
/// panics, with its payload. If a runtime that the future needs has been shut down or does not
/// start.
///
/// A panic while the thread unwinds ends the program: a `Drop` that may run on any thread asks
/// [`try_block_on`].
///
/// ```
/// use await_me_maybe::blocking::block_on;
///
/// async fn fetch() -> u32 {
///     1
/// }
///
/// assert_eq!(block_on(fetch()), 1);
/// ```
///
/// ```should_panic
/// use await_me_maybe::blocking::block_on;
///
/// block_on(async {
///     block_on(async {}); // call the blocking twin, or await
/// });
/// ```
#[cfg_attr(feature = "unblock", doc = "\n[`unblock`]: crate::unblock()")]
#[cfg_attr(
    not(feature = "unblock"),
    doc = "\n[`unblock`]: #the-runtime-of-the-future"
)]
#[track_caller]
pub fn block_on<F: IntoFuture>(future: F) -> F::Output {
    match try_block_on(future) {
        Ok(output) => output,
        Err(error) => panic!("{error}"),
    }
}

/// As [`block_on`], but an error where that panics on its own account.
///
/// The future is dropped, and has not been polled, if the thread runs an executor. To keep it, give
/// a `Pin<&mut F>`.
///
/// # Errors
///
/// If the thread runs an executor that is found, and if a runtime that the future needs has been
/// shut down or does not start.
///
/// # Panics
///
/// If the future panics, with its payload.
///
/// ```
/// use await_me_maybe::blocking::try_block_on;
///
/// /// Says goodbye if it can.
/// struct Connection;
///
/// impl Drop for Connection {
///     fn drop(&mut self) {
///         if let Err(error) = try_block_on(async { println!("bye") }) {
///             eprintln!("closed without a word: {error}");
///         }
///     }
/// }
///
/// drop(Connection);
/// ```
pub fn try_block_on<F: IntoFuture>(future: F) -> Result<F::Output, BlockOnError> {
    if let Some(executor) = executor::running() {
        return Err(BlockOnError::nested::<F>(executor));
    }
    drive(future.into_future())
}

#[cfg(feature = "tokio")]
use super::tokio::drive;

#[cfg(not(feature = "tokio"))]
#[allow(clippy::unnecessary_wraps, reason = "the one of tokio may fail")]
fn drive<F: core::future::Future>(future: F) -> Result<F::Output, BlockOnError> {
    let _running = executor::mark();
    Ok(super::park::drive(future))
}
