//! Blocks, branches and other expressions in front of `.await`: what they bind is dropped before
//! the future runs.
#![allow(
    clippy::match_bool,
    clippy::match_single_binding,
    clippy::unused_async,
    reason = "every kind of branch is a base here"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn length(n: usize) -> usize {
    log(format!("length {n}"));
    n
}

#[maybe_async(twins(length))]
async fn blocks() -> usize {
    let first = {
        let guard = Guard::new("one");
        length(guard.name().len())
    }
    .await;
    let second = {
        let _guard = Guard::new("two");
        async {
            log("async block");
            length(7).await
        }
    }
    .await;
    let third = {
        log("statement");
        length(1)
    }
    .await;
    first + second + third
}

#[test]
fn guards_of_a_block_go_first() {
    let (value, log) = both(blocks(), blocks_blocking);
    assert_eq!(value, 11);
    assert_eq!(
        log,
        [
            "drop one",
            "length 3",
            "drop two",
            "async block",
            "length 7",
            "statement",
            "length 1"
        ]
    );
}

#[maybe_async(twins(length))]
async fn branches(guard: Option<Guard>, first: bool) -> usize {
    let matched = match guard {
        Some(guard) => length(guard.name().len()),
        None => length(0),
    }
    .await;
    let plain = if first { length(1) } else { length(2) }.await;
    let if_let = if let Some(name) = Some("abc").filter(|_| first) {
        length(name.len())
    } else {
        length(9)
    }
    .await;
    let guarded = match plain {
        1 if first => length(10),
        1 => length(20),
        _ => length(30),
    }
    .await;
    matched + plain + if_let + guarded
}

#[test]
fn bindings_of_arms_go_first() {
    let (value, log) = both(branches(Some(Guard::new("four")), true), || {
        branches_blocking(Some(Guard::new("four")), true)
    });
    assert_eq!(value, 4 + 1 + 3 + 10);
    assert_eq!(
        log,
        ["drop four", "length 4", "length 1", "length 3", "length 10"]
    );
    assert_eq!(
        both(branches(None, false), || branches_blocking(None, false)).0,
        2 + 9 + 30
    );
}

/// The temporaries of a condition and of a scrutinee, which do not live equally long.
#[maybe_async(twins(length))]
async fn temporaries() -> usize {
    let from_if = if Guard::new("condition").name().is_empty() {
        length(1)
    } else {
        length(2)
    }
    .await;
    let from_match = match Guard::new("scrutinee").name().len() {
        9 => length(3),
        _ => length(4),
    }
    .await;
    let from_argument = length(Guard::new("argument").name().len()).await;
    from_if + from_match + from_argument
}

#[test]
fn temporaries_of_conditions() {
    let (value, log) = both(temporaries(), temporaries_blocking);
    assert_eq!(value, 2 + 3 + 8);
    assert_eq!(
        log,
        [
            "drop condition",
            "length 2",
            "length 3",
            "drop scrutinee",
            "length 8",
            "drop argument"
        ]
    );
}

/// Branches that end early, in a loop and in the function.
#[maybe_async(twins(length))]
async fn leaving(n: usize) -> Result<usize, String> {
    let mut sum = 0;
    for i in 0..n {
        sum += match i {
            0 => continue,
            1 => length(100),
            2 => break,
            _ => unreachable!("the loop is left at two"),
        }
        .await;
    }
    sum += if n == 5 {
        return Err("five".to_owned());
    } else {
        length(n)
    }
    .await;
    sum += match even(2).await? {
        2 => length(1),
        _ => return Ok(0),
    }
    .await;
    Ok(sum)
}

#[test]
fn branches_that_leave() {
    assert_eq!(both(leaving(3), || leaving_blocking(3)).0, Ok(104));
    assert_eq!(both(leaving(1), || leaving_blocking(1)).0, Ok(2));
    let (value, log) = both(leaving(5), || leaving_blocking(5));
    assert_eq!(value, Err("five".to_owned()));
    assert_eq!(log, ["length 100"]);
}

/// `?` inside the base leaves the function; inside the async block it does not.
#[maybe_async]
async fn questions(n: u32) -> Result<u32, String> {
    let outer = {
        let n = even(n).await?;
        async move { give(n + 1).await }
    }
    .await;
    let inner = {
        let first = even(0).await?;
        async move {
            let n = even(first + 1).await?;
            Ok::<u32, String>(n)
        }
    }
    .await;
    log("after");
    Ok(outer + inner.unwrap_or(10))
}

#[test]
fn questions_in_bases() {
    assert_eq!(
        both(questions(1), || questions_blocking(1)).0,
        Err("1 is odd".to_owned())
    );
    let (value, log) = both(questions(2), || questions_blocking(2));
    assert_eq!(value, Ok(13));
    assert_eq!(log, ["even 2?", "give 3", "even 0?", "even 1?", "after"]);
}

/// The base as a receiver and an operand: it has to stay an expression, not become a statement.
#[maybe_async(twins(length))]
async fn as_operands(first: bool) -> String {
    let text = if first { length(1) } else { length(2) }.await.to_string();
    let sum = 1
        + { length(3) }.await
        + match first {
            true => length(4),
            false => length(5),
        }
        .await;
    if first { length(6) } else { length(7) }.await;
    match first {
        _ => length(8),
    }
    .await;
    { length(9) }.await;
    format!("{text} {sum}")
}

#[test]
fn operands_and_statements() {
    let (value, log) = both(as_operands(true), || as_operands_blocking(true));
    assert_eq!(value, "1 8");
    assert_eq!(
        log,
        [
            "length 1", "length 3", "length 4", "length 6", "length 8", "length 9"
        ]
    );
}

/// Ready futures and boxes around futures.
#[maybe_async(twins(length))]
async fn wrapped() -> usize {
    use futures::FutureExt as _;
    let ready = std::future::ready(give(1).await).await;
    let boxed = Box::pin(length(2)).await + length(3).boxed().await + length(4).boxed_local().await;
    let pinned = Box::pin(async { length(5).await }).await;
    let nested = Box::pin({
        let _guard = Guard::new("boxed");
        length(6)
    })
    .await;
    let pin = std::pin::pin!(length(7)).await;
    ready + boxed + pinned + nested + pin
}

#[test]
fn ready_boxed_and_pinned() {
    let (value, log) = both(wrapped(), wrapped_blocking);
    assert_eq!(value, 28);
    assert_eq!(
        log,
        [
            "give 1",
            "length 2",
            "length 3",
            "length 4",
            "length 5",
            "drop boxed",
            "length 6",
            "length 7"
        ]
    );
}
