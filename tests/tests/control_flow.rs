//! `.await` in conditions, loops, patterns, guards and jumps.
#![allow(
    clippy::unnested_or_patterns,
    clippy::needless_continue,
    reason = "every spelling of patterns and jumps is what is tested"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn conditions(n: u32) -> Result<&'static str, String> {
    if give(n).await == 0 {
        return Ok("zero");
    } else if let Ok(6 | 8) = even(n).await {
        log("matched");
    } else if let Some(1) | Some(3) = Some(give(n).await) {
        return Ok(if give(true).await { "odd" } else { "even" });
    }
    let Ok(n) = even(n).await else {
        return Err(give("not even".to_owned()).await);
    };
    let Some(found) = Some(n).filter(|n| *n > 4) else {
        log(format!("else {}", give(n).await));
        return Ok("small");
    };
    Ok(match give(found).await {
        6 | 8 if even(found).await.is_ok_and(|n| n == 8) && give(true).await => "eight",
        many @ 6..=8 if give(many).await == 6 => "six",
        _ => "large",
    })
}

#[test]
fn branches_and_matches() {
    let run = |n| both(conditions(n), || conditions_blocking(n));
    assert_eq!(run(0).0, Ok("zero"));
    assert_eq!(run(1).0, Ok("odd"));
    assert_eq!(run(2).0, Ok("small"));
    assert_eq!(run(5).0, Err("not even".to_owned()));
    assert_eq!(run(6).0, Ok("six"));
    assert_eq!(run(8).0, Ok("eight"));
    assert_eq!(run(10).0, Ok("large"));
    // A guard of a pattern with alternatives is evaluated once per alternative that fits.
    assert_eq!(
        run(6).1,
        [
            "give 6", "even 6?", "matched", "even 6?", "give 6", "even 6?", "give 6"
        ]
    );
}

struct Countdown(u32);

#[maybe_async]
impl Countdown {
    async fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(give(self.0).await)
    }

    async fn list(&mut self) -> Vec<u32> {
        let mut list = Vec::new();
        while let Some(n) = self.next().await {
            list.push(n);
        }
        list
    }
}

#[maybe_async]
async fn loops(mut from: Countdown) -> (u32, Vec<u32>) {
    let mut seen = Vec::new();
    while give(seen.len()).await < 2 {
        seen.push(from.next().await.unwrap_or(100));
    }
    while let Some(n) = from.next().await {
        if n == 3 {
            break;
        }
        seen.push(n);
    }
    for n in from.list().await {
        if give(n).await == 1 {
            continue;
        }
        seen.push(n * 10);
    }
    for (index, n) in Countdown(2).list().await.into_iter().enumerate() {
        seen.push(n + u32::try_from(index).unwrap_or(0));
    }
    let mut round = 0;
    let found = loop {
        round += 1;
        if give(round).await == 3 {
            break give(round * 7).await;
        }
    };
    (found, seen)
}

#[test]
fn every_loop() {
    let (value, log) = both(loops(Countdown(7)), || loops_blocking(Countdown(7)));
    assert_eq!(value, (21, vec![6, 5, 4, 20, 0, 1, 1]));
    assert_eq!(log.len(), 19);
}

#[maybe_async]
async fn labels() -> (u32, u32, Option<u32>) {
    let mut steps = 0;
    let found = 'outer: loop {
        for n in 0.. {
            steps += 1;
            if give(n).await == 2 {
                break 'outer give(n + 40).await;
            }
            if steps > 10 {
                continue 'outer;
            }
        }
    };
    let block = 'block: {
        if give(found).await == 42 {
            break 'block Some(give(1).await);
        }
        None
    };
    let never: u32 = 'inner: {
        'middle: {
            if give(true).await {
                break 'middle;
            }
            break 'inner 1;
        }
        give(2).await
    };
    (found, steps + never, block)
}

#[test]
fn labelled_jumps() {
    let (value, log) = both(labels(), labels_blocking);
    assert_eq!(value, (42, 5, Some(1)));
    assert_eq!(
        log,
        [
            "give 0",
            "give 1",
            "give 2",
            "give 42",
            "give 42",
            "give 1",
            "give true",
            "give 2"
        ]
    );
}

/// `return` of an awaited value from within everything.
#[maybe_async]
async fn returns(n: u32) -> Result<u32, String> {
    for i in 0..n {
        match i {
            0 => continue,
            1 if n == 2 => return even(1).await,
            2 => {
                let closure = || -> Result<u32, String> { Err("unused".to_owned()) };
                if closure().is_ok() {
                    return closure();
                }
                return Ok(even(i).await? + 1);
            }
            _ => {}
        }
    }
    even(n).await
}

#[test]
fn early_returns() {
    let run = |n| both(returns(n), || returns_blocking(n)).0;
    assert_eq!(run(0), Ok(0));
    assert_eq!(run(1), Err("1 is odd".to_owned()));
    assert_eq!(run(2), Err("1 is odd".to_owned()));
    assert_eq!(run(3), Ok(3));
}

/// Patterns bind what the callees are called: a variable hides a function from there on.
#[maybe_async]
async fn hiding() -> u32 {
    let first = give(1).await;
    let give = async |n: u32| {
        log("hidden");
        n
    };
    let second = give(2).await;
    let even = match Some(async |n: u32| n * 5) {
        Some(even) => even(1).await,
        None => 0,
    };
    if let Some(even) = Some(even) {
        return first + second + even;
    }
    0
}

#[test]
fn variables_hide_functions() {
    let (value, log) = both(hiding(), hiding_blocking);
    assert_eq!(value, 8);
    assert_eq!(log, ["give 1", "hidden"]);
}
