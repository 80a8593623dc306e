//! Time that passes.

use std::io;
use std::time::Duration;

use super::{only_async, only_blocking};

/// Waits for so long.
#[only_async]
pub(crate) async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

/// Waits for so long.
#[only_blocking]
pub(crate) fn pause(time: Duration) {
    std::thread::sleep(time);
}

/// What a step on a socket gives, if it gives it in time.
#[only_async]
pub(super) async fn within<T>(
    limit: Duration,
    step: impl Future<Output = io::Result<T>>,
) -> io::Result<T> {
    let done = tokio::time::timeout(limit, step).await;
    done.unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

/// The socket has looked at the time by itself: what comes here is its result.
#[only_blocking]
pub(super) fn within<T>(_limit: Duration, done: io::Result<T>) -> io::Result<T> {
    done.map_err(|error| match error.kind() {
        // So some systems call it when the time of a socket is over.
        io::ErrorKind::WouldBlock => io::ErrorKind::TimedOut.into(),
        _ => error,
    })
}
