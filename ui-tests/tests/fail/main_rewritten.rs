//! What stands above has made a plain function of it.

use await_me_maybe::maybe_async;

#[tokio::main]
#[maybe_async]
async fn main() {} //~
