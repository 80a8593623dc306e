//! What `cargo run -p fuzz` has found, each as the small program it was shrunk to.

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, both_panic, log, pause, pause_blocking};

#[maybe_async]
async fn check(n: u32) -> Result<u32, String> {
    log(format!("check {n}"));
    if n % 3 == 0 {
        Err(format!("no {n}"))
    } else {
        Ok(n)
    }
}

/// A value, behind a reference to a guard.
fn beside<T>(_: &Guard, value: T) -> T {
    value
}

#[maybe_async(join = sequential, twins(check))]
async fn temporaries(n: u32) -> Result<(u32, u32), String> {
    let joined = futures::future::try_join(
        check(beside(&Guard::loud("first"), n)),
        check(beside(&Guard::loud("second"), 2)),
    )
    .await;
    log("bound");
    let (first, ()) = futures::future::join(check(beside(&Guard::loud("third"), 1)), async {
        log("block");
    })
    .await;
    first.and(joined)
}

/// What the branches of the functions `join` and `try_join` are made with lives until they have
/// run: the twin dropped it before.
#[test]
fn temporaries_of_joined_calls_are_dropped_behind_the_branches() {
    let (value, entries) = both(temporaries(1), || temporaries_blocking(1));
    assert_eq!(value, Ok((1, 2)));
    let order = [
        "make first",
        "make second",
        "check 1",
        "check 2",
        "drop second",
        "drop first",
        "bound",
        "make third",
        "check 1",
        "block",
        "drop third",
    ];
    assert_eq!(entries, order);
    let (value, entries) = both(temporaries(3), || temporaries_blocking(3));
    assert_eq!(value, Err("no 3".to_owned()));
    assert_eq!(
        entries[..5],
        [
            "make first",
            "make second",
            "check 3",
            "drop second",
            "drop first"
        ]
    );
}

#[maybe_async]
#[allow(clippy::bool_comparison, reason = "short, and with a type in it")]
async fn asserted() {
    pause().await;
    assert!(
        async {
            let value: bool = true;
            value
        }
        .await
            != true
    );
}

/// A type behind a `:` is shown as the compiler shows it: the twin said `value : bool`.
#[test]
fn assertions_show_types() {
    let (message, _) = both_panic(asserted(), asserted_blocking);
    assert!(message.contains("value: bool"), "{message}");
}
