//! On version 0.2 of ours.
#![deny(warnings)]

use await_me_maybe::maybe_async;
use futures::Stream;

#[maybe_async]
#[allow(
    async_fn_in_trait,
    reason = "said of any public trait with an `async fn`"
)]
pub trait Store {
    async fn get(&self, index: usize) -> Option<u32>;

    async fn get_or(&self, index: usize, default: u32) -> u32 {
        self.get(index).await.unwrap_or(default)
    }
}

#[maybe_async]
pub async fn fetch(n: u32) -> Result<u32, String> {
    if n == 0 {
        return Err("none".to_owned());
    }
    Ok(n * 10)
}

#[maybe_async]
pub async fn each(last: u32, callback: impl AsyncFn(u32) -> u32) -> u32 {
    let mut sum = 0;
    for n in 1..=last {
        sum += callback(n).await;
    }
    sum
}

#[maybe_async]
pub fn numbers(last: u32) -> impl Stream<Item = u32> {
    futures::stream::iter(0..=last)
}

#[maybe_async]
pub mod api {
    pub struct Client {
        level: u32,
    }

    impl Client {
        pub fn new(level: u32) -> Self {
            Self { level }
        }

        pub async fn name(&self) -> String {
            let late = async { self.level + 1 };
            format!("level {}", late.await)
        }
    }
}

/// A future as a parameter, from whoever calls.
#[maybe_async]
pub async fn run(work: impl Future<Output = u32>) -> u32 {
    work.await + 1
}
