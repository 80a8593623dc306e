//! Streams and generators.

use await_me_maybe_tests::even;
#[cfg(not(feature = "alone"))]
use await_me_maybe_tests::even_blocking;
use futures::{Stream, StreamExt as _};

use crate::maybe_async;

/// By a generator.
#[maybe_async]
pub fn numbers(last: u32) -> impl Stream<Item = Result<u32, String>> {
    async_stream::try_stream! {
        for number in 0..last {
            yield even(number).await?;
        }
        for await number in futures::stream::iter([1, 2]) {
            yield number;
        }
    }
}

/// By one that cannot fail.
#[maybe_async]
pub fn plain(last: u32) -> impl Stream<Item = u32> {
    async_stream::stream! {
        let mut number = last;
        while number > 0 {
            number -= 1;
            yield number;
        }
    }
}

/// Taken.
///
/// # Errors
/// If one is odd.
#[maybe_async(streams(numbers, plain))]
pub async fn taken(mut others: impl Stream<Item = u32> + Unpin) -> Result<u32, String> {
    let mut sum = 0;
    let mut numbers = Box::pin(numbers(4));
    while let Some(number) = numbers.next().await {
        sum += number?;
    }
    let plain = std::pin::pin!(plain(2));
    sum += plain.fold(0, async |sum, n| sum + n).await;
    while let Some(other) = others.next().await {
        sum += other;
    }
    Ok(sum)
}
