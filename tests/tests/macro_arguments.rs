//! `.await` in the arguments of macros, whose text is never touched.
#![allow(
    clippy::useless_vec,
    reason = "the arguments of `vec!` are what is tested"
)]

use std::fmt::Write as _;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn formats(name: &str) -> Result<String, std::fmt::Error> {
    let captured = give(1).await;
    let mut text = format!(
        "{captured} {} {named:>3} {0:?} give(1).await async {{}} {name}",
        give("a").await,
        named = give(2).await,
    );
    write!(text, " {}", even(4).await.unwrap_or(0))?;
    writeln!(
        &mut text,
        "{:width$}",
        give(5).await,
        width = give(3usize).await
    )?;
    println!("{}", give("printed").await);
    eprintln!("{}", format_args!("{}{}", give("x").await, 1));
    Ok(text)
}

#[test]
fn format_like() {
    let (value, log) = both(formats("n"), || formats_blocking("n"));
    assert_eq!(
        value,
        Ok("1 a   2 \"a\" give(1).await async {} n 4  5\n".to_owned())
    );
    assert_eq!(
        log.join(" ").replace("give ", ""),
        "1 a 2 even 4? 5 3 printed x"
    );
}

#[maybe_async]
async fn asserts(n: u32) -> u32 {
    assert!(give(n).await > 0, "{} is not positive", give("it").await);
    assert_eq!(give(n).await, n);
    assert_ne!(even(n).await, Ok(3), "for {n}");
    debug_assert!(matches!(even(n).await, Ok(0..=9) | Err(_)));
    dbg!(give(n).await)
        + if n == 7 {
            panic!("seven: {}", give(7).await)
        } else {
            0
        }
}

#[test]
fn asserting() {
    let (value, log) = both(asserts(2), || asserts_blocking(2));
    assert_eq!(value, 2);
    assert_eq!(log, ["give 2", "give 2", "even 2?", "even 2?", "give 2"]);
    let (text, log) = await_me_maybe_tests::both_panic(asserts(0), || asserts_blocking(0));
    assert_eq!(text, "it is not positive");
    assert_eq!(log, ["give 0", "give it"]);
    let (text, _) = await_me_maybe_tests::both_panic(asserts(7), || asserts_blocking(7));
    assert_eq!(text, "seven: 7");
}

#[maybe_async]
async fn lists() -> Vec<u32> {
    let mut list = vec![give(1).await, give(2).await, 3];
    list.extend(vec![give(4).await; give(2usize).await]);
    // Nested, and more than one level deep.
    list.extend(
        vec![
            vec![give(5).await],
            vec![even(6).await.unwrap_or_else(|_| unreachable!())],
        ]
        .concat(),
    );
    if matches!(give(list.len()).await, n if give(n).await == 7) {
        list.push(give(8).await);
    }
    list
}

#[test]
fn vectors() {
    let (value, log) = both(lists(), lists_blocking);
    assert_eq!(value, [1, 2, 3, 4, 4, 5, 6, 8]);
    assert_eq!(log.len(), 9);
}

/// A future in a macro waits like any other.
#[maybe_async]
async fn futures_in_macros() -> u32 {
    let futures = vec![Box::pin(async { give(1).await })];
    let mut early = vec![async {
        log("in vec");
        give(2).await
    }];
    log("made");
    let mut sum = 0;
    for future in futures {
        sum += future.await;
    }
    let early = early.remove(0);
    sum + early.await
}

#[maybe_async(twins(one))]
async fn early_calls() -> u32 {
    let calls = vec![one(1), one(2)];
    log("made");
    let mut sum = 0;
    for call in calls.into_iter().rev() {
        sum = sum * 10 + call.await;
    }
    sum
}

#[maybe_async]
async fn one(n: u32) -> u32 {
    give(n).await
}

#[test]
fn futures_in_vectors() {
    let (value, log) = both(early_calls(), early_calls_blocking);
    assert_eq!(value, 21);
    assert_eq!(log, ["made", "give 2", "give 1"]);
    let (value, log) = both(futures_in_macros(), futures_in_macros_blocking);
    assert_eq!(value, 3);
    assert_eq!(log, ["made", "give 1", "in vec", "give 2"]);
}

macro_rules! largest {
    ($first:expr $(, $more:expr)* $(,)?) => {{
        let mut largest = $first;
        $(
            let next = $more;
            if next > largest {
                largest = next;
            }
        )*
        largest
    }};
}

macro_rules! repeat {
    ($what:expr; $count:expr) => {
        (0..$count).map(|_| $what).collect::<Vec<_>>()
    };
}

macro_rules! twice {
    ($what:expr) => {
        $what + $what
    };
}

/// The author's own macros: what they do with an expression, they do with its twin.
#[maybe_async]
async fn own_macros() -> Result<(u32, Vec<u32>, u32), String> {
    let largest = largest!(give(3).await, even(8).await?, give(5).await,);
    let count = give(2).await;
    let repeated = repeat!(1; give(count).await);
    let twice = twice!(give(4).await);
    Ok((largest, repeated, twice))
}

#[test]
fn own() {
    let (value, log) = both(own_macros(), own_macros_blocking);
    assert_eq!(value, Ok((8, vec![1, 1], 8)));
    assert_eq!(log.join(" ").matches("give 4").count(), 2);
}

/// Macros that hold nothing async keep arguments of any grammar.
macro_rules! grammar {
    ($key:ident => $value:literal, $ty:ty $body:block) => {{
        let $key: $ty = $value;
        $key + $body
    }};
}

#[maybe_async]
async fn foreign_grammar() -> u32 {
    let made = grammar!(n => 5, u32 { 6 });
    give(made).await
}

#[test]
fn unknown_grammars_without_async() {
    assert_eq!(both(foreign_grammar(), foreign_grammar_blocking).0, 11);
}
