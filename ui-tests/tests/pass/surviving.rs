//! What the witness suggests for a callee that is still async.

use await_me_maybe::maybe_async;
use await_me_maybe_ui_tests::block_on;

// Does what `NotAFuture` and `AlreadyAwaited` say: a twin for the called function.

#[maybe_async]
async fn annotated(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn calls_annotated() -> u8 {
    annotated(1).await
}

// The blocking variant of a foreign one by hand, under the twin's name.

async fn foreign(n: u8) -> u8 {
    n
}

fn foreign_blocking(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn calls_foreign() -> u8 {
    let value: u8 = foreign(2).await;
    value
}

// A bound follows when it is listed.

#[maybe_async]
trait Store {
    async fn get(&self) -> u8;
}

#[maybe_async]
impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

#[maybe_async(twins(Store))]
async fn generic(store: &impl Store) -> u8 {
    store.get().await
}

fn main() {
    assert_eq!(
        (block_on(calls_annotated()), calls_annotated_blocking()),
        (1, 1)
    );
    assert_eq!(
        (block_on(calls_foreign()), calls_foreign_blocking()),
        (2, 2)
    );
    assert_eq!((block_on(generic(&3u8)), generic_blocking(&3u8)), (3, 3));
}
