//! `twins(..)` names a trait that has no twin.

use await_me_maybe::maybe_async;

trait Store {
    async fn get(&self) -> u8;
}

impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

#[maybe_async(twins(Store))]
async fn value<S: Store>(store: &S) -> u8 { //~
    store.get().await
}

#[maybe_async]
impl Store for i8 { //~
    async fn get(&self) -> u8 {
        1
    }
}

fn main() {
    let _ = (value(&1u8), 1i8.get());
    value_blocking(&1u8);
}
