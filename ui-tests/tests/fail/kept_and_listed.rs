//! A function that has a twin, and one that has none.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn fetch() -> u8 {
    1
}

#[maybe_async(keep(fetch), twins(fetch))] //~
async fn calls() -> u8 {
    fetch().await
}

fn main() {
    let _ = calls();
    calls_blocking();
}
