//! An awaited method that nobody has annotated.

use await_me_maybe::maybe_async;

struct Client;

impl Client {
    async fn get(&self) -> u8 {
        1
    }

    async fn open() -> Self {
        Client
    }
}

#[maybe_async]
async fn value(client: &Client) -> u8 {
    client.get().await //~
}

#[maybe_async]
async fn opened() -> Client {
    Client::open().await //~
}

#[maybe_async]
async fn chained() -> u8 {
    Client.get().await.count_ones() as u8 //~
}

fn main() {
    let _ = (value(&Client), opened(), chained());
    let _ = (value_blocking(&Client), opened_blocking(), chained_blocking());
}
