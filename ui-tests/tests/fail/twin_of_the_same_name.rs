//! Two items of one name.

use await_me_maybe::maybe_async;

#[maybe_async(name = fetch)] //~
async fn fetch() -> u8 {
    1
}

#[maybe_async(name = Store)] //~
trait Store {
    #[maybe_async(name = get)] //~
    async fn get(&self) -> u8;
}

#[maybe_async(name = Store)] //~
impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }
}

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(name = get)] //~
    async fn get(&self) -> u8 {
        1
    }
}

fn main() {
    let _ = (fetch(), 1u8.get(), Client.get());
}
