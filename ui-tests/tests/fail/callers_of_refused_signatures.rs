//! What is refused in a signature is said there, and not once more at its callers. Only the second
//! await of a future in a future has nothing left to wait for.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn takes(later: impl Future<Output = u8>) -> u8 { //~
    later.await
}

#[maybe_async]
async fn takes_generic<F: Future<Output = u8>>(later: F) -> u8 { //~
    later.await
}

#[maybe_async]
async fn returns() -> impl Future<Output = u8> { //~
    async { 1 }
}

#[maybe_async]
async fn calls_back<F, R>(call: F) -> u8
where
    F: Fn(u8) -> R,
    R: Future<Output = u8>, //~
{
    call(1).await
}

#[maybe_async]
async fn caller() -> u8 {
    let three = takes(async { 1 }).await + takes_generic(async { 2 }).await;
    three + calls_back(|n| async move { n }).await
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
