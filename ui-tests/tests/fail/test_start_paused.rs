//! A clock that a blocking test cannot pause.

#[await_me_maybe::test(flavor = "current_thread", start_paused = true)] //~
async fn waits() {}

fn main() {}
