//! Thunks.

use std::future::Future;
use std::pin::{Pin, pin};

use await_me_maybe_tests::give;
#[cfg(not(feature = "alone"))]
use await_me_maybe_tests::give_blocking;
use futures::future::{BoxFuture, FutureExt as _};

use crate::maybe_async;

/// One of them.
#[maybe_async]
pub async fn leaf(level: u32, _by: &str) -> u32 {
    give(level).await
}

/// Awaited later.
#[maybe_async(twins(leaf))]
pub async fn later(list: &mut Vec<u32>) -> u32 {
    let first = leaf(list.pop().unwrap_or_default(), "first");
    let second = leaf(list.pop().unwrap_or_default(), "second");
    let all = vec![leaf(1, "third"), leaf(2, "fourth")];
    let mut sum = second.await + first.await;
    for one in all {
        sum += one.await;
    }
    let pinned = pin!(leaf(5, "fifth"));
    sum + pinned.await
}

/// As parameters and stored.
#[maybe_async(twins(leaf))]
pub async fn parameters<F: Future<Output = u32>>(
    work: F,
    other: impl Future<Output = u32>,
    mut stored: Vec<Pin<Box<dyn Future<Output = u32>>>>,
) -> u32 {
    stored.push(Box::pin(async { leaf(1, "stored").await }));
    let mut sum = work.await + other.await;
    for mut one in stored {
        sum += one.as_mut().await;
    }
    sum
}

/// Returned.
#[maybe_async(twins(leaf))]
pub fn returned(level: u32) -> impl Future<Output = u32> + Send {
    async move { leaf(level, "returned").await }
}

/// Returned in a box.
#[maybe_async]
#[must_use]
pub fn boxed<'a>(level: &'a u32) -> Pin<Box<dyn Future<Output = u32> + Send + 'a>> {
    Box::pin(async move { leaf(*level, "boxed").await })
}

/// Returned in an alias.
#[maybe_async(twins(leaf))]
#[must_use]
pub fn aliased(level: u32) -> BoxFuture<'static, u32> {
    leaf(level, "aliased").boxed()
}

/// All of these.
#[maybe_async(twins(returned, boxed, aliased, parameters))]
pub async fn all() -> u32 {
    let level = 3;
    let mapped = returned(1).map(|n| n + 1);
    let early = boxed(&level);
    parameters(async { 1 }, returned(2), vec![Box::pin(aliased(3))]).await
        + early.await
        + mapped.await
}
