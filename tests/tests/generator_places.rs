//! Generators in every form, and in bodies of every kind.
#![allow(
    unreachable_pub,
    unused_imports,
    unused_parens,
    reason = "the forms as users write them"
)]

use async_stream::{stream, try_stream};
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};
use futures::{Stream, StreamExt as _};

#[maybe_async]
async fn of_callbacks(callback: impl AsyncFn(u32) -> u32) -> Vec<u32> {
    let items = stream! {
        yield callback(1).await;
        let later = callback(2);
        log("made");
        yield later.await;
    };
    items.collect().await
}

#[test]
fn callbacks() {
    let (value, log) = both(of_callbacks(async |n| give(n).await), || {
        of_callbacks_blocking(give_blocking)
    });
    assert_eq!(value, [1, 2]);
    assert_eq!(log, ["give 1", "made", "give 2"]);
}

struct Ids {
    next: u32,
}

#[maybe_async]
impl Ids {
    async fn id(&mut self) -> u32 {
        self.next += 1;
        give(self.next).await
    }

    async fn few(&mut self) -> Vec<u32> {
        let items = stream! {
            let Some(first) = Some(self.id().await) else { return };
            yield first;
            yield 'chosen: {
                if first == 1 {
                    break 'chosen self.id().await;
                }
                0
            };
            while let Some(next) = (if self.next < 5 { Some(self.id().await) } else { None }) {
                yield next;
            }
            if self.next == 5 && self.id().await == 6 {
                yield 100;
            }
            yield { self.next };
        };
        items.collect().await
    }
}

#[test]
fn exclusive_self() {
    let (mut left, mut right) = (Ids { next: 0 }, Ids { next: 0 });
    let (value, log) = both(left.few(), || right.few_blocking());
    assert_eq!(value, [1, 2, 3, 4, 5, 100, 6]);
    assert_eq!(log.len(), 6);
}

#[maybe_async(join = sequential)]
async fn joined() -> Vec<(u32, u32)> {
    let items = stream! {
        yield tokio::join!(give(1), give(2));
        let pair: Result<(u32, u32), String> = tokio::try_join!(even(2), even(4));
        if let Ok(pair) = pair {
            yield pair;
        }
    };
    items.collect().await
}

#[test]
fn joins() {
    assert_eq!(both(joined(), joined_blocking).0, [(1, 2), (2, 4)]);
}

/// Made by closures, and walked as one.
#[maybe_async]
async fn flat(starts: &[u32]) -> Vec<u32> {
    let items = futures::stream::iter(starts.to_vec()).flat_map(|start| {
        Box::pin(stream! {
            yield start;
            yield give(start).await * 10;
        })
    });
    items.collect().await
}

#[test]
fn of_closures() {
    let (value, log) = both(flat(&[1, 2]), || flat_blocking(&[1, 2]));
    assert_eq!(value, [1, 10, 2, 20]);
    assert_eq!(log, ["give 1", "give 2"]);
}

#[maybe_async]
async fn borrowed<'a>(words: &'a [String]) -> Vec<&'a str> {
    let items = stream! {
        for word in words {
            yield word.as_str();
        }
    };
    items.collect().await
}

#[maybe_async]
async fn in_a_block() -> Vec<u32> {
    let later = async {
        let items = try_stream! {
            yield even(2).await?;
            yield even(3).await?;
        };
        let items: Vec<Result<u32, String>> = items.collect().await;
        items.into_iter().filter_map(Result::ok).collect()
    };
    log("before");
    later.await
}

#[test]
fn captures() {
    let words = ["a".to_owned(), "b".to_owned()];
    let (value, _) = both(borrowed(&words), || borrowed_blocking(&words));
    assert_eq!(value, ["a", "b"]);
    let (value, log) = both(in_a_block(), in_a_block_blocking);
    assert_eq!(value, [2]);
    assert_eq!(log, ["before", "even 2?", "even 3?"]);
}

#[maybe_async]
trait Source: Sync {
    async fn one(&self) -> u32;

    fn items(&self) -> impl Stream<Item = u32> {
        stream! {
            yield self.one().await;
            yield 2;
        }
    }
}

struct Plain;

#[maybe_async]
impl Source for Plain {
    async fn one(&self) -> u32 {
        give(1).await
    }
}

#[test]
fn in_traits() {
    let (value, _) = both(Plain.items().collect::<Vec<_>>(), || {
        Plain.items_blocking().collect::<Vec<_>>()
    });
    assert_eq!(value, [1, 2]);
}

macro_rules! tree {
    () => {
        use futures::{Stream, StreamExt as _};
        use std::pin::pin;

        #[maybe_async]
        pub fn ticks(count: u32) -> impl Stream<Item = u32> {
            async_stream::stream! {
                for n in 0..count {
                    yield n;
                }
            }
        }

        #[maybe_async]
        pub async fn sum(count: u32) -> u32 {
            let mut numbers = pin!(ticks(count));
            let mut sum = 0;
            while let Some(n) = numbers.next().await {
                sum += n;
            }
            sum
        }
    };
}

mod asynchronous {
    use await_me_maybe::asynchronous::maybe_async;
    tree!();
}

mod blocking {
    use await_me_maybe::blocking::maybe_async;
    tree!();
}

#[test]
fn tree_form() {
    assert_eq!(both(asynchronous::sum(4), || blocking::sum(4)).0, 6);
}
