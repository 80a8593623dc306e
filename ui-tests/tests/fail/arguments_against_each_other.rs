//! Arguments that exclude each other.

use await_me_maybe::maybe_async;

#[maybe_async(name = load, suffix = _sync)] //~
async fn fetch() -> u8 {
    1
}

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(skip, name = load)] //~
    async fn get(&self) -> u8 {
        1
    }
}

fn main() {
    let _ = (fetch(), load(), Client.get());
}
