//! What the texts on libraries and macros suggest, done as they say it.
#![allow(
    clippy::unused_async,
    reason = "a twin is made of what is async, needed or not"
)]

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_stream::stream;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking};
use futures::stream::{FuturesUnordered, StreamExt as _};

#[maybe_async]
async fn double(n: u8) -> u8 {
    n * 2
}

// Does what `task_group` says: a policy.
#[maybe_async(join = sequential, twins(double))]
async fn unordered() -> Vec<u8> {
    let mut all = FuturesUnordered::new();
    all.push(double(1));
    all.push(double(2));
    let mut values = Vec::new();
    while let Some(value) = all.next().await {
        values.push(value);
    }
    values.sort_unstable();
    values
}

#[maybe_async(join = threads)]
async fn tasks() -> u8 {
    let mut set = tokio::task::JoinSet::new();
    set.spawn(async { 1 });
    set.spawn(async { 2 });
    let mut sum = 0;
    while let Some(value) = set.join_next().await {
        sum += value.unwrap_or(0);
    }
    sum
}

#[tokio::test]
async fn groups() {
    assert_eq!(both(unordered(), unordered_blocking).0, [2, 4]);
    assert_eq!(tasks().await, 3);
    assert_eq!(tasks_blocking(), 3);
}

// Does what `Abort` says: a flag that the task checks, or the call in one half alone.
#[maybe_async]
async fn ends_by_itself() -> bool {
    let done = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&done);
    let task = tokio::spawn(async move {
        while !seen.load(Ordering::Acquire) {
            tokio::task::yield_now().await;
        }
        true
    });
    done.store(true, Ordering::Release);
    #[only_async]
    let _ = task.abort_handle();
    task.await.unwrap_or(false)
}

#[tokio::test]
async fn tasks_that_end() {
    assert!(ends_by_itself().await);
    assert!(ends_by_itself_blocking());
}

// Does what `Movable` says: listed, or inside an `async` block.
#[maybe_async(twins(double))]
async fn pins() -> u8 {
    let listed = pin!(double(1));
    let inside = pin!(async { give(2).await });
    listed.await + inside.await
}

#[test]
fn pinned_futures() {
    assert_eq!(both(pins(), pins_blocking).0, 4);
}

// Does what `CODE_AS_MESSAGE` says: a text of one's own.
#[maybe_async]
async fn ensures(n: u8) -> anyhow::Result<u8> {
    anyhow::ensure!(give(n).await < 5, "too large");
    Ok(n)
}

macro_rules! set {
    ($name:ident <- $($value:tt)*) => {
        let $name = $($value)*;
    };
}

// Does what `unknown_operand` says: bound before the macro.
#[maybe_async]
async fn bound(n: u8) -> u8 {
    let value = match n {
        0 => give(1).await,
        n => give(n).await,
    };
    set!(kept <- value + 1);
    kept
}

// Does what `YIELDED` says: outside of the closure.
#[maybe_async]
fn evens(list: Vec<u8>) -> impl futures::Stream<Item = u8> {
    stream! {
        let even = |n: &u8| n % 2 == 0;
        for n in list.into_iter().filter(even) {
            yield give(n).await;
        }
    }
}

#[test]
fn macros() {
    for n in [1, 9] {
        let shown = |value: anyhow::Result<u8>| format!("{value:?}");
        let asynchronous = async { shown(ensures(n).await) };
        both(asynchronous, || shown(ensures_blocking(n)));
        both(bound(n - 1), || bound_blocking(n - 1));
    }
    let asynchronous = async { evens(vec![1, 2, 3, 4]).collect::<Vec<u8>>().await };
    let (value, log) = both(asynchronous, || evens_blocking(vec![1, 2, 3, 4]).collect());
    assert_eq!(value, [2, 4]);
    assert_eq!(log, ["give 2", "give 4"]);
}
