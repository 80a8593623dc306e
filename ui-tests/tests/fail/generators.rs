//! Bodies of `stream!` that are no generators.

use async_stream::stream;
use await_me_maybe::maybe_async;
use futures::StreamExt as _;

async fn fetch() -> u8 {
    1
}

#[maybe_async(keep(count))]
async fn in_an_async_block() -> usize {
    let numbers = stream! {
        yield fetch().await;
        let later = async { yield 1; }; //~ //~ //~
        drop(later);
    };
    numbers.count().await
}

#[maybe_async(keep(count))]
async fn without_an_expression() -> usize {
    stream! { yield fetch().await; let = 1; }.count().await //~
}

#[maybe_async(keep(count))]
async fn discarded() -> usize {
    let numbers = stream! {
        yield 1;
        async { fetch().await }; //~
    };
    numbers.count().await
}

#[maybe_async(keep(count))]
async fn raced() -> usize {
    let numbers = stream! {
        yield tokio::time::timeout(std::time::Duration::ZERO, fetch()).await.is_ok(); //~
    };
    numbers.count().await
}

fn main() {
    let _ = (in_an_async_block(), without_an_expression(), discarded(), raced());
    in_an_async_block_blocking();
    without_an_expression_blocking();
    discarded_blocking();
    raced_blocking();
}
