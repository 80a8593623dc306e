//! Closures inside bodies whose calls give futures.
#![allow(
    clippy::needless_return,
    clippy::redundant_closure_call,
    reason = "exits and calls of closures are what is tested"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn forms(base: u32) -> Vec<u32> {
    let asynchronous = async |n: u32| give(n + base).await;
    let block = |n: u32| async move { give(n + base).await * 2 };
    let moved = async move |n: u32, m: u32| {
        let n = give(n).await;
        n + give(m).await + base
    };
    let boxed = |n: u32| Box::pin(async move { give(n).await });
    let mut count = 0;
    let mut counting = async || {
        count += 1;
        give(count).await
    };
    let mut seen = vec![counting().await, counting().await];
    seen.push(asynchronous(1).await);
    seen.push(block(2).await);
    seen.push(moved(3, 4).await);
    seen.push(boxed(5).await);
    seen.push(block(asynchronous(1).await).await);
    seen.push(count);
    seen
}

#[test]
fn every_form() {
    let (value, _) = both(forms(100), || forms_blocking(100));
    assert_eq!(value, [1, 2, 101, 204, 107, 5, 402, 2]);
}

/// `?` and `return` leave the closure, not the function.
#[maybe_async]
async fn exits(n: u32) -> Result<String, String> {
    let check = async |n: u32| {
        if n == 0 {
            return Ok(0);
        }
        let even = even(n).await?;
        Ok::<_, String>(even + 1)
    };
    let nested = |n: u32| async move {
        let inner = async { even(n).await?.checked_sub(4).ok_or("underflow".to_owned()) };
        match inner.await {
            Ok(n) => n,
            Err(_) => return 99,
        }
    };
    let first = check(n).await.unwrap_or(50);
    log("went on");
    let second = nested(n).await;
    let third = check(first).await?;
    Ok(format!("{first} {second} {third}"))
}

#[test]
fn exits_of_closures() {
    let run = |n| both(exits(n), || exits_blocking(n));
    assert_eq!(run(0).0, Ok("0 99 0".to_owned()));
    assert_eq!(run(1).0, Ok("50 99 51".to_owned()));
    let (value, log) = run(4);
    assert_eq!(value, Err("5 is odd".to_owned()));
    assert_eq!(log, ["even 4?", "went on", "even 4?", "even 5?"]);
}

/// Calls made early, in another order, and never.
#[maybe_async]
async fn early() -> u32 {
    let work = async |n: u32| {
        log("work");
        give(n).await
    };
    let block = |guard: Guard| async move {
        log(guard.name());
        guard.name().len()
    };
    let one = work(1);
    let two = work(2);
    let _never = work(3);
    let held = block(Guard::new("held"));
    let _unused = block(Guard::new("unused"));
    log("made");
    let two = two.await;
    let length = held.await;
    two * 100 + one.await * 10 + u32::try_from(length).unwrap_or(0)
}

#[test]
fn early_calls() {
    let (value, log) = both(early(), early_blocking);
    assert_eq!(value, 214);
    assert_eq!(
        log,
        [
            "made",
            "work",
            "give 2",
            "held",
            "drop held",
            "work",
            "give 1",
            "drop unused"
        ]
    );
}

/// A parameter that the future does not take is dropped when the closure returns.
#[maybe_async]
async fn parameters() {
    let ignores = |_guard: Guard| async { log("ignores") };
    let takes = |guard: Guard| async move {
        log("takes");
        drop(guard);
    };
    let async_ignores = async |_guard: Guard| log("async ignores");
    let half = |(taken, _left): (Guard, Guard)| async move { log(taken.name()) };
    ignores(Guard::new("one")).await;
    takes(Guard::new("two")).await;
    async_ignores(Guard::new("three")).await;
    half((Guard::new("taken"), Guard::new("left"))).await;
}

#[test]
fn parameters_of_closures() {
    let ((), log) = both(parameters(), parameters_blocking);
    assert_eq!(
        log,
        [
            "drop one",
            "ignores",
            "takes",
            "drop two",
            "async ignores",
            "drop three",
            "drop left",
            "taken",
            "drop taken"
        ]
    );
}

/// Statements before the future run at the call, whoever awaits it.
#[maybe_async]
async fn statements_first() -> u32 {
    let eager = |n: u32| {
        let _guard = Guard::new("guard");
        log(format!("called {n}"));
        async move {
            log("awaited");
            give(n).await
        }
    };
    let value = eager(1).await;
    value + apply(async |n| eager(n).await, 2).await
}

#[maybe_async]
async fn apply(f: impl AsyncFn(u32) -> u32, n: u32) -> u32 {
    log("apply");
    f(n).await
}

#[test]
fn statements_before_the_future() {
    let (value, log) = both(statements_first(), statements_first_blocking);
    assert_eq!(value, 3);
    assert_eq!(
        log,
        [
            "called 1",
            "drop guard",
            "awaited",
            "give 1",
            "apply",
            "called 2",
            "drop guard",
            "awaited",
            "give 2"
        ]
    );
}

/// The same, with the future awaited late or never: the call itself happens where it stands.
#[maybe_async]
async fn called_early() {
    let eager = |n: u32| {
        log(format!("called {n}"));
        async move { log(format!("awaited {n}")) }
    };
    let ignores = |_guard: Guard| async { log("ignores") };
    let first = eager(1);
    let _never = eager(2);
    let skipped = ignores(Guard::new("guard"));
    log("made");
    skipped.await;
    first.await;
}

#[test]
fn effects_of_an_early_call() {
    let ((), log) = both(called_early(), called_early_blocking);
    assert_eq!(
        log,
        [
            "called 1",
            "called 2",
            "drop guard",
            "made",
            "ignores",
            "awaited 1"
        ]
    );
}

/// Given to an awaited callee: both spellings are callbacks, whose values it uses.
#[maybe_async(twins(apply, give))]
async fn as_arguments(offset: u32) -> u32 {
    let one = apply(async |n| give(n + offset).await, 1).await;
    let two = apply(|n| async move { give(n).await }, 2).await;
    let three = apply(give, 3).await;
    let local = async |n| give(n * offset).await;
    let four = apply(&local, 4).await + apply(local, 5).await;
    let nested = apply(async |n| apply(async |m| give(n + m).await, 6).await, 7).await;
    one + two + three + four + nested
}

#[test]
fn given_to_awaited_callees() {
    let (value, log) = both(as_arguments(10), || as_arguments_blocking(10));
    assert_eq!(value, 11 + 2 + 3 + 40 + 50 + 13);
    assert_eq!(log.len(), 13);
}

/// Closures that have nothing to do with futures are left alone.
#[maybe_async]
async fn plain_closures(list: &[u32]) -> (u32, Vec<u32>) {
    let double = |n: u32| n * 2;
    let sum: u32 = list.iter().copied().map(double).sum();
    let mut sorted: Vec<u32> = list.iter().map(|n| n % 3).collect();
    sorted.sort_by_key(|n| std::cmp::Reverse(*n));
    let called = (|n: u32| n + 1)(give(sum).await);
    (called, sorted)
}

#[test]
fn closures_without_futures() {
    let (value, _) = both(plain_closures(&[1, 2, 3]), || {
        plain_closures_blocking(&[1, 2, 3])
    });
    assert_eq!(value, (13, vec![2, 1, 0]));
}
