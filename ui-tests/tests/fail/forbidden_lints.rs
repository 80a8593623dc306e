//! A lint that is forbidden cannot be allowed in the twin: `deny` it instead.

#![forbid(dead_code)]

use await_me_maybe::maybe_async;

#[maybe_async] //~
pub async fn fetch() -> u8 {
    1
}

fn main() {
    let _ = fetch();
    fetch_blocking();
}
