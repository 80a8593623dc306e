//! Macros that make streams.

use await_me_maybe::maybe_async;
use futures::StreamExt as _;

macro_rules! stream {
    ($($body:tt)*) => {
        futures::stream::once(async { 1 })
    };
}

macro_rules! try_stream {
    ($($body:tt)*) => {
        futures::stream::once(async { 1 })
    };
}

#[maybe_async]
async fn total() -> u8 {
    let numbers = stream! { //~
        yield 1;
        yield fetch().await;
    };
    numbers.fold(0, async |sum, n| sum + n).await
}

#[maybe_async]
async fn first() -> u8 {
    Box::pin(try_stream! { yield 1; }).next().await.unwrap_or(0) //~
}

fn main() {
    let _ = (total(), first());
    total_blocking();
    first_blocking();
}
