//! Races, timeouts and polling by hand.

use await_me_maybe::maybe_async;
use futures::FutureExt as _;
use std::future::{pending, poll_fn};
use std::task::Poll;
use std::time::Duration;
use tokio::time::timeout;

async fn fetch(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn race() -> u8 {
    tokio::select! { //~
        a = fetch(1) => a,
        b = fetch(2) => b,
    }
}

#[maybe_async]
async fn race_of_functions() -> u8 {
    let first = futures::future::select(Box::pin(fetch(1)), Box::pin(fetch(2))).await; //~
    first.factor_first().0
}

#[maybe_async]
async fn race_of_many() -> u8 {
    futures::future::select_all([Box::pin(fetch(1)), Box::pin(fetch(2))]).await.0 //~
}

#[maybe_async]
async fn limited() -> Option<u8> {
    timeout(Duration::from_secs(1), fetch(1)).await.ok() //~
}

#[maybe_async]
async fn limited_by_path() -> Option<u8> {
    tokio::time::timeout(Duration::from_secs(1), fetch(1)).await.ok() //~
}

#[maybe_async]
async fn polled() -> u8 {
    poll_fn(|_| Poll::Ready(1)).await //~
}

#[maybe_async]
async fn polled_once() -> Option<u8> {
    fetch(1).now_or_never() //~
}

#[maybe_async]
async fn never() -> u8 {
    pending().await //~
}

#[maybe_async]
async fn never_by_path() -> u8 {
    std::future::pending::<u8>().await //~
}

fn main() {
    let _ = (race(), race_of_functions(), race_of_many(), limited(), limited_by_path());
    let _ = (polled(), polled_once(), never(), never_by_path());
    race_blocking();
    race_of_functions_blocking();
    race_of_many_blocking();
    limited_blocking();
    limited_by_path_blocking();
    polled_blocking();
    polled_once_blocking();
    let _: fn() -> u8 = never_blocking;
    let _: fn() -> u8 = never_by_path_blocking;
}
