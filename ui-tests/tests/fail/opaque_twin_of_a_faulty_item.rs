//! The type of this twin is known by its body alone, which cannot be made.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn numbers() -> impl Iterator<Item = u8> {
    tokio::task::spawn_local(async {}); //~
    [1, 2].into_iter()
}

fn main() {
    let _ = numbers();
    let _ = numbers_blocking();
}
