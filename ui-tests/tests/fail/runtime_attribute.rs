//! `#[tokio::main]` makes any function blocking.

use await_me_maybe::maybe_async;

#[maybe_async]
#[tokio::main] //~
async fn run() -> u8 {
    1
}

fn main() {
    let _: u8 = run();
}
