//! Patterns, guards, loops, labels and `?`, with an `.await` in every place of them.
#![allow(
    clippy::collapsible_match,
    clippy::let_unit_value,
    clippy::manual_let_else,
    clippy::many_single_char_names,
    clippy::match_wildcard_for_single_variants,
    clippy::mut_range_bound,
    clippy::needless_continue,
    clippy::unnecessary_literal_unwrap,
    clippy::question_mark,
    clippy::unnested_or_patterns,
    clippy::unused_async,
    clippy::while_let_loop,
    reason = "every pattern is written out here"
)]

use std::collections::VecDeque;
use std::ops::ControlFlow;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Unit,
    Tuple(u32, u32),
    Fields { width: u32, height: u32 },
    Nested(Box<Shape>, Option<u32>),
}

#[maybe_async]
async fn shape(n: u32) -> Shape {
    log(format!("shape {n}"));
    match n {
        0 => Shape::Unit,
        1 => Shape::Tuple(1, 2),
        2 => Shape::Fields {
            width: 3,
            height: 4,
        },
        _ => Shape::Nested(Box::new(Shape::Tuple(5, 6)), Some(n)),
    }
}

#[maybe_async]
async fn arms(n: u32) -> u32 {
    match shape(n).await {
        Shape::Unit if give(n == 9).await => 1,
        Shape::Tuple(a @ 0..=9, b)
        | Shape::Fields {
            width: a,
            height: b,
        } if give(a + b).await == 3 || give(b - a).await > 5 => give(a).await,
        Shape::Fields { width, .. } => width + give(100).await,
        Shape::Nested(inner, Some(3 | 4)) => match *inner {
            Shape::Tuple(a, b) if a < give(b).await => b,
            _ => 0,
        },
        Shape::Nested(.., last) => last.unwrap_or_default(),
        _ => give(50).await,
    }
}

#[test]
fn arms_with_guards_that_await() {
    let mut values = Vec::new();
    for n in 0..6 {
        values.push(both(arms(n), || arms_blocking(n)).0);
    }
    assert_eq!(values, [50, 1, 103, 6, 6, 5]);
}

#[maybe_async]
async fn slices(list: &[u32]) -> u32 {
    let [first, .., last] = list else {
        return give(1000).await;
    };
    match list {
        [a, rest @ .., b] if give(*a).await == *b => rest.len() as u32,
        [a, b] => give(*a).await * give(*b).await,
        [_, middle @ ..] if middle.len() > give(2_usize).await => *first + *last,
        _ => 7,
    }
}

#[test]
fn slices_and_let_else() {
    for (list, expected) in [
        (&[][..], 1000),
        (&[1][..], 1000),
        (&[2, 2][..], 0),
        (&[2, 3][..], 6),
        (&[1, 2, 3, 4][..], 5),
        (&[1, 2, 3][..], 7),
    ] {
        assert_eq!(both(slices(list), || slices_blocking(list)).0, expected);
    }
}

#[maybe_async]
async fn pop(queue: &mut VecDeque<u32>) -> Option<u32> {
    let popped = queue.pop_front();
    log(format!("pop {popped:?}"));
    popped
}

#[maybe_async]
async fn loops(mut queue: VecDeque<u32>) -> Result<Vec<u32>, String> {
    let mut seen = Vec::new();
    let found = 'outer: loop {
        while let Some(n) = pop(&mut queue).await {
            for m in 0..give(n).await {
                match even(m).await {
                    Ok(6) => break 'outer Some(m),
                    Ok(m) if m == n => continue 'outer,
                    Ok(_) => {}
                    Err(_) if m > 4 => continue 'outer,
                    Err(_) => break,
                }
            }
            seen.push(n);
        }
        break None;
    };
    seen.extend(found);
    let mut tries = 0;
    let last = 'block: {
        if give(seen.len()).await > 3 {
            break 'block 1;
        }
        while give(tries).await < 2 {
            tries += 1;
            if even(tries).await.is_ok() {
                break 'block give(tries).await;
            }
        }
        even(tries).await?
    };
    seen.push(last);
    Ok(seen)
}

#[test]
fn loops_with_labels() {
    for queue in [
        vec![],
        vec![1],
        vec![1, 2, 3],
        vec![0, 7, 1, 8],
        vec![1, 1, 1, 1, 1],
    ] {
        let queue: VecDeque<u32> = queue.into();
        let (value, _) = both(loops(queue.clone()), || loops_blocking(queue));
        assert!(value.is_ok_and(|seen| !seen.is_empty()));
    }
}

#[maybe_async]
async fn jumps_inside_blocks(list: &[u32]) -> Vec<String> {
    let mut all = Vec::new();
    'numbers: for &n in list {
        // What leaves the block is its value: a jump out of it does not compile.
        let text = async {
            let mut text = String::new();
            'inner: loop {
                for m in 0..n {
                    if m == 2 {
                        break 'inner;
                    }
                    text += &even(m * 2).await?.to_string();
                }
                if n == 1 {
                    return Err(format!("left with {text}"));
                }
                break;
            }
            Ok(text)
        }
        .await;
        match text {
            Err(text) if text.ends_with('9') => break 'numbers,
            Ok(text) | Err(text) if text.is_empty() => continue 'numbers,
            Ok(text) | Err(text) => all.push(text),
        }
    }
    all
}

#[test]
fn jumps_stay_in_async_blocks() {
    let list = [0, 1, 2, 3];
    let (value, _) = both(jumps_inside_blocks(&list), || {
        jumps_inside_blocks_blocking(&list)
    });
    assert_eq!(value, ["left with 0", "02", "02"]);
}

#[maybe_async]
async fn questions(n: u32) -> Result<(u32, Vec<u32>), String> {
    let pair = (even(n).await?, [even(n + 2).await?; 2]);
    let text = even(n).await.map(|n| n.to_string())?;
    let nested: Result<Result<u32, String>, String> = Ok(even(n).await);
    let both = nested?? + Some(even(n).await?).ok_or("none")?;
    let shown = format!(
        "{} {}",
        even(n).await?,
        text.parse::<u32>().map_err(|e| e.to_string())?
    );
    if even(n).await? > 100 || shown.len() > 10 && even(n + 1).await? > 0 {
        return Err(even(n + 3).await?.to_string());
    }
    match even(n + 4).await? {
        0 => return Ok((even(1).await?, vec![])),
        n => Ok((pair.0 + both, vec![pair.1[0], even(n).await?])),
    }
}

#[maybe_async]
async fn options(n: Option<u32>) -> Option<u32> {
    let n = n?;
    let inner = async { Some(give(n.checked_sub(1)?).await) }.await;
    Some(inner? + give(Some(n)?).await)
}

#[maybe_async]
async fn flows(n: u32) -> ControlFlow<String, u32> {
    let first = flow(n).await?;
    let second = async { ControlFlow::Continue(flow(first).await? + flow(9).await?) }.await;
    ControlFlow::Continue(second?)
}

#[maybe_async]
async fn flow(n: u32) -> ControlFlow<String, u32> {
    log(format!("flow {n}"));
    if n > 8 {
        ControlFlow::Break(format!("broke at {n}"))
    } else {
        ControlFlow::Continue(n)
    }
}

#[test]
fn questions_everywhere() {
    for n in [0, 1, 2, 120] {
        let (value, _) = both(questions(n), || questions_blocking(n));
        assert_eq!(value.is_ok(), n < 100 && n != 1, "{value:?}");
    }
    for n in [None, Some(0), Some(3)] {
        assert_eq!(
            both(options(n), || options_blocking(n)).0,
            (n == Some(3)).then_some(5)
        );
    }
    for n in [1, 9] {
        let (value, log) = both(flows(n), || flows_blocking(n));
        assert_eq!(value, ControlFlow::Break("broke at 9".to_owned()));
        assert_eq!(log.len(), if n == 1 { 3 } else { 1 });
    }
}

#[maybe_async]
async fn let_else(n: Option<u32>) -> Result<u32, String> {
    let Some(n) = n else {
        log("else");
        let rest = even(1).await?;
        return Ok(rest);
    };
    let (Ok(a) | Err(a)) = even(n).await.map_err(|_| 99);
    let Ok(b) = even(a).await else {
        let guard = Guard::new("left");
        give(guard.name().to_owned()).await;
        return Err("odd".to_owned());
    };
    let (mut c, ref d) = (give(b).await, give(b).await);
    c += *d;
    let Shape::Fields {
        width,
        height: mut tall,
    } = shape(2).await
    else {
        unreachable!("{}", give(1).await)
    };
    tall += c;
    Ok(width + tall)
}

#[test]
fn let_else_that_awaits() {
    for (n, expected) in [
        (None, Err("1 is odd".to_owned())),
        (Some(1), Err("odd".to_owned())),
        (Some(2), Ok(11)),
    ] {
        assert_eq!(both(let_else(n), || let_else_blocking(n)).0, expected);
    }
}

#[maybe_async]
async fn if_let(n: u32) -> u32 {
    if let Ok(n) = even(n).await {
        give(n).await
    } else if let Shape::Tuple(a, b) = shape(n).await {
        a + give(b).await
    } else if give(n).await > 4 {
        4
    } else if let (Some(a), Err(text)) =
        (give(Some(n).unwrap()).await.checked_sub(1), even(n).await)
    {
        a + text.len() as u32
    } else {
        loop {
            if let n @ 7.. = give(n + 7).await {
                break n;
            }
        }
    }
}

#[test]
fn chains_of_if_let() {
    let values = [2, 1, 3, 5].map(|n| both(if_let(n), || if_let_blocking(n)).0);
    assert_eq!(values, [2, 3, 10, 4]);
}

#[maybe_async]
async fn values_of_loops(limit: u32) -> (u32, u32, ()) {
    let mut n = 0;
    let first = loop {
        n += give(1).await;
        if n > limit {
            break give(n).await + {
                loop {
                    break give(1).await;
                }
            };
        }
    };
    let second = {
        let mut sum = 0;
        for n in give(0).await..give(limit).await {
            sum += match n {
                0 => continue,
                n => give(n).await,
            };
        }
        sum
    };
    let third = while give(n).await > 0 {
        n -= 1;
    };
    (first, second, third)
}

#[test]
fn values_of_loops_and_blocks() {
    assert_eq!(
        both(values_of_loops(3), || values_of_loops_blocking(3)).0,
        (5, 3, ())
    );
}
