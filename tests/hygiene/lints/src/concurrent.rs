//! Joins and tasks.

use std::time::Duration;

use await_me_maybe_tests::{even, give};
#[cfg(not(feature = "alone"))]
use await_me_maybe_tests::{even_blocking, give_blocking};

use crate::maybe_async;

/// One after the other.
///
/// # Errors
/// If one is odd.
#[maybe_async(join = sequential, twins(give, even))]
pub async fn joined(levels: &[u32]) -> Result<u32, String> {
    let (one, two) = tokio::join!(give(1_u32), give(2_u32));
    let (four, six) = futures::try_join!(even(4), even(6))?;
    let all = futures::future::join_all(levels.iter().map(|n| give(*n))).await;
    Ok(one + two + four + six + all[0])
}

/// On threads.
#[maybe_async(join = threads, twins(give))]
pub async fn on_threads() -> u32 {
    let (one, two) = tokio::join!(give(1_u32), give(2_u32));
    one + two
}

/// Tasks, and the mirror.
#[maybe_async(twins(give))]
pub async fn tasks() -> Option<u32> {
    let handle = tokio::spawn(give(1_u32));
    let other = tokio::spawn(async move { give(2_u32).await });
    tokio::time::sleep(Duration::from_millis(1)).await;
    Some(handle.await.ok()? + other.await.ok()?)
}
