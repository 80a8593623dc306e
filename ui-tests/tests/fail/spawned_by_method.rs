//! A runtime that is asked by a method to run something.

use await_me_maybe::maybe_async;
use tokio::runtime::Handle;

async fn fetch() {}

#[maybe_async]
async fn block(runtime: &Handle) {
    runtime.spawn(async { println!("runs") }); //~
}

fn main() {
    let _ = (block, fetch());
    let _: fn(&Handle) = block_blocking;
}
