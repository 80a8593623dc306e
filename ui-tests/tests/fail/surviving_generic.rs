//! A future that is returned on purpose, from a generic function.

use await_me_maybe::maybe_async;

async fn same<T>(value: T) -> T {
    value
}

fn same_blocking<T>(value: T) -> T {
    value
}

#[maybe_async]
async fn hands_on<F: Future<Output = u8>>(future: F) -> u8 { //~
    same(future).await.await
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
    let _ = (hands_on(foreign()), makes());
    makes_blocking();
}
