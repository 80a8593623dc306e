//! A `Box` that is not std's may do more than to pin.

use await_me_maybe::maybe_async;

struct Box;

impl Box {
    fn pin<T>(value: T) -> T {
        println!("pinned");
        value
    }
}

#[maybe_async]
async fn get(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn pinned(n: u8) -> u8 {
    Box::pin(get(n)).await //~
}

fn main() {}
