//! Where a path does not say that it is a library's, rustc looks for the twin.

use await_me_maybe::maybe_async;
use std::time::Duration;
use tokio::time;

#[maybe_async]
async fn waits() {
    time::sleep(Duration::ZERO).await; //~
}

fn main() {
    let _ = waits();
    waits_blocking();
}
