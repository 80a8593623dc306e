//! `#[async_trait]` above has already put boxes everywhere.

use async_trait::async_trait;
use await_me_maybe::maybe_async;

#[async_trait]
#[maybe_async]
trait Store {
    async fn get(&self) -> u8; //~
}

#[async_trait]
#[maybe_async]
impl Store for u8 {
    async fn get(&self) -> u8 { //~
        *self
    }
}

fn main() {
    let _ = 1u8.get();
}
