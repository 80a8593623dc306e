//! A clock that a blocking test cannot pause.

use await_me_maybe::maybe_async;

#[maybe_async]
#[tokio::test(start_paused = true)] //~
async fn waits() {}

fn main() {}
