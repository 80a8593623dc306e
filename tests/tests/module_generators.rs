//! Generators where both halves have the same names.
#![allow(
    unreachable_pub,
    clippy::let_underscore_future,
    reason = "what a sceptic would write"
)]

use async_stream::stream;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};

#[maybe_async]
mod numbers {
    use super::{log, stream};
    use futures::StreamExt as _;
    use std::pin::pin;

    async fn fetch(n: u32) -> u32 {
        log(format!("fetch {n}"));
        n
    }

    pub struct Source {
        pub step: u32,
    }

    impl Source {
        async fn more(&self, n: u32) -> u32 {
            fetch(n + self.step).await
        }

        pub async fn sum(&self, most: usize) -> u32 {
            let numbers = stream! {
                let mut n = 0;
                loop {
                    n = self.more(n).await;
                    // Known to be async: dropped, it runs in neither half.
                    let _ = fetch(99);
                    yield n;
                }
            };
            let mut numbers = pin!(numbers.take(most));
            let mut sum = 0;
            while let Some(n) = numbers.next().await {
                log(format!("item {n}"));
                sum += n;
            }
            sum
        }
    }
}

#[test]
fn in_a_module() {
    let (value, log) = both(async { numbers::Source { step: 2 }.sum(3).await }, || {
        numbers::blocking::Source { step: 2 }.sum(3)
    });
    assert_eq!(value, 12);
    assert_eq!(log[..4], ["fetch 2", "item 2", "fetch 4", "item 4"]);
}
