//! Callbacks that own or change something: what they hold is seen, and dropped, at the same
//! moments.
#![allow(
    clippy::needless_borrow,
    clippy::unused_async,
    reason = "callbacks are called through every reference, or never"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log};

#[maybe_async]
async fn by_mut(f: &mut impl AsyncFnMut(u32)) {
    f(1).await;
    f(2).await;
}

#[maybe_async]
async fn by_value<F>(mut f: F)
where
    F: AsyncFnMut(u32),
{
    f(1).await;
    let early = f(2);
    log("made");
    early.await;
    drop(f);
    log("end");
}

#[maybe_async]
async fn by_ref<F>(f: &F) -> u32
where
    F: AsyncFn(u32) -> u32 + ?Sized,
{
    f(1).await + (*f)(2).await + (&f)(3).await
}

/// Local variables that a callback writes to are free again when it is gone.
#[maybe_async]
async fn changes() -> (u32, Vec<u32>) {
    let (mut sum, mut list) = (0, Vec::new());
    by_mut(&mut async |n| sum += give(n).await).await;
    by_value(async |n| sum += give(n * 10).await).await;
    let mut push = async |n: u32| list.push(give(n).await);
    push(by_ref(&async |n| give(n).await).await).await;
    push(sum).await;
    (sum, list)
}

#[test]
fn callbacks_that_write() {
    let (value, log) = both(changes(), changes_blocking);
    assert_eq!(value, (33, vec![6, 33]));
    assert_eq!(log[2..6], ["give 10", "made", "give 20", "end"]);
}

#[maybe_async]
async fn once(f: impl AsyncFnOnce(Guard)) {
    let early = f(Guard::new("argument"));
    log("made");
    early.await;
    log("end");
}

#[maybe_async]
async fn never(f: impl AsyncFnOnce(u32), g: impl AsyncFn(Guard)) {
    let _never = f(1);
    let unused = g(Guard::new("argument"));
    log("made");
    drop(unused);
    log("end");
}

/// What a callback that can be called once has captured goes with its only call.
#[maybe_async]
async fn owners() {
    let captured = Guard::new("captured");
    once(async move |guard| {
        log(captured.name());
        log(guard.name());
    })
    .await;
    let (unused, kept) = (Guard::new("unused"), Guard::new("kept"));
    never(
        async move |_| log(unused.name()),
        async move |_| log(kept.name()),
    )
    .await;
    log("last");
}

#[test]
fn callbacks_that_own() {
    let ((), log) = both(owners(), owners_blocking);
    assert_eq!(
        log[..5],
        [
            "made",
            "captured",
            "argument",
            "drop argument",
            "drop captured"
        ]
    );
    assert_eq!(
        log[5..],
        [
            "end",
            "made",
            "drop argument",
            "end",
            "drop unused",
            "drop kept",
            "last"
        ]
    );
}

/// Dropped before it runs, a call lets go of its arguments before what is called.
#[maybe_async]
async fn unused(f: impl AsyncFnOnce(Guard)) {
    let call = f(Guard::new("argument"));
    log("made");
    drop(call);
    log("end");
}

#[maybe_async(twins(unused))]
async fn drops_a_call() {
    let captured = Guard::new("captured");
    unused(async move |guard| {
        log(captured.name());
        log(guard.name());
    })
    .await;
}

#[test]
fn calls_that_are_dropped() {
    let ((), log) = both(drops_a_call(), drops_a_call_blocking);
    assert_eq!(log, ["made", "drop argument", "drop captured", "end"]);
}

/// Callables inside containers are called in place.
#[maybe_async]
async fn contained() -> u32 {
    let option = Some(|n: u32| async move { give(n).await });
    let boxed = Box::new(|n: u32| async move { give(n).await });
    let shared = std::sync::Arc::new(async |n: u32| give(n).await);
    let list = [|n: u32| async move { give(n).await }];
    let mut sum = boxed(1).await + shared(2).await + list[0](3).await;
    if let Some(call) = option {
        sum += call(4).await;
    }
    sum + by_ref(&*shared).await
}

#[test]
fn callbacks_in_containers() {
    let (value, log) = both(contained(), contained_blocking);
    assert_eq!(value, 16);
    assert_eq!(log.len(), 7);
}

/// The result of a callback is nothing to the function that awaits it.
#[maybe_async]
async fn ignores<R>(f: impl AsyncFn(u32) -> R) {
    f(1).await;
    let _ = f(2).await;
    log("ignored");
}

/// Given to a call that is awaited late, `|n| async ..` is a callback still.
#[maybe_async(twins(ignores))]
async fn ignored() {
    let early = ignores(|n| async move {
        log(format!("run {n}"));
        Guard::new("result")
    });
    let _never = ignores(|_| async { log("never") });
    log("made");
    early.await;
    ignores(|n| async move { log(format!("again {n}")) }).await;
}

#[test]
fn results_that_are_ignored() {
    let ((), log) = both(ignored(), ignored_blocking);
    assert_eq!(
        log,
        [
            "made",
            "run 1",
            "drop result",
            "run 2",
            "drop result",
            "ignored",
            "again 1",
            "again 2",
            "ignored"
        ]
    );
}
