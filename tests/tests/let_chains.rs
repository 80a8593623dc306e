//! `.await` in chains of `let`.
//!
//! They need a newer compiler than the crate does, so they have a file of their own.
#![allow(
    clippy::unused_async,
    clippy::incompatible_msrv,
    reason = "callees do as little as they can"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn length(guard: &Guard) -> usize {
    log(format!("length of {}", guard.name()));
    guard.name().len()
}

#[maybe_async]
async fn conditions(n: u32) -> u32 {
    let mut rounds = 0;
    if let Ok(half) = even(n).await
        && half > 2
        && give(half).await < 9
        && let Some(rest) = half.checked_sub(give(4).await)
    {
        return rest;
    }
    while let Some(m) = Some(give(rounds).await)
        && m < 2
        && give(true).await
    {
        rounds += 1;
    }
    rounds + 100
}

#[test]
fn conditions_of_several_parts() {
    let run = |n| both(conditions(n), || conditions_blocking(n));
    let (value, log) = run(6);
    assert_eq!(value, 2);
    assert_eq!(log, ["even 6?", "give 6", "give 4"]);
    let (value, log) = run(10);
    assert_eq!(value, 102);
    assert_eq!(
        log,
        [
            "even 10?",
            "give 10",
            "give 0",
            "give true",
            "give 1",
            "give true",
            "give 2"
        ]
    );
    assert_eq!(run(1).1[0], "even 1?");
}

/// What the chain binds, and its temporaries, are dropped with it.
#[maybe_async]
async fn guards(pass: bool) -> usize {
    if let guard = Guard::new("bound")
        && length(&Guard::new("temporary")).await == 9
        && pass
    {
        log(guard.name());
    } else {
        log("else");
    }
    // In front of `.await`: the future runs behind the chain.
    if let name = Guard::new("base").name()
        && pass
    {
        give(name.len())
    } else {
        give(0)
    }
    .await
}

#[test]
fn drops() {
    let (value, log) = both(guards(true), || guards_blocking(true));
    assert_eq!(value, 4);
    assert_eq!(
        log,
        [
            "length of temporary",
            "drop temporary",
            "bound",
            "drop bound",
            "drop base",
            "give 4"
        ]
    );
    let (value, log) = both(guards(false), || guards_blocking(false));
    assert_eq!(value, 0);
    assert_eq!(log[log.len() - 2..], ["drop base", "give 0"]);
}
