//! Closures that are mapped over things: they make futures that are awaited later, or never.
#![allow(
    clippy::unnecessary_lazy_evaluations,
    clippy::unused_async,
    reason = "closures that are given to adaptors are what is tested"
)]

use std::cell::OnceCell;
use std::collections::HashMap;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log};

#[maybe_async(twins(give))]
async fn collected(list: Vec<u32>) -> Vec<u32> {
    let futures: Vec<_> = list
        .iter()
        .map(|n| async move { give(*n).await * 2 })
        .collect();
    let calls: Vec<_> = list.iter().map(|n| give(*n + 10)).collect();
    let with_lets: Vec<_> = list
        .iter()
        .map(|n| {
            log(format!("make {n}"));
            let n = *n;
            async move { give(n + 20).await }
        })
        .collect();
    log("made");
    let mut seen = Vec::new();
    for future in futures {
        seen.push(future.await);
    }
    for call in calls.into_iter().rev() {
        seen.push(call.await);
    }
    for future in with_lets {
        seen.push(future.await);
    }
    seen
}

#[test]
fn collected_and_awaited() {
    let (value, log) = both(collected(vec![1, 2]), || collected_blocking(vec![1, 2]));
    assert_eq!(value, [2, 4, 12, 11, 21, 22]);
    assert_eq!(
        log,
        [
            "make 1", "make 2", "made", "give 1", "give 2", "give 12", "give 11", "give 21",
            "give 22"
        ]
    );
}

/// A lazy iterator: each future is made when the loop asks for it.
#[maybe_async]
async fn lazy(list: &[u32]) -> Option<u32> {
    let futures = list.iter().enumerate().map(|(index, n)| {
        log(format!("make {index}"));
        async move { give(*n).await }
    });
    for future in futures {
        let n = future.await;
        if n > 1 {
            return Some(n);
        }
    }
    None
}

#[test]
fn lazy_iterators() {
    let (value, log) = both(lazy(&[1, 2, 3]), || lazy_blocking(&[1, 2, 3]));
    assert_eq!(value, Some(2));
    assert_eq!(log, ["make 0", "give 1", "make 1", "give 2"]);
}

#[maybe_async]
async fn options(word: Option<&str>) -> (Option<usize>, usize) {
    let future = word.map(|word| async move {
        log(word);
        word.len()
    });
    log("made");
    let length = match future {
        Some(future) => Some(future.await),
        None => None,
    };
    let other = length.map_or_else(|| 0, |n| n + 1);
    (length, other)
}

#[test]
fn mapped_options() {
    let (value, log) = both(options(Some("ab")), || options_blocking(Some("ab")));
    assert_eq!(value, (Some(2), 3));
    assert_eq!(log, ["made", "ab"]);
    assert_eq!(both(options(None), || options_blocking(None)).0, (None, 0));
}

/// Never awaited: whatever makes them, nothing runs.
#[maybe_async(twins(give))]
async fn never(list: &[u32]) -> usize {
    let _mapped: Vec<_> = list.iter().map(|_| async { log("map") }).collect();
    let _calls: Vec<_> = list.iter().map(|n| give(*n)).collect();
    let _array: [_; 2] = std::array::from_fn(|_| async { log("from_fn") });
    let _repeated: Vec<_> = std::iter::repeat_with(|| async { log("repeat_with") })
        .take(2)
        .collect();
    let error: Result<u32, u32> = Err(1);
    let _error = error.map_err(|_| async { log("map_err") });
    let _or = None::<u32>.ok_or_else(|| async { log("ok_or_else") });
    let cell = OnceCell::new();
    let _cell = cell.get_or_init(|| async { log("get_or_init") });
    let mut map = HashMap::new();
    map.entry(1)
        .or_insert_with(|| async { log("or_insert_with") });
    let _then = true.then(|| async { log("then") });
    let _folded = list.iter().fold(Vec::new(), |mut futures, n| {
        futures.push(async move { log(n.to_string()) });
        futures
    });
    let _zipped: Vec<_> = list
        .iter()
        .zip(list.iter().map(|_| async { log("zip") }))
        .collect();
    list.len()
}

#[test]
fn never_awaited() {
    let (value, log) = both(never(&[1, 2]), || never_blocking(&[1, 2]));
    assert_eq!(value, 2);
    assert_eq!(log, [""; 0]);
}

/// What the futures own is dropped with them: those that ran, and the rest at the end.
#[maybe_async]
async fn owners() -> usize {
    let names = ["a", "b", "c", "d"];
    let mut futures: Vec<_> = names
        .map(Guard::new)
        .map(|guard| async move {
            log(guard.name());
            1
        })
        .into_iter()
        .collect();
    let mut sum = 0;
    for future in futures.drain(..2).rev() {
        sum += future.await;
    }
    log("drained");
    let last = futures.pop().unwrap();
    let taken = std::mem::take(&mut futures);
    drop(taken);
    log("taken");
    sum + last.await
}

#[test]
fn drops() {
    let (value, log) = both(owners(), owners_blocking);
    assert_eq!(value, 3);
    assert_eq!(
        log,
        [
            "b", "drop b", "a", "drop a", "drained", "drop c", "taken", "d", "drop d"
        ]
    );
}
