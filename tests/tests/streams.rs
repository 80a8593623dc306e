//! Streams are iterators of the same items: lazy, and stopped by dropping them.

use std::pin::{Pin, pin};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};
use futures::stream::{BoxStream, LocalBoxStream};
use futures::{Stream, StreamExt as _, TryStreamExt as _, pin_mut};

/// A stream that logs each item it makes; written by hand in both forms.
fn numbers(to: u32) -> impl Stream<Item = u32> + Send {
    futures::stream::iter(1..=to).inspect(|n| log(format!("make {n}")))
}

fn numbers_blocking(to: u32) -> impl Iterator<Item = u32> + Send {
    (1..=to).inspect(|n| log(format!("make {n}")))
}

#[maybe_async]
async fn next(numbers: impl Stream<Item = u32> + Unpin) -> u32 {
    let mut numbers = numbers;
    let mut sum = 0;
    while let Some(n) = numbers.next().await {
        sum += give(n).await;
    }
    sum
}

#[maybe_async]
async fn generic<S>(numbers: S) -> Vec<u32>
where
    S: Stream<Item = u32>,
{
    let mut numbers = pin!(numbers);
    let mut seen = Vec::new();
    while let Some(n) = numbers.next().await {
        seen.push(give(n).await);
        if n == 2 {
            break;
        }
    }
    log("stopped");
    seen
}

#[maybe_async]
async fn pinned_in_place(numbers: impl Stream<Item = u32>) -> Option<u32> {
    let guard = Guard::loud("guard");
    pin_mut!(numbers);
    let first = numbers.next().await;
    let second = numbers.as_mut().next().await;
    drop(guard);
    first.zip(second).map(|(a, b)| a * 10 + b)
}

#[maybe_async]
async fn boxed(mut numbers: BoxStream<'_, u32>) -> u32 {
    let first = numbers.next().await.unwrap_or(0);
    first * numbers.count().await as u32
}

#[maybe_async]
async fn by_reference(numbers: &mut (impl Stream<Item = u32> + Unpin)) -> Option<u32> {
    numbers.next().await
}

#[maybe_async]
async fn pointer(mut numbers: Pin<Box<dyn Stream<Item = u32> + Send>>) -> u32 {
    numbers.next().await.unwrap_or(0) + numbers.next().await.unwrap_or(0)
}

#[test]
fn parameters() {
    let (value, log) = both(next(numbers(2)), || next_blocking(numbers_blocking(2)));
    assert_eq!(value, 3);
    assert_eq!(log, ["make 1", "give 1", "make 2", "give 2"]);
    let (value, log) = both(generic(numbers(9)), || {
        generic_blocking(numbers_blocking(9))
    });
    assert_eq!(value, [1, 2]);
    assert_eq!(log.last().map(String::as_str), Some("stopped"));
    assert_eq!(log.len(), 5);
    let pinned = || pinned_in_place_blocking(numbers_blocking(3));
    assert_eq!(both(pinned_in_place(numbers(3)), pinned).0, Some(12));
    let halves = both(boxed(numbers(4).boxed()), || {
        boxed_blocking(Box::new(numbers_blocking(4)))
    });
    assert_eq!(halves.0, 3);
    let reference = async { by_reference(&mut numbers(1)).await };
    let halves = both(reference, || {
        by_reference_blocking(&mut numbers_blocking(1))
    });
    assert_eq!(halves.0, Some(1));
    let pointed = both(pointer(Box::pin(numbers(3))), || {
        pointer_blocking(Box::new(numbers_blocking(3)))
    });
    assert_eq!(pointed.0, 3);
}

#[maybe_async]
fn doubled(numbers: impl Stream<Item = u32>) -> impl Stream<Item = u32> {
    log("called");
    numbers.map(|n| n * 2)
}

#[maybe_async]
fn in_a_box(names: &[String]) -> BoxStream<'_, usize> {
    Box::pin(futures::stream::iter(names).then(|name| async move { give(name.len()).await }))
}

#[maybe_async]
fn local(guard: Guard) -> LocalBoxStream<'static, u32> {
    let numbers = futures::stream::iter([1, 2]).filter(move |n| {
        let keep = *n == 2 && guard.name() == "kept";
        async move { give(keep).await }
    });
    numbers.boxed_local()
}

#[maybe_async]
async fn behind_a_result(to: u32) -> Result<impl Stream<Item = Result<u32, String>>, String> {
    let to = even(to).await?;
    Ok(futures::stream::iter(1..=to).then(|n| async move { even(n * 2).await }))
}

#[maybe_async(streams(doubled, in_a_box, local), keep(try_next))]
async fn returned() -> Result<(Vec<u32>, Vec<usize>), String> {
    let stream = doubled(futures::stream::iter([1, 2, 3]));
    log("made");
    let numbers: Vec<u32> = stream.collect().await;
    let names = ["a".to_owned(), "bc".to_owned()];
    let mut lengths = Vec::new();
    let mut stream = in_a_box(&names);
    while let Some(length) = stream.next().await {
        lengths.push(length);
    }
    let kept = local(Guard::new("kept"));
    lengths.extend(kept.map(|n| n as usize).collect::<Vec<_>>().await);
    let mut tried = pin!(behind_a_result(2).await?);
    while let Some(n) = tried.try_next().await? {
        lengths.push(n as usize);
    }
    Ok((numbers, lengths))
}

#[test]
fn streams_that_are_returned() {
    let (value, log) = both(returned(), returned_blocking);
    assert_eq!(value, Ok((vec![2, 4, 6], vec![1, 2, 2, 2, 4])));
    assert_eq!(log[..2], ["called", "made"]);
}

/// Every item is made when it is asked for, and the rest never.
#[maybe_async]
async fn early(numbers: impl Stream<Item = u32>) -> u32 {
    let squares = numbers
        .map(|n| n * n)
        .take_while(|n| {
            let small = *n < 10;
            async move { small }
        })
        .skip(1);
    let mut squares = Box::pin(squares);
    let first = squares.next().await.unwrap_or(0);
    drop(squares);
    log("dropped");
    first
}

#[test]
fn lazy_and_stopped_by_dropping() {
    let (value, log) = both(early(numbers(9)), || early_blocking(numbers_blocking(9)));
    assert_eq!(value, 4);
    assert_eq!(log, ["make 1", "make 2", "dropped"]);
}

struct Pages<S> {
    inner: S,
    seen: u32,
}

#[maybe_async]
impl<S: Stream<Item = u32> + Unpin> Pages<S> {
    async fn page(&mut self) -> Option<u32> {
        self.seen += 1;
        let inner = &mut self.inner;
        give(0).await;
        Self::ask(inner).await
    }

    async fn ask(inner: &mut S) -> Option<u32> {
        inner.next().await
    }

    fn rest(&mut self) -> impl Stream<Item = u32> + '_ {
        let seen = self.seen;
        (&mut self.inner).map(move |n| n + seen)
    }

    async fn all(mut self) -> Vec<u32> {
        let first = self.page().await.into_iter();
        let rest = self.rest().collect::<Vec<_>>().await;
        first.chain(rest).collect()
    }
}

#[maybe_async]
trait Source {
    fn items(&self) -> BoxStream<'_, u32>;

    async fn sum(&self) -> u32 {
        let mut items = self.items();
        let mut sum = 0;
        while let Some(n) = items.next().await {
            sum += n;
        }
        sum
    }
}

struct Three;

#[maybe_async]
impl Source for Three {
    fn items(&self) -> BoxStream<'_, u32> {
        futures::stream::iter([1, 2, 3]).boxed()
    }
}

#[test]
fn methods() {
    let pages = Pages {
        inner: numbers(3).boxed(),
        seen: 0,
    };
    let twin = || Pages {
        inner: Box::new(numbers_blocking(3)) as Box<dyn Iterator<Item = u32>>,
        seen: 0,
    };
    assert_eq!(both(pages.all(), || twin().all_blocking()).0, [1, 3, 4]);
    assert_eq!(both(Three.sum(), || Three.sum_blocking()).0, 6);
}

#[maybe_async]
async fn taken_by_value(guard: Guard) -> bool {
    let numbers = futures::stream::iter([1, 2, 3]).map(move |n| {
        log(guard.name());
        n
    });
    let found = numbers.any(|n| async move { give(n).await == 2 }).await;
    log("found");
    found
}

#[test]
fn a_stream_that_is_used_up_is_dropped() {
    let halves = both(taken_by_value(Guard::new("guard")), || {
        taken_by_value_blocking(Guard::new("guard"))
    });
    assert!(halves.0);
    assert_eq!(halves.1[4..], ["drop guard", "found"]);
}
