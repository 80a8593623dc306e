//! Libraries know nothing of twins.

use await_me_maybe::maybe_async;
use std::time::Duration;

#[maybe_async]
async fn waits() {
    tokio::time::sleep(Duration::ZERO).await; //~
}

#[maybe_async]
async fn yields() {
    tokio::task::yield_now().await; //~
}

fn main() {
    let _ = (waits(), yields());
    waits_blocking();
    yields_blocking();
}
