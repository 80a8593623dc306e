//! A branch is awaited, so that it calls a twin.

use await_me_maybe::maybe_async;

#[maybe_async(join = sequential)]
async fn two() -> (u8, u8) {
    tokio::join!(async { 1 }, foreign(2)) //~
}

async fn foreign(n: u8) -> u8 {
    n
}

fn main() {
    let _ = two();
}
