//! What only one half can call.

use std::time::Duration;

use super::{only_async, only_blocking};

#[only_async]
pub(super) async fn pause(time: Duration) {
    tokio::time::sleep(time).await;
}

#[only_blocking]
pub(super) fn pause(time: Duration) {
    std::thread::sleep(time);
}
