//! When things are dropped: parameters, locals, temporaries, and what futures hold.
#![allow(
    clippy::match_single_binding,
    clippy::await_holding_refcell_ref,
    clippy::no_effect_underscore_binding,
    clippy::unused_async,
    reason = "when things are dropped is tested on code that holds them too long"
)]

use std::cell::RefCell;
use std::rc::Rc;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{
    Guard, both, both_panic, even, even_blocking, give, give_blocking, log,
};

#[maybe_async]
async fn parameters(first: Guard, _: Guard, (second, _): (Guard, Guard), _third: Guard) {
    let local = Guard::new("local");
    give(1).await;
    let moved = second;
    log(first.name());
    drop(local);
    log(moved.name());
}

#[test]
fn of_parameters_and_locals() {
    let ((), log) = both(
        async {
            let pair = (Guard::new("second"), Guard::new("rest"));
            parameters(
                Guard::new("first"),
                Guard::new("ignored"),
                pair,
                Guard::new("third"),
            )
            .await;
        },
        || {
            let pair = (Guard::new("second"), Guard::new("rest"));
            parameters_blocking(
                Guard::new("first"),
                Guard::new("ignored"),
                pair,
                Guard::new("third"),
            );
        },
    );
    assert_eq!(log[..4], ["give 1", "first", "drop local", "second"]);
    assert_eq!(log.len(), 9);
}

#[maybe_async]
async fn length(guard: &Guard) -> usize {
    log(format!("length of {}", guard.name()));
    guard.name().len()
}

#[maybe_async]
async fn keeps(guard: Guard) -> Guard {
    log(format!("keeps {}", guard.name()));
    guard
}

/// Temporaries live to the end of their statement, across the await.
#[maybe_async]
async fn temporaries() -> usize {
    length(&Guard::new("statement")).await;
    let bound = length(&Guard::new("let")).await;
    let _ = keeps(Guard::new("underscore")).await;
    let _kept = keeps(Guard::new("kept")).await;
    keeps(Guard::new("dropped")).await;
    let extended = &keeps(Guard::new("extended")).await;
    let name = keeps(Guard::new("receiver")).await.name();
    log("next");
    let sum = length(&Guard::new("left")).await + length(&Guard::new("right")).await;
    if length(&Guard::new("if")).await == 2 {
        log("in if");
    }
    match length(&Guard::new("match")).await {
        5 => log("in match"),
        _ => log("elsewhere"),
    }
    match &keeps(Guard::new("scrutinee")).await {
        guard => log(guard.name()),
    }
    if let "if let" = keeps(Guard::new("if let")).await.name() {
        log("in if let");
    } else {
        log("in else");
    }
    bound + sum + name.len() + extended.name().len() + length(&Guard::new("tail")).await
}

#[test]
fn of_temporaries() {
    let (value, log) = both(temporaries(), temporaries_blocking);
    assert_eq!(value, 3 + 9 + 8 + 8 + 4);
    assert_eq!(
        log[..9],
        [
            "length of statement",
            "drop statement",
            "length of let",
            "drop let",
            "keeps underscore",
            "drop underscore",
            "keeps kept",
            "keeps dropped",
            "drop dropped"
        ]
    );
    assert_eq!(
        log[log.len() - 4..],
        ["length of tail", "drop tail", "drop extended", "drop kept"]
    );
}

/// Guards that are held across awaits, and what can be seen meanwhile.
#[maybe_async]
async fn held(cell: &RefCell<Vec<u32>>) -> usize {
    let before = cell.borrow().len();
    {
        let mut list = cell.borrow_mut();
        list.push(give(1).await);
        log(format!("locked: {}", cell.try_borrow().is_err()));
    }
    // The temporary lock is there while the argument is awaited.
    cell.borrow_mut().push(locked(cell).await);
    let length = cell.borrow().len() + unlocked(cell).await;
    before + length
}

#[maybe_async]
async fn locked(cell: &RefCell<Vec<u32>>) -> u32 {
    u32::from(cell.try_borrow().is_err())
}

#[maybe_async]
async fn unlocked(cell: &RefCell<Vec<u32>>) -> usize {
    usize::from(cell.try_borrow_mut().is_ok())
}

#[test]
fn of_locks() {
    let (one, two) = (RefCell::default(), RefCell::default());
    let (value, log) = both(held(&one), || held_blocking(&two));
    assert_eq!(value, 2);
    assert_eq!(log, ["give 1", "locked: true"]);
    assert_eq!(one, two);
    assert_eq!(one.into_inner(), [1, 1]);
}

/// Early exits drop what is there at that time.
#[maybe_async]
async fn exits(n: u32) -> Result<u32, String> {
    let _outer = Guard::new("outer");
    for i in 0..n {
        let guard = Guard::new("in loop");
        if i == 1 {
            log("break");
            break;
        }
        let number = even(n).await?;
        if number == 4 {
            return Ok(u32::try_from(length(&guard).await).unwrap_or(0));
        }
    }
    log("behind");
    even(n + 1).await
}

#[test]
fn of_early_exits() {
    assert_eq!(
        both(exits(3), || exits_blocking(3)).1,
        ["even 3?", "drop in loop", "drop outer"]
    );
    assert_eq!(
        both(exits(4), || exits_blocking(4)).1,
        ["even 4?", "length of in loop", "drop in loop", "drop outer"]
    );
    let (value, log) = both(exits(2), || exits_blocking(2));
    assert_eq!(value, Err("3 is odd".to_owned()));
    assert_eq!(
        log,
        [
            "even 2?",
            "drop in loop",
            "break",
            "drop in loop",
            "behind",
            "even 3?",
            "drop outer"
        ]
    );
}

/// Un-awaited futures, with what they own, among the locals; one of them replaced.
#[maybe_async(twins(keeps))]
async fn unawaited() {
    let _first = Guard::new("first");
    let _future = keeps(Guard::new("owned by a call"));
    let guard = Guard::new("owned by a block");
    let _block = async move { guard.name().len() };
    let _second = Guard::new("second");
    let mut slot = Some(keeps(Guard::new("replaced")));
    log(slot.is_some().to_string());
    slot = None;
    log(slot.is_some().to_string());
    let taken = keeps(Guard::new("awaited"));
    let _result = taken.await;
    log("end");
}

#[test]
fn of_unawaited_futures() {
    let ((), log) = both(unawaited(), unawaited_blocking);
    assert_eq!(
        log,
        [
            "true",
            "drop replaced",
            "false",
            "keeps awaited",
            "end",
            "drop awaited",
            "drop second",
            "drop owned by a block",
            "drop owned by a call",
            "drop first"
        ]
    );
}

/// Two arguments of one future that never runs are dropped in their order.
#[maybe_async]
async fn two(first: Guard, second: Guard) -> usize {
    first.name().len() + second.name().len()
}

#[maybe_async(twins(two))]
async fn never_runs() {
    let _never = two(Guard::new("one"), Guard::new("two"));
    let late = two(Guard::new("three"), Guard::new("four"));
    late.await;
    log("end");
}

#[test]
fn of_arguments() {
    let ((), log) = both(never_runs(), never_runs_blocking);
    assert_eq!(
        log,
        ["drop four", "drop three", "end", "drop one", "drop two"]
    );
}

/// Panics unwind through the same guards.
#[maybe_async]
async fn panics(shared: Rc<Guard>) {
    let _local = Guard::new("local");
    let late = async {
        let _inner = Guard::new("inner");
        give(1).await;
        assert!(Rc::strong_count(&shared) > 9, "for {}", shared.name());
    };
    log("made");
    late.await;
    log("never");
}

#[test]
fn of_panics() {
    let (text, log) = both_panic(
        async { panics(Rc::new(Guard::new("shared"))).await },
        || panics_blocking(Rc::new(Guard::new("shared"))),
    );
    assert_eq!(text, "for shared");
    assert_eq!(
        log,
        ["made", "give 1", "drop inner", "drop local", "drop shared"]
    );
}
