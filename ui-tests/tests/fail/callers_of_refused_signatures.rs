//! What is refused in a signature is said there, and not once more at its callers. Only the second
//! await of a future in a future has nothing left to wait for.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn takes<F: AsyncFn() -> u8, Fut: Future<Output = u8>>(_: F, first: Fut, make: fn() -> Fut) -> u8 { //~
    first.await + make().await
}

#[maybe_async]
async fn returns() -> impl Future<Output = u8> { //~
    async { 1 }
}

#[maybe_async]
async fn caller() -> u8 {
    takes(async || 1, async { 1 }, || unreachable!()).await
}

#[maybe_async]
async fn awaits_twice() -> u8 {
    returns().await.await //~
}

fn main() {
    let _ = (caller(), awaits_twice());
    caller_blocking();
    awaits_twice_blocking();
}
