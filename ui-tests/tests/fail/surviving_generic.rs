//! A future that is returned on purpose, from a generic function.

use await_me_maybe::maybe_async;

async fn same<T>(value: T) -> T {
    value
}

fn same_blocking<T>(value: T) -> T {
    value
}

async fn foreign() -> u8 {
    1
}

#[maybe_async]
async fn makes() -> u8 {
    let future = same(foreign()).await;
    future.await //~
}

fn main() {
    let _ = makes();
    makes_blocking();
}
