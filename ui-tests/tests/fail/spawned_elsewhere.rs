//! What has no thread in its place.

use await_me_maybe::maybe_async;

async fn fetch() -> u8 {
    1
}

#[maybe_async]
async fn local() -> u8 {
    tokio::task::spawn_local(fetch()).await.unwrap_or(0) //~
}

#[maybe_async]
async fn unknown(spawner: fn(u8)) {
    let _ = spawner;
    spawn(async {}); //~
}

fn spawn<F: Future>(_: F) {}

fn main() {
    let _ = (local(), unknown(|_| ()));
    local_blocking();
    unknown_blocking(|_| ());
}
