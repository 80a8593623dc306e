//! A future is awaited once, in both halves: the types differ, so rustc says it of each.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn twice() -> u8 {
    let later = async { 1 };
    later.await + later.await //~ //~
}

fn main() {
    let _ = twice();
    twice_blocking();
}
