//! `ready(..)` is taken for the one of std.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn ready(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn uses() -> u8 {
    ready(1).await //~
}

fn main() {
    let _ = (ready(1), uses());
    ready_blocking(1);
    uses_blocking();
}
