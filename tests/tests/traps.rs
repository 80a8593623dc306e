//! The five traps of a rewrite that only takes `async` and `.await` away: all of them compile,
//! and do something else.
#![allow(
    clippy::let_underscore_future,
    clippy::no_effect_underscore_binding,
    clippy::useless_vec,
    clippy::unused_async,
    reason = "futures that are never awaited are what is tested"
)]

use std::cell::Cell;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};

/// Trap 1: without its block, `?` would leave the function and skip the recovery.
#[maybe_async]
async fn question(number: u32) -> String {
    let found = async {
        let number = even(number).await?;
        log("went on");
        Ok::<_, String>(number)
    }
    .await;
    log("recovered");
    match found {
        Ok(number) => format!("ok {number}"),
        Err(error) => format!("no: {error}"),
    }
}

#[test]
fn question_mark_stays_in_its_block() {
    let (value, log) = both(question(3), || question_blocking(3));
    assert_eq!(value, "no: 3 is odd");
    assert_eq!(log, ["even 3?", "recovered"]);
    let (value, log) = both(question(4), || question_blocking(4));
    assert_eq!(value, "ok 4");
    assert_eq!(log, ["even 4?", "went on", "recovered"]);
}

/// Trap 2: the same with `return`, whose type here is that of the function too.
#[maybe_async]
async fn early_return(stop: bool) -> u32 {
    let inner = async {
        if stop {
            return give(1).await;
        }
        give(2).await
    }
    .await;
    log("after");
    inner + 10
}

#[test]
fn return_stays_in_its_block() {
    let (value, log) = both(early_return(true), || early_return_blocking(true));
    assert_eq!(value, 11);
    assert_eq!(log, ["give 1", "after"]);
    assert_eq!(
        both(early_return(false), || early_return_blocking(false)).0,
        12
    );
}

/// The same in a loop, where `return` would end it, and where `break` may stand after it.
#[maybe_async]
async fn return_in_loop() -> Vec<u32> {
    let mut found = Vec::new();
    for number in 0..4 {
        let kept = async {
            if number % 2 == 0 {
                return None;
            }
            Some(give(number).await)
        }
        .await;
        found.extend(kept);
        if number == 3 {
            break;
        }
    }
    found
}

#[test]
fn return_does_not_leave_the_loop() {
    assert_eq!(both(return_in_loop(), return_in_loop_blocking).0, [1, 3]);
}

/// Trap 3: what is made early runs late.
#[maybe_async(twins(bump))]
async fn made_early(count: &Cell<u32>) -> (u32, u32) {
    let late = async {
        log("late");
        count.get()
    };
    let called = bump(count, 5);
    log("early");
    count.set(count.get() + 1);
    let late = late.await;
    (late, called.await)
}

#[maybe_async]
async fn uses_bump(count: &Cell<u32>) -> u32 {
    let first = async { bump(count, 1).await };
    let second = async { bump(count, 10).await };
    // In the other order than they are made.
    let second = second.await;
    let first = first.await;
    first * 100 + second
}

/// Known to `made_early` by its argument `twins(bump)` alone.
#[maybe_async]
async fn bump(count: &Cell<u32>, by: u32) -> u32 {
    log(format!("bump {by}"));
    count.set(count.get() + by);
    count.get()
}

#[test]
fn made_early_runs_late() {
    let (one, two) = (Cell::new(0), Cell::new(0));
    let (value, log) = both(made_early(&one), || made_early_blocking(&two));
    assert_eq!(value, (1, 6));
    assert_eq!(log, ["early", "late", "bump 5"]);
    let (one, two) = (Cell::new(0), Cell::new(0));
    let (value, log) = both(uses_bump(&one), || uses_bump_blocking(&two));
    assert_eq!(value, 1110);
    assert_eq!(log, ["bump 10", "bump 1"]);
}

/// Trap 4: what is never awaited never runs, whatever it is bound to.
#[maybe_async(twins(bump))]
async fn never_awaited(count: &Cell<u32>) -> u32 {
    let _named = async {
        log("named");
        count.set(100);
    };
    let _ = async { count.set(100) };
    _ = bump(count, 100);
    let _ = bump(count, 100);
    let _called = bump(count, 100);
    drop(bump(count, 100));
    let _tuple = (bump(count, 100), async { count.set(100) });
    let _list = vec![bump(count, 100), bump(count, 200)];
    let _option = Some(bump(count, 100));
    let _branch = if count.get() == 0 {
        bump(count, 100)
    } else {
        bump(count, 200)
    };
    count.get()
}

#[test]
fn never_awaited_never_runs() {
    let (one, two) = (Cell::new(7), Cell::new(7));
    let (value, log) = both(never_awaited(&one), || never_awaited_blocking(&two));
    assert_eq!(value, 7);
    assert_eq!(log, [""; 0]);
}

/// Trap 5: a callee that has no twin. The callback is the async caller's in one half and the
/// blocking caller's in the other; `keep` says that a name means the right thing in both.
#[maybe_async(keep(fetch))]
async fn kept(fetch: impl AsyncFn(u32) -> u32) -> u32 {
    let first = fetch(1).await;
    fetch(first + 1).await
}

#[test]
fn callbacks_keep_their_names() {
    let (value, log) = both(kept(async |n| give(n * 2).await), || {
        kept_blocking(|n| give_blocking(n * 2))
    });
    assert_eq!(value, 6);
    assert_eq!(log, ["give 2", "give 6"]);
}
