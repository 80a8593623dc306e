//! Streams and collections of futures, by the policy that the author gives.

use std::sync::{Arc, Mutex};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, both_panic, even, even_blocking, give, give_blocking, log};
use futures::stream::{FuturesOrdered, FuturesUnordered};
use futures::{StreamExt as _, TryStreamExt as _};
use tokio::task::JoinSet;

#[maybe_async]
async fn fetch(n: u32) -> u32 {
    give(n).await * 10
}

#[maybe_async]
async fn tried(n: u32) -> Result<u32, String> {
    even(n).await
}

#[maybe_async(join = sequential, twins(fetch))]
async fn one_by_one() -> Vec<u32> {
    let mut seen = futures::stream::iter([1, 2, 3])
        .map(fetch)
        .buffered(1)
        .collect::<Vec<_>>()
        .await;
    let stream = futures::stream::iter([4, 5]).map(|n| async move {
        log("block");
        fetch(n).await
    });
    let mut stream = stream.buffer_unordered(1);
    while let Some(n) = stream.next().await {
        log("got");
        seen.push(n);
    }
    let doubled = |n: u32| async move {
        give(n * 2).await;
    };
    futures::stream::iter([6, 7])
        .for_each_concurrent(1, doubled)
        .await;
    seen
}

#[test]
fn sequential_streams() {
    let (value, log) = both(one_by_one(), one_by_one_blocking);
    assert_eq!(value, [10, 20, 30, 40, 50]);
    assert_eq!(
        log,
        [
            "give 1", "give 2", "give 3", "block", "give 4", "got", "block", "give 5", "got",
            "give 12", "give 14"
        ]
    );
}

#[maybe_async(join = sequential, twins(tried))]
async fn first_error(numbers: Vec<u32>) -> Result<Vec<u32>, String> {
    let numbers = futures::stream::iter(numbers.into_iter().map(Ok::<u32, String>));
    let results = numbers.map_ok(tried).try_buffered(1);
    results.try_collect().await
}

#[maybe_async(join = sequential, twins(tried))]
async fn first_error_of_each(numbers: Vec<u32>) -> Result<(), String> {
    futures::stream::iter(numbers.into_iter().map(Ok::<u32, String>))
        .try_for_each_concurrent(1, |n| async move {
            tried(n).await?;
            Ok(())
        })
        .await
}

#[test]
fn errors_stop_the_rest() {
    let halves = both(first_error(vec![2, 4]), || first_error_blocking(vec![2, 4]));
    assert_eq!(halves.0, Ok(vec![2, 4]));
    let (value, log) = both(first_error(vec![2, 3, 4]), || {
        first_error_blocking(vec![2, 3, 4])
    });
    assert_eq!(value, Err("3 is odd".to_owned()));
    assert_eq!(log, ["even 2?", "even 3?"]);
    let (value, log) = both(first_error_of_each(vec![2, 5, 4]), || {
        first_error_of_each_blocking(vec![2, 5, 4])
    });
    assert_eq!(value, Err("5 is odd".to_owned()));
    assert_eq!(log, ["even 2?", "even 5?"]);
}

#[maybe_async(join = sequential, twins(fetch))]
async fn groups() -> Vec<u32> {
    let mut ordered = FuturesOrdered::new();
    ordered.push_back(fetch(1));
    ordered.push_back(fetch(2));
    let mut seen = Vec::new();
    while let Some(n) = ordered.next().await {
        seen.push(n);
    }
    let mut unordered = FuturesUnordered::new();
    unordered.push(fetch(3));
    log("pushed");
    if let Some(n) = unordered.next().await {
        seen.push(n);
    }
    unordered.push(fetch(9));
    seen.push(unordered.len() as u32);
    seen
}

#[test]
fn groups_in_order() {
    let (value, log) = both(groups(), groups_blocking);
    assert_eq!(value, [10, 20, 30, 1]);
    assert_eq!(log[2..], ["pushed", "give 3"]);
}

#[maybe_async(join = sequential)]
async fn panics() {
    futures::stream::iter([1, 2])
        .for_each_concurrent(1, |n| async move {
            give(n).await;
            assert!(n != 1, "one");
        })
        .await;
}

#[test]
fn a_panic_ends_it() {
    assert_eq!(both_panic(panics(), panics_blocking).0, "one");
}

type Seen = Arc<Mutex<Vec<u32>>>;

/// Two that wait for each other, so that they have to run at the same time.
#[maybe_async(join = threads)]
async fn parallel() -> Vec<u32> {
    let barrier = Arc::new(tokio::sync::Barrier::new(2));
    let mut seen = futures::stream::iter([1, 2])
        .map(|n| {
            let barrier = barrier.clone();
            async move {
                barrier.wait().await;
                n
            }
        })
        .buffered(2)
        .collect::<Vec<_>>()
        .await;
    let all = Seen::default();
    futures::stream::iter([3, 4])
        .for_each_concurrent(2, |n| {
            let (barrier, all) = (barrier.clone(), all.clone());
            async move {
                barrier.wait().await;
                all.lock().unwrap().push(n);
            }
        })
        .await;
    seen.extend(all.lock().unwrap().iter());
    let mut set = JoinSet::new();
    for n in [5, 6] {
        let barrier = barrier.clone();
        set.spawn(async move {
            barrier.wait().await;
            n
        });
    }
    while let Some(n) = set.join_next().await {
        seen.push(n.unwrap());
    }
    seen.sort_unstable();
    seen
}

/// One after the other, when they are asked for.
#[maybe_async(join = sequential)]
async fn set_in_turn() -> Vec<String> {
    let mut set = JoinSet::new();
    set.spawn(async { 1 });
    set.spawn(async { 2 });
    let mut seen = Vec::new();
    while let Some(n) = set.join_next().await {
        seen.push(format!("{n:?}"));
    }
    seen.sort_unstable();
    seen
}

fn on_tokio<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .build()
        .unwrap();
    runtime.block_on(future)
}

#[test]
fn parallel_on_threads() {
    assert_eq!(on_tokio(parallel()), [1, 2, 3, 4, 5, 6]);
    assert_eq!(parallel_blocking(), [1, 2, 3, 4, 5, 6]);
    assert_eq!(on_tokio(set_in_turn()), ["Ok(1)", "Ok(2)"]);
    assert_eq!(set_in_turn_blocking(), ["Ok(1)", "Ok(2)"]);
}

#[maybe_async(join = sequential)]
mod module {
    use futures::stream::{self, FuturesUnordered, StreamExt};
    use tokio::task::JoinSet;

    async fn square(n: u32) -> u32 {
        super::log(format!("square {n}"));
        n * n
    }

    pub(super) async fn all() -> Vec<u32> {
        let unordered: FuturesUnordered<_> = [1].into_iter().map(square).collect();
        let mut seen: Vec<u32> = unordered.collect().await;
        seen.extend(
            stream::iter([2, 3])
                .map(square)
                .buffered(1)
                .collect::<Vec<_>>()
                .await,
        );
        seen
    }

    pub(super) async fn set() -> u32 {
        let mut set: JoinSet<u32> = JoinSet::new();
        set.spawn(async { square(4).await });
        set.join_next().await.unwrap().unwrap()
    }
}

#[test]
fn in_a_module() {
    let (value, log) = both(module::all(), module::blocking::all);
    assert_eq!(value, [1, 4, 9]);
    assert_eq!(log, ["square 1", "square 2", "square 3"]);
    assert_eq!(on_tokio(module::set()), 16);
    assert_eq!(module::blocking::set(), 16);
}

/// The bounds say that the methods are the library's.
#[maybe_async]
async fn bounded<R>(mut reader: R, stored: &mut (impl tokio::io::AsyncWrite + Unpin)) -> u8
where
    R: tokio::io::AsyncRead + Unpin,
{
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let n = reader.read_u8().await.unwrap();
    stored.write_all(&[n, n + 1]).await.unwrap();
    n
}

#[test]
fn methods_of_a_bound() {
    let asynchronous = async {
        let mut stored = Vec::new();
        (bounded(&[3_u8][..], &mut stored).await, stored)
    };
    let blocking = || {
        let mut stored = Vec::new();
        (bounded_blocking(&[3_u8][..], &mut stored), stored)
    };
    assert_eq!(both(asynchronous, blocking).0, (3, vec![3, 4]));
}
