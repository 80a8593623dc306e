//! An async function that the attribute knows nothing of: what is a warning in the async half is
//! an error in the twin.

use await_me_maybe::maybe_async;

async fn send() {}

#[maybe_async]
async fn calls() {
    send(); //~
}

fn main() {
    let _ = calls();
    calls_blocking();
}
