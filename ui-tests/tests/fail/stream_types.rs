//! Streams are not lowered yet.

use await_me_maybe::maybe_async;
use futures::stream::{BoxStream, LocalBoxStream, Stream, StreamExt as _};

#[maybe_async]
async fn parameter(numbers: impl Stream<Item = u8> + Unpin) -> u8 { //~
    let mut numbers = numbers;
    numbers.next().await.unwrap_or(0)
}

#[maybe_async]
async fn boxed(mut numbers: BoxStream<'_, u8>) -> u8 { //~
    numbers.next().await.unwrap_or(0)
}

#[maybe_async]
async fn returned() -> LocalBoxStream<'static, u8> { //~
    Box::pin(futures::stream::iter([1]))
}

#[maybe_async]
async fn opaque() -> impl Stream<Item = u8> { //~
    futures::stream::iter([1])
}

fn main() {
    let _ = (parameter(futures::stream::iter([1])), boxed(futures::stream::iter([1]).boxed()));
    let _ = (returned(), opaque());
}
