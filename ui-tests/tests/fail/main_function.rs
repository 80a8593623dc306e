//! A program has one `main`.

use await_me_maybe::maybe_async;

#[maybe_async]
#[tokio::main] //~
async fn main() {}
