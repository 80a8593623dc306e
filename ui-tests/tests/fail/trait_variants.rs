//! `#[trait_variant::make(..)]`, above ours and below.

use await_me_maybe::maybe_async;

#[maybe_async]
#[trait_variant::make(SendStore: Send)] //~
trait Store {
    async fn get(&self, key: u32) -> u32;
}

#[maybe_async]
#[trait_variant::make(Send)] //~
trait Cache {
    async fn get(&self, key: u32) -> u32;
}

#[trait_variant::make(SendTable: Send)] //~
#[maybe_async]
trait Table {
    async fn get(&self, key: u32) -> u32;
}

#[trait_variant::make(Send)] //~
#[maybe_async]
trait Index {
    async fn get(&self, key: u32) -> u32;
}

// What the text says to write.
#[maybe_async]
trait Log {
    fn get(&self, key: u32) -> impl Future<Output = u32> + Send;
}

fn main() {}
