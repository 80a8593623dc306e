//! Async blocks: run where they are awaited, with what they captured, and with their own `?`,
//! `return` and loops.
#![allow(
    clippy::needless_continue,
    clippy::unnecessary_literal_unwrap,
    reason = "jumps and wrappers around async blocks are what is tested"
)]

use std::collections::HashMap;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn captures() -> (Vec<u32>, String, u32) {
    let mut list = vec![1];
    let text = "text".to_owned();
    let mut count = 0;
    // By reference, by mutable reference, by value, and with `move`.
    let length = async { list.len() }.await;
    async {
        list.push(give(2).await);
        count += 1;
    }
    .await;
    let taken = async {
        let text = text;
        give(text).await
    }
    .await;
    let copied = async move {
        count += 10;
        give(count).await
    }
    .await;
    list.push(u32::try_from(length).unwrap_or(0));
    (list, taken, count * 100 + copied)
}

#[test]
fn captured_in_each_way() {
    let (value, log) = both(captures(), captures_blocking);
    assert_eq!(value, (vec![1, 2, 1], "text".to_owned(), 111));
    assert_eq!(log, ["give 2", "give text", "give 11"]);
}

/// The same, made before and awaited after something else.
#[maybe_async]
async fn early_captures() -> Vec<u32> {
    let mut list = vec![1];
    let mut total = 0;
    {
        let push = async {
            list.push(give(2).await);
            total += 5;
        };
        let mut copy = 0;
        let other = async move {
            copy += 100;
            copy
        };
        copy += 1;
        log(copy.to_string());
        log("made");
        let other = other.await;
        push.await;
        list.push(other);
    }
    list.push(total);
    list
}

#[test]
fn captured_early() {
    let (value, log) = both(early_captures(), early_captures_blocking);
    assert_eq!(value, [1, 2, 100, 5]);
    assert_eq!(log, ["1", "made", "give 2"]);
}

#[maybe_async]
async fn nested(n: u32) -> Result<u32, String> {
    let outer = async {
        let inner = async {
            if n == 1 {
                return Err("one".to_owned());
            }
            let even = even(n).await?;
            Ok(even)
        };
        let later = async move {
            let deepest = async { give(n).await };
            deepest.await + async { give(1).await }.await
        };
        let found = match inner.await {
            Ok(found) => found,
            Err(error) if error == "one" => return Ok(later.await * 100),
            Err(error) => return Err(format!("in: {error}")),
        };
        Ok::<u32, String>(found + later.await)
    };
    log("made");
    let value = outer.await?;
    Ok(value + 1)
}

#[test]
fn nested_blocks_keep_their_exits() {
    let (value, log) = both(nested(1), || nested_blocking(1));
    assert_eq!(value, Ok(201));
    assert_eq!(log, ["made", "give 1", "give 1"]);
    assert_eq!(both(nested(2), || nested_blocking(2)).0, Ok(6));
    assert_eq!(
        both(nested(3), || nested_blocking(3)).0,
        Err("in: 3 is odd".to_owned())
    );
}

/// `break` with a value, and loops around and inside.
#[maybe_async]
async fn jumps() -> Vec<u32> {
    let mut found = Vec::new();
    'outer: for n in 0..4 {
        let future = async {
            let value = 'inner: loop {
                for m in n.. {
                    if m == 3 {
                        break 'inner m;
                    }
                    if m == 2 {
                        return None;
                    }
                }
            };
            Some(give(value).await)
        };
        if n == 2 {
            continue 'outer;
        }
        match future.await {
            Some(value) => found.push(value),
            None => continue,
        }
    }
    found
}

#[test]
fn loops_around_and_inside() {
    let (value, log) = both(jumps(), jumps_blocking);
    assert_eq!(value, [3]);
    assert_eq!(log, ["give 3"]);
}

struct Held<F> {
    name: &'static str,
    future: F,
}

/// Futures in tuples, lists, options, structs, maps and branches.
#[maybe_async]
async fn stored(yes: bool) -> Vec<u32> {
    let mut seen = Vec::new();
    let pair = (async { give(1).await }, async { give(2).await });
    let option = Some(async { give(3).await });
    let held = Held {
        name: "held",
        future: async { give(4).await },
    };
    let array = [Some(async { give(5).await })];
    let mut map = HashMap::from([("key", async { give(6).await })]);
    let result: Result<_, String> = Ok(async { give(7).await });
    log("made");
    let (one, two) = pair;
    seen.push(two.await);
    if yes {
        seen.push(one.await);
    }
    if let Some(future) = option {
        seen.push(future.await);
    }
    log(held.name);
    seen.push(held.future.await);
    for future in array.into_iter().flatten() {
        seen.push(future.await);
    }
    let from_map = map.remove("key").unwrap();
    seen.push(from_map.await);
    seen.push(result.unwrap().await);
    seen
}

#[test]
fn stored_everywhere() {
    let (value, log) = both(stored(true), || stored_blocking(true));
    assert_eq!(value, [2, 1, 3, 4, 5, 6, 7]);
    assert_eq!(
        log,
        [
            "made", "give 2", "give 1", "give 3", "held", "give 4", "give 5", "give 6", "give 7"
        ]
    );
    assert_eq!(both(stored(false), || stored_blocking(false)).0.len(), 6);
}

/// One of several awaits of one future, on branches.
#[maybe_async]
async fn awaited_in_branches(n: u32) -> Option<u32> {
    let future = async {
        log("run");
        give(n).await
    };
    match n {
        0 => None,
        1 => Some(future.await),
        _ => {
            log("later");
            Some(future.await + 1)
        }
    }
}

#[test]
fn awaited_on_one_branch() {
    assert_eq!(
        both(awaited_in_branches(0), || awaited_in_branches_blocking(0)).1,
        [""; 0]
    );
    assert_eq!(
        both(awaited_in_branches(1), || awaited_in_branches_blocking(1)).0,
        Some(1)
    );
    let (value, log) = both(awaited_in_branches(2), || awaited_in_branches_blocking(2));
    assert_eq!(value, Some(3));
    assert_eq!(log, ["later", "run", "give 2"]);
}

/// Captures are dropped when the block ends, in the order in which it names them.
#[maybe_async]
async fn drops() {
    let (a, b, c) = (Guard::new("a"), Guard::new("b"), Guard::new("c"));
    async move {
        log(b.name());
        let inner = Guard::new("inner");
        let _moved = a;
        give(1).await;
        log(inner.name());
    }
    .await;
    log("between");
    let late = async move {
        log(c.name());
    };
    late.await;
    log("end");
}

#[test]
fn captures_are_dropped_at_the_end_of_the_block() {
    let ((), log) = both(drops(), drops_blocking);
    assert_eq!(
        log,
        [
            "b",
            "give 1",
            "inner",
            "drop a",
            "drop inner",
            "drop b",
            "between",
            "c",
            "drop c",
            "end"
        ]
    );
}
