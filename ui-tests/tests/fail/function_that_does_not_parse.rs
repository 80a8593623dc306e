//! The same for a function, and for a trait with a body.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn fetch(n: u8) -> u8 {
    let value = n + ; //~ //~
    value
}

#[maybe_async]
trait Store {
    async fn get(&self) -> u8;

    async fn get_or(&self, other: u8) -> u8 {
        other + self.get().await.
    } //~ //~
}

#[maybe_async]
impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

#[maybe_async(twins(Store))]
async fn calls(store: &impl Store) -> u8 {
    fetch(1).await + store.get_or(2).await
}

fn main() {
    let _ = (fetch(1), 1u8.get_or(2), calls(&1u8));
    let _: u8 = fetch_blocking(1) + 1u8.get_or_blocking(2) + calls_blocking(&1u8);
}
