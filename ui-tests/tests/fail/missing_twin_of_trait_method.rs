//! A bound on the async trait alone.

use await_me_maybe::maybe_async;

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

#[maybe_async]
async fn value<S: Store>(store: &S) -> u8 {
    store.get().await //~
}

#[maybe_async]
async fn opaque(store: impl Store) -> u8 {
    store.get().await //~
}

fn main() {
    let _ = (value(&1u8), opaque(1u8));
    let _ = (value_blocking(&1u8), opaque_blocking(1u8));
}
