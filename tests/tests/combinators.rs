//! What `FutureExt` adds to futures is done to thunks: at the await, and in the same order.

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};
use futures::future::BoxFuture;
use futures::{FutureExt as _, TryFutureExt as _};

#[maybe_async]
async fn fetch(n: u32) -> u32 {
    give(n).await
}

#[maybe_async]
async fn tried(n: u32) -> Result<u32, String> {
    even(n).await
}

#[maybe_async(twins(fetch, tried))]
async fn adapted() -> Vec<u32> {
    let later = fetch(1).map(|n| {
        log("map");
        n + 1
    });
    log("made");
    let mut seen = vec![later.await];
    seen.push(fetch(2).then(|n| fetch(n + 1)).await);
    seen.push(async { 5 }.then(|n| async move { give(n).await * 2 }).await);
    seen.push(tried(4).map_ok(|n| n + 1).unwrap_or_else(|_| 0).await);
    seen.push(tried(5).map_err(|e| e.len() as u32).await.unwrap_err());
    let chained = tried(6).and_then(|n| tried(n + 1)).or_else(|e| async move {
        log(&e);
        Ok::<u32, String>(70)
    });
    seen.push(chained.await.unwrap());
    drop(fetch(100).map(|n| n + 1));
    seen.push(fetch(8).inspect(|n| log(format!("inspect {n}"))).await);
    seen
}

#[test]
fn adaptors_of_futures() {
    let (value, log) = both(adapted(), adapted_blocking);
    assert_eq!(value, [2, 3, 10, 5, 8, 70, 8]);
    assert_eq!(log[..3], ["made", "give 1", "map"]);
    assert_eq!(log.last().map(String::as_str), Some("inspect 8"));
}

#[maybe_async(twins(fetch))]
async fn branches(first: bool) -> u32 {
    let future: BoxFuture<'_, u32> = if first {
        fetch(1).boxed()
    } else {
        fetch(2).map(|n| n * 10).boxed()
    };
    log("chosen");
    future.await
}

#[test]
fn adapted_in_a_branch() {
    assert_eq!(both(branches(true), || branches_blocking(true)).0, 1);
    let (value, log) = both(branches(false), || branches_blocking(false));
    assert_eq!(
        (value, log),
        (20, vec!["chosen".to_owned(), "give 2".to_owned()])
    );
}

#[maybe_async]
async fn ready(n: u32) -> Vec<u32> {
    let std = std::future::ready({
        log("evaluated");
        n
    });
    log("later");
    let other = futures::future::ready(n + 1);
    let ok = futures::future::ok::<u32, ()>(n + 2);
    let mut seen = vec![std.await, other.await];
    seen.extend(ok.await);
    seen.push(futures::future::lazy(|_| 7).await);
    seen.push(futures::future::ready(8).await);
    seen
}

#[test]
fn ready_from_the_start() {
    let (value, log) = both(ready(1), || ready_blocking(1));
    assert_eq!(value, [1, 2, 3, 7, 8]);
    assert_eq!(log, ["evaluated", "later"]);
}

#[maybe_async]
mod module {
    use futures::sink::{Sink, SinkExt};
    use futures::stream::{self, BoxStream, TryStream, TryStreamExt};
    use futures::{FutureExt, Stream, StreamExt};

    pub(super) async fn first_error<S>(mut numbers: S) -> Option<S::Error>
    where
        S: TryStream<Ok = u32> + Unpin,
    {
        while let Some(n) = numbers.try_next().await.transpose() {
            if let Err(error) = n {
                return Some(error);
            }
        }
        None
    }

    pub(super) async fn fill<S: Sink<u32> + Unpin>(sink: &mut S, to: u32) -> Result<(), S::Error> {
        for n in 0..to {
            sink.send(n).await?;
        }
        sink.flush().await
    }

    async fn pair(n: u32) -> u32 {
        n * 2
    }

    pub(super) async fn thens() -> u32 {
        pair(1).then(pair).map(|n| n + 1).await
    }

    pub(super) fn pages<'a>(names: &'a [&'a str]) -> BoxStream<'a, usize> {
        stream::iter(names)
            .filter(|name| futures::future::ready(!name.is_empty()))
            .then(|name| async move { pair(u32::try_from(name.len()).unwrap_or(0)).await as usize })
            .boxed()
    }

    pub(super) async fn total(pages: impl Stream<Item = usize>) -> usize {
        let mut pages = std::pin::pin!(pages);
        let mut total = 0;
        while let Some(n) = pages.as_mut().next().await {
            total += n;
        }
        total
    }

    pub(super) async fn of_pages() -> usize {
        let names = ["a", "", "bcd"];
        let nested = stream::iter([1, 2]).flat_map(|_| pages(&names));
        total(nested).await
    }
}

#[test]
fn in_a_module() {
    let numbers = || vec![Ok(1), Err("bad"), Ok(2)];
    let error = both(
        module::first_error(futures::stream::iter(numbers())),
        || module::blocking::first_error(numbers().into_iter()),
    );
    assert_eq!(error.0, Some("bad"));
    assert_eq!(both(module::thens(), module::blocking::thens).0, 5);
    assert_eq!(both(module::of_pages(), module::blocking::of_pages).0, 16);
    let filled = async {
        let mut sink = Vec::new();
        module::fill(&mut sink, 3).await.unwrap();
        sink
    };
    let blocking = || {
        let mut sink = Vec::new();
        module::blocking::fill(&mut sink, 3).unwrap();
        sink
    };
    assert_eq!(both(filled, blocking).0, [0, 1, 2]);
}
