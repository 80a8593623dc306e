//! What gives another type than the one that is asked for.

use await_me_maybe::{await_me_maybe, maybe_async};

#[maybe_async]
async fn asks() -> u8 {
    let value: u8 = await_me_maybe(|| "text").await; //~ //~
    value
}

fn main() {
    let _ = asks();
    asks_blocking();
}
