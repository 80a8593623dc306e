//! A macro that awaits by itself, under a name of which nothing is known.

use await_me_maybe::maybe_async;
use tokio::join as both;

async fn fetch(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn joined() -> u8 {
    let (one, two) = both!(fetch(1), fetch(2)); //~
    one + two
}

fn main() {
    let _ = joined();
    joined_blocking();
}
