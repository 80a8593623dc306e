//! Futures that are pinned, boxed, or awaited by reference.
#![allow(clippy::similar_names, reason = "names that say what is pinned")]

use std::pin::{Pin, pin};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, both_panic, give, give_blocking, log};
use futures::FutureExt as _;

#[maybe_async]
async fn work(n: u32) -> u32 {
    log("work");
    give(n).await
}

#[maybe_async(twins(work))]
async fn forms() -> Vec<u32> {
    let mut seen = Vec::new();
    let boxed = Box::pin(async { work(1).await });
    let called = Box::pin(work(2));
    let pinned = pin!(async { work(3).await });
    let mut again = pin!(work(4));
    let method = work(5).boxed();
    let local = async { work(6).await }.boxed_local();
    let mut unpinned = Box::pin(work(7));
    let named = work(8);
    let named = pin!(named);
    let tokio = work(9);
    tokio::pin!(tokio);
    log("made");
    seen.push(called.await);
    seen.push(boxed.await);
    seen.push(pinned.await);
    seen.push(again.as_mut().await);
    seen.push(method.await);
    seen.push(local.await);
    seen.push((&mut unpinned).await);
    seen.push(named.await);
    seen.push((&mut tokio).await);
    seen
}

#[test]
fn pins_and_boxes() {
    let (value, log) = both(forms(), forms_blocking);
    assert_eq!(value, [2, 1, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(log[..3], ["made", "work", "give 2"]);
    assert_eq!(log.len(), 19);
}

/// By reference, through another variable, from an option and from a list.
#[maybe_async(twins(work))]
async fn references() -> u32 {
    let mut future = Box::pin(work(1));
    let reference = &mut future;
    let first = reference.await;
    let mut option = Some(Box::pin(work(2)));
    let second = option.as_mut().unwrap().await;
    let third = match &mut Some(Box::pin(work(3))) {
        Some(future) => future.await,
        None => 0,
    };
    let mut list = vec![Box::pin(work(4)), Box::pin(work(5))];
    let mut sum = 0;
    for future in &mut list {
        sum += future.await;
    }
    let last = list.pop();
    drop(last);
    let taken = option.take();
    first + second + third + sum + u32::from(taken.is_some())
}

#[test]
fn awaited_by_reference() {
    assert_eq!(both(references(), references_blocking).0, 16);
}

/// What a finished future held is gone, the future itself is not.
#[maybe_async]
async fn finished() {
    let guard = Guard::new("captured");
    let mut future = Box::pin(async move {
        let inner = Guard::new("inner");
        give(guard.name()).await;
        inner.name().len()
    });
    (&mut future).await;
    log("between");
    drop(future);
    log("end");
}

#[test]
fn drops_when_finished() {
    let ((), log) = both(finished(), finished_blocking);
    assert_eq!(
        log,
        [
            "give captured",
            "drop inner",
            "drop captured",
            "between",
            "end"
        ]
    );
}

/// A second await of a finished future is a panic in both halves, whatever it says.
#[maybe_async]
async fn twice() -> u32 {
    let mut future = Box::pin(async { give(1).await });
    let first = (&mut future).await;
    log("again");
    first + (&mut future).await
}

#[test]
fn awaited_after_completion() {
    let panics = |run: &dyn Fn() -> u32| {
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run));
        (result.is_err(), await_me_maybe_tests::take_log())
    };
    let expected = (true, vec!["give 1".to_owned(), "again".to_owned()]);
    assert_eq!(panics(&|| futures::executor::block_on(twice())), expected);
    assert_eq!(panics(&twice_blocking), expected);
}

/// Reassigned: what was there is dropped without having run.
#[maybe_async(twins(work))]
async fn reassigned(n: u32) -> u32 {
    let mut future = Box::pin(work(1));
    if n > 0 {
        future = Box::pin(work(n));
        log("replaced");
    }
    let mut plain = work(10);
    if n > 1 {
        plain = work(20);
    }
    future.await + plain.await
}

#[test]
fn assigned_twice() {
    assert_eq!(both(reassigned(0), || reassigned_blocking(0)).0, 11);
    let (value, log) = both(reassigned(2), || reassigned_blocking(2));
    assert_eq!(value, 22);
    assert_eq!(log, ["replaced", "work", "give 2", "work", "give 20"]);
}

struct Connection {
    sent: Vec<u32>,
}

#[maybe_async]
impl Connection {
    /// A pinned receiver, called through `as_mut`.
    async fn send(mut self: Pin<&mut Self>, n: u32) -> usize {
        let n = give(n).await;
        self.sent.push(n);
        self.sent.len()
    }
}

#[maybe_async]
async fn pinned_receiver() -> usize {
    let mut connection = pin!(Connection { sent: Vec::new() });
    connection.as_mut().send(1).await;
    let direct = connection.as_mut();
    direct.send(2).await + connection.sent.len()
}

#[test]
fn pinned_receivers() {
    assert_eq!(both(pinned_receiver(), pinned_receiver_blocking).0, 4);
}

/// An async block that panics does so where it is awaited.
#[maybe_async]
async fn panicking() {
    let future = Box::pin(async {
        give(1).await;
        panic!("inside");
    });
    log("made");
    future.await;
}

#[test]
fn panics_where_awaited() {
    let (text, log) = both_panic(panicking(), panicking_blocking);
    assert_eq!(text, "inside");
    assert_eq!(log, ["made", "give 1"]);
}

/// Boxed futures of one type in branches and lists, as `.boxed()` gives them.
#[maybe_async(twins(work))]
async fn one_type(first: bool) -> Vec<u32> {
    let chosen = if first {
        async { give(1).await }.boxed()
    } else {
        async { 2 }.boxed()
    };
    let list = vec![
        async { give(3).await }.boxed(),
        async { 4 }.boxed(),
        work(5).boxed(),
    ];
    let slot = std::cell::RefCell::new(Some(Box::pin(async { give(6).await })));
    let taken = slot.take().unwrap();
    log("made");
    let mut seen = vec![chosen.await];
    for future in list.into_iter().rev().take(2) {
        seen.push(future.await);
    }
    seen.push(taken.await);
    seen
}

#[test]
fn boxed_in_branches() {
    let (value, log) = both(one_type(true), || one_type_blocking(true));
    assert_eq!(value, [1, 5, 4, 6]);
    assert_eq!(log, ["made", "give 1", "work", "give 5", "give 6"]);
    assert_eq!(
        both(one_type(false), || one_type_blocking(false)).0,
        [2, 5, 4, 6]
    );
}
