//! Groups of futures that threads cannot hold.

use await_me_maybe::maybe_async;
use futures::stream::{FuturesOrdered, FuturesUnordered};

#[maybe_async(join = threads)]
async fn unordered() -> usize {
    let all = FuturesUnordered::new(); //~
    all.push(async { 1 });
    all.len()
}

#[maybe_async(join = threads)]
async fn ordered() -> usize {
    let mut all = FuturesOrdered::new(); //~
    all.push_back(async { 1 });
    all.len()
}

fn main() {
    let _ = (unordered(), ordered());
    unordered_blocking();
    ordered_blocking();
}
