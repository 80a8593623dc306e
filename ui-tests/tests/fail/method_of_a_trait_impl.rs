//! The twin of a single method in the impl of a trait would have to be a member of the trait.

use await_me_maybe::maybe_async;

trait Store {
    async fn get(&self) -> u8;
}

impl Store for u8 {
    #[maybe_async]
    async fn get(&self) -> u8 { //~
        *self
    }
}

fn main() {
    let _ = 1u8.get();
}
