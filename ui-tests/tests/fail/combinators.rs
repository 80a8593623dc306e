//! Combinators of futures: methods of what is not awaited yet.

use await_me_maybe::maybe_async;
use futures::FutureExt as _;

#[maybe_async]
async fn fetch() -> u8 {
    1
}

#[maybe_async]
async fn unknown() -> u8 {
    fetch().map(|n| n + 1).await //~
}

#[maybe_async(twins(fetch))]
async fn shared() -> u8 {
    let future = fetch().shared(); //~
    future.clone().await + future.await
}

fn main() {
    let _ = (unknown(), shared());
    unknown_blocking();
    shared_blocking();
}
