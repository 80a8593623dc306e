//! `yield`, which rustc does not take in async code either.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn yields() {
    yield 1; //~ //~ //~
}

fn main() {
    let _ = yields();
    yields_blocking();
}
