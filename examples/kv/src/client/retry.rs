//! Trying again.

use super::maybe_async;
use super::transport::pause;
use crate::{Config, Error};

/// Calls `attempt` until it succeeds, fails for another reason than its connection, or has been
/// called once more often than the configuration says. It is told how often it has been called.
#[maybe_async]
pub(super) async fn retry<R>(
    config: &Config,
    attempt: impl AsyncFn(u32) -> Result<R, Error>,
) -> Result<R, Error> {
    let mut time = config.backoff;
    for count in 0..config.retries {
        match attempt(count).await {
            Err(error) if error.is_of_connection() => {}
            done => return done,
        }
        pause(time).await;
        time *= 2;
    }
    attempt(config.retries).await
}
