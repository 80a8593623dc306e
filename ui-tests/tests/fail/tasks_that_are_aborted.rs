//! A thread cannot be aborted from outside.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn aborts() -> u8 {
    let task = tokio::spawn(async { 1 });
    task.abort(); //~
    task.await.unwrap_or(0)
}

fn main() {
    let _ = aborts();
    aborts_blocking();
}
