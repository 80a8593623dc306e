//! On version 0.1 of ours, and on a library that is on 0.2.
#![deny(warnings)]

use await_me_maybe::maybe_async;
use futures::{Stream, StreamExt as _};
use second::{Store, StoreBlocking};

pub struct Memory(pub Vec<u32>);

#[maybe_async]
impl Store for Memory {
    async fn get(&self, index: usize) -> Option<u32> {
        let late = async { self.0.get(index).copied() };
        late.await
    }
}

/// Calls of its twins, a thunk of its own functions, its trait, its streams.
#[maybe_async(twins(fetch, Store), streams(numbers))]
pub async fn both<S: Store>(store: &S, start: u32) -> Result<u32, String> {
    let early = second::fetch(start);
    let mut sum = store.get_or(1, 100).await;
    let mut numbers = Box::pin(second::numbers(3));
    while let Some(number) = numbers.next().await {
        sum += number;
    }
    sum += second::each(start, async |n| second::fetch(n).await.unwrap_or(1)).await;
    Ok(sum + early.await?)
}

/// A module calls by the same names: its twin calls those of the other's twin module.
#[maybe_async(replace(second::api = second::api::blocking))]
pub mod api {
    use second::api::Client;

    pub async fn name(level: u32) -> String {
        let client = Client::new(level);
        let name = client.name().await;
        format!("{name}!")
    }
}

#[maybe_async(streams(numbers))]
pub fn doubled(last: u32) -> impl Stream<Item = u32> {
    second::numbers(last).map(|n| n * 2)
}
