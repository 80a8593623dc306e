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

#[maybe_async]
mod taken_apart {
    use await_me_maybe_tests::log;

    pub(crate) struct Point(pub(crate) u32);

    impl Point {
        pub(crate) fn new(n: u32) -> Self {
            Self(n)
        }

        pub(crate) async fn shift(&mut self, by: u32) -> u32 {
            log(format!("shift {by}"));
            self.0 += by;
            self.0
        }
    }

    pub(crate) struct Idle;

    impl Idle {
        pub(crate) async fn shift(&self, by: u32) -> u32 {
            log(format!("idle {by}"));
            by
        }
    }

    pub(crate) async fn start() -> (u32, u32, u32) {
        let (mut point, (idle, mut other)) = (Point::new(1), (Idle, Point(10)));
        let first = point.shift(2);
        let second = other.shift(3);
        let third = idle.shift(4);
        log("bound");
        (third.await, second.await, first.await)
    }

    pub(crate) async fn calls(n: u32) -> u32 {
        let shifted = async |mut point: Point| {
            let late = point.shift(n);
            log("early");
            late.await
        };
        shifted(Point(n)).await
    }
}

/// The type of what a tuple pattern takes was not seen: the twin called the method at once.
#[test]
fn methods_of_what_a_tuple_pattern_takes_are_known() {
    let (value, entries) = both(taken_apart::start(), taken_apart::blocking::start);
    assert_eq!(value, (4, 13, 3));
    assert_eq!(entries, ["bound", "idle 4", "shift 3", "shift 2"]);
}

/// The same of a closure's parameters.
#[test]
fn methods_of_parameters_of_closures_are_known() {
    let (value, entries) = both(taken_apart::calls(4), || taken_apart::blocking::calls(4));
    assert_eq!(value, 8);
    assert_eq!(entries, ["early", "shift 4"]);
}
