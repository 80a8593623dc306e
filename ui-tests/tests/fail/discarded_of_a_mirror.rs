//! Futures of a mirrored library that are thrown away, where its methods keep their names.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn throws_away() -> u8 {
    let (sender, mut receiver) = tokio::sync::mpsc::channel(1);
    let _ = sender.send(1); //~
    drop(receiver.recv()); //~
    // No futures.
    let _ = sender.try_send(2);
    drop(sender);
    receiver.recv().await.unwrap_or(0)
}

fn main() {
    let _ = throws_away();
    throws_away_blocking();
}
