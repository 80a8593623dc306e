//! All faults of an item in one compile, each once, and none of its callers.

use await_me_maybe::maybe_async;
use std::time::Duration;

async fn fetch(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn two() -> u8 {
    let (a, b) = tokio::join!(fetch(1), fetch(2)); //~
    let c = tokio::task::spawn_local(fetch(3)).await; //~
    a + b + c.unwrap_or(0)
}

struct Client;

#[maybe_async(sufix = _sync)] //~
impl Client {
    #[maybe_async(skip, name = load)] //~
    async fn get(&self) -> u8 {
        1
    }

    async fn other(&self) {}

    async fn three(&self) -> u8 {
        self.other(); //~
        async { 1 }; //~
        tokio::time::timeout(Duration::ZERO, fetch(1)).await.unwrap_or(0) //~
    }
}

#[maybe_async]
async fn calls_both() -> u8 {
    two().await + Client.three().await
}

fn main() {
    let _ = (two(), Client.three(), calls_both());
    two_blocking();
    Client.three_blocking();
    calls_both_blocking();
}
