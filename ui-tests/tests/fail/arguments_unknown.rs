//! Arguments that do not exist, beside one that does.

use await_me_maybe::maybe_async;

#[maybe_async(rename = load)] //~
async fn fetch() -> u8 {
    1
}

#[maybe_async(names = load, suffix = _sync)] //~
async fn get() -> u8 {
    1
}

struct Client;

#[maybe_async]
impl Client {
    #[maybe_async(skipped)] //~
    async fn get(&self) -> u8 {
        1
    }
}

fn main() {
    let _ = (fetch(), get(), Client.get());
    let _ = (fetch_blocking(), get_sync(), Client.get_blocking());
}
