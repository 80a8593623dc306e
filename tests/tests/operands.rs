//! What becomes a block or a `match` stands where an expression goes on: at the beginning of a
//! statement, and as the tail of a block.

use std::pin::Pin;

use async_stream::stream;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking};
use futures::{Stream, StreamExt as _, join};

#[maybe_async]
mod boxes {
    use super::*;

    fn numbers(twice: bool) -> Pin<Box<dyn Stream<Item = u32>>> {
        let all = if twice {
            Box::pin(futures::stream::iter([1u32, 2, 1, 2])) as Pin<Box<dyn Stream<Item = u32>>>
        } else {
            Box::pin(futures::stream::iter([1u32, 2])) as Pin<Box<dyn Stream<Item = u32>>>
        };
        Box::pin(all.map(|n| n + 10)) as Pin<Box<dyn Stream<Item = u32>>>
    }

    pub(crate) async fn collected(twice: bool) -> Vec<u32> {
        numbers(twice).collect().await
    }
}

#[test]
fn casts() {
    let run = |twice| {
        both(boxes::collected(twice), || {
            boxes::blocking::collected(twice)
        })
    };
    assert_eq!(run(true).0, [11, 12, 11, 12]);
    assert_eq!(run(false).0, [11, 12]);
}

#[maybe_async]
fn generated() -> impl Stream<Item = u32> {
    stream! {
        for n in 0..2 {
            yield give(n).await;
        }
    }
    .map(|n| n + 1)
}

#[maybe_async(join = sequential)]
async fn joined() -> u32 {
    join!(give(1), give(2)).0 + 10
}

#[test]
fn generators_and_joins() {
    let (value, log) = both(async { generated().collect::<Vec<_>>().await }, || {
        generated_blocking().collect::<Vec<_>>()
    });
    assert_eq!(value, [1, 2]);
    assert_eq!(log, ["give 0", "give 1"]);
    let (value, log) = both(joined(), joined_blocking);
    assert_eq!(value, 11);
    assert_eq!(log, ["give 1", "give 2"]);
}
