//! What an iterator would collect, and nobody has awaited yet.

use await_me_maybe::maybe_async;

#[maybe_async]
async fn closure(list: Vec<u8>) -> u8 {
    let mut sum = 0;
    for later in list.into_iter().map(async |n| n * 2) { //~
        sum += later.await;
    }
    sum
}

#[maybe_async]
async fn callback(list: Vec<u8>) -> u8 {
    let call = async |n| n * 2;
    let mut sum = 0;
    for later in list.into_iter().map(call) { //~
        sum += later.await;
    }
    sum
}

fn main() {
    let _ = (closure(vec![]), callback(vec![]));
    closure_blocking(vec![]);
    callback_blocking(vec![]);
}
