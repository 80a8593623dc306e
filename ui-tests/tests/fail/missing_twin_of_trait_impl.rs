//! The trait has a twin, but this type does not implement it.

use await_me_maybe::maybe_async;

#[maybe_async]
trait Store {
    async fn get(&self) -> u8;
}

impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

#[maybe_async(twins(Store))]
async fn value<S: Store>(store: &S) -> u8 {
    store.get().await
}

#[maybe_async]
async fn number() -> u8 {
    value(&1u8).await //~
}

fn main() {
    let _ = number();
    number_blocking();
}
