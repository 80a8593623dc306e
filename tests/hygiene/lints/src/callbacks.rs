//! Closures.

use std::future::Future;

#[cfg(not(feature = "alone"))]
use await_me_maybe_tests::give_blocking;
use await_me_maybe_tests::{give, log};

use crate::maybe_async;

/// By each of the bounds.
#[maybe_async]
pub async fn calls<F, G, Fut>(mut by_trait: F, by_future: G, object: &dyn Fn(u32) -> u32) -> u32
where
    F: AsyncFnMut(u32) -> u32,
    G: Fn(u32) -> Fut,
    Fut: Future<Output = u32>,
{
    let closure = async |n: u32| give(n).await + object(n);
    let block = |n: u32| async move { give(n).await };
    let kept = block(2);
    let late = closure(1);
    by_trait(3).await + by_future(4).await + late.await + kept.await
}

/// A caller.
#[maybe_async(twins(calls))]
pub async fn caller(levels: &[u32]) -> u32 {
    let mut count = 0;
    let sum = calls(
        async |n| {
            count += 1;
            give(n).await
        },
        |n| async move { give(n).await },
        &|n| n,
    )
    .await;
    let jobs: Vec<_> = levels
        .iter()
        .map(|n| async move { give(*n).await })
        .collect();
    for job in jobs {
        log(job.await.to_string());
    }
    sum + count
}
