//! A single method of a trait has no place for a twin of its own.

use await_me_maybe::maybe_async;

trait Store {
    #[maybe_async]
    async fn get(&self) -> u8; //~
}

impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

fn main() {
    let _ = 1u8.get();
}
