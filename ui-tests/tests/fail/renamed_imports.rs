//! Under another name nothing is known of a function or macro: rustc notices it all the same.

use await_me_maybe::maybe_async;
use std::time::Duration;
use tokio::time::timeout as limited;

async fn fetch(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn function() -> u8 {
    limited(Duration::ZERO, fetch(1)).await.unwrap_or(0) //~
}

fn main() {
    let _ = function();
    function_blocking();
}
