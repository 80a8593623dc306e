//! `unblock`: blocking code, awaited.

use core::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::slot::{Held, is_held};
use super::{context, thread};

/// Runs blocking code on a thread that is for such code, and awaits what it returns.
///
/// The closure does not run before the future is polled, and not at all if it is dropped before
/// its turn. Dropped later it does not stop the closure: what comes out of that is thrown away, a
/// panic, too.
///
/// Features: `unblock`. Where a tokio runtime is current, and with the feature `tokio`, the thread
/// is one of its pool (`spawn_blocking`); elsewhere, one of the `blocking` crate. A pool whose
/// threads are all busy lets the closure wait. Where a closure that has such a thread calls
/// [`block_on`](crate::blocking::block_on), an `unblock` in there gets a thread of its own, so that
/// they do not wait for each other.
///
/// With the feature `tracing` the current span, and the subscriber, of the caller are those of the
/// closure. Task-locals are not: read them before and move their values into the closure.
///
/// # Panics
///
/// If the closure panics, with its payload. If a tokio runtime is shut down before the turn of the
/// closure. If a thread is needed, and the operating system has none to give.
///
/// ```
/// use await_me_maybe::blocking::block_on;
/// use await_me_maybe::unblock;
///
/// let text = String::from("7 bytes");
/// let length = block_on(async {
///     // Reads a file, asks a blocking twin, computes for long: on another thread.
///     unblock(move || text.len()).await
/// });
/// assert_eq!(length, 7);
/// ```
pub fn unblock<T, F>(work: F) -> impl Future<Output = T> + Send
where
    T: Send + 'static,
    F: FnOnce() -> T + Send + 'static,
{
    let work = context::carry(move || {
        let _held = Held::here();
        work()
    });
    async move {
        if is_held() {
            return on_a_thread(work).await;
        }
        #[cfg(feature = "tokio")]
        if let Ok(handle) = tokio::runtime::Handle::try_current() {
            return super::tokio::unblock(handle, work).await;
        }
        blocking::unblock(work).await
    }
}

async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = futures_channel::oneshot::channel();
    thread::start(move || {
        // An error: nobody waits any more.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(work)));
    });
    match receiver.await {
        Ok(Ok(value)) => value,
        Ok(Err(payload)) => resume_unwind(payload),
        Err(canceled) => unreachable!("the thread sends whatever happens: {canceled}"),
    }
}
