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
async fn known() -> u8 {
    fetch().map(|n| n + 1).await //~
}

#[maybe_async]
async fn of_a_block() -> u8 {
    async { 1 }.then(|n| async move { n + 1 }).await //~
}

fn main() {
    let _ = (unknown(), known(), of_a_block());
    unknown_blocking();
    known_blocking();
    of_a_block_blocking();
}
