//! What is replaced and what the twin depends on is said for the whole item.

use await_me_maybe::maybe_async;

struct Client;

async fn get() -> u8 {
    1
}

#[maybe_async]
impl Client {
    #[maybe_async(replace(get = one))] //~
    async fn a(&self) -> u8 {
        get().await
    }

    #[maybe_async(cfg(unix))] //~
    async fn b(&self) -> u8 {
        1
    }
}

fn main() {
    let _ = (Client.a(), Client.b(), get());
    let _ = (Client.a_blocking(), Client.b_blocking());
}
