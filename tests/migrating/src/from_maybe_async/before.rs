//! With maybe-async: blocking if any crate in the build turns on its feature `is_sync`.

use std::time::Duration;

/// Where greetings come from.
#[allow(async_fn_in_trait)]
#[maybe_async::maybe_async(AFIT)]
pub trait Source {
    /// The word in front of the name.
    async fn word(&self) -> String;
}

/// The greeting.
#[maybe_async::maybe_async]
pub async fn greet(source: &impl Source, name: &str) -> String {
    pause(Duration::from_millis(1)).await;
    format!("{} {name}", source.word().await)
}

#[maybe_async::async_impl]
async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

#[maybe_async::sync_impl]
fn pause(time: Duration) {
    std::thread::sleep(time);
}
