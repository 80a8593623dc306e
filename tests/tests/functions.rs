//! Signatures of free functions: whatever they hold, the twin holds it too.
#![allow(
    clippy::unused_async,
    reason = "some signatures are enough without anything to await"
)]
#![allow(
    unsafe_code,
    reason = "an `unsafe async fn` has to be declared and called here"
)]

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};

use async_recursion::async_recursion;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn nothing() {
    log("nothing");
}

#[test]
fn without_parameters_or_result() {
    assert_eq!(both(nothing(), nothing_blocking).1, ["nothing"]);
}

#[maybe_async]
pub(crate) async fn generic<T, const N: usize>(values: [T; N]) -> BTreeMap<usize, T>
where
    T: Display + Clone,
{
    let mut map = BTreeMap::new();
    for (index, value) in values.iter().enumerate() {
        map.insert(index, give(value.clone()).await);
    }
    map
}

#[test]
fn generics_and_where_clauses() {
    let (map, log) = both(generic(["a", "b"]), || generic_blocking(["a", "b"]));
    assert_eq!(map.into_values().collect::<String>(), "ab");
    assert_eq!(log, ["give a", "give b"]);
    let (map, _) = both(generic::<u8, 0>([]), || generic_blocking::<u8, 0>([]));
    assert_eq!(map, BTreeMap::new());
}

/// Turbofish on the awaited call, with and without a path.
#[maybe_async]
async fn turbofish() -> (usize, u64) {
    let sizes = generic::<u8, 2>([1, 2]).await.len();
    (sizes, self::generic_default::<u64>().await)
}

#[maybe_async]
async fn generic_default<T: Default>() -> T {
    T::default()
}

#[test]
fn turbofish_is_kept() {
    assert_eq!(both(turbofish(), turbofish_blocking).0, (2, 0));
}

/// `impl Trait` in both places; the iterator borrows from a parameter.
#[maybe_async]
async fn shout<'a>(
    words: impl IntoIterator<Item = &'a str>,
    end: &str,
) -> impl Iterator<Item = String> {
    let end = give(end.to_owned()).await;
    let words: Vec<_> = words.into_iter().map(str::to_uppercase).collect();
    words.into_iter().map(move |word| word + &end)
}

#[test]
fn impl_trait_as_argument_and_result() {
    let (words, _) = both(
        async { shout(["a", "b"], "!").await.collect::<Vec<_>>() },
        || shout_blocking(["a", "b"], "!").collect(),
    );
    assert_eq!(words, ["A!", "B!"]);
}

/// Lifetimes, named and not; the result borrows from one parameter only.
#[maybe_async]
async fn longest<'a, 'b: 'a>(left: &'a str, right: &'b str, _other: &str) -> &'a str {
    if give(left.len()).await >= right.len() {
        left
    } else {
        right
    }
}

#[test]
fn lifetimes() {
    let left = "ab".to_owned();
    let found = {
        let other = String::from("x");
        both(longest(&left, "abc", &other), || {
            longest_blocking(&left, "abc", &other)
        })
        .0
    };
    assert_eq!(found, "abc");
}

struct Point {
    x: u32,
    y: u32,
}

/// Patterns are taken apart when the body starts.
#[maybe_async]
async fn patterns(
    Point { x, y: height }: Point,
    (mut first, _): (u32, Guard),
    [.., last]: [u32; 3],
    &twice: &u32,
    _: Guard,
) -> u32 {
    first += give(x).await;
    log("body");
    first * 1000 + height * 100 + last * 10 + twice
}

#[test]
fn patterns_in_parameters() {
    let point = || Point { x: 1, y: 2 };
    let (value, log) = both(
        async {
            let (unbound, unnamed) = (Guard::new("unbound"), Guard::new("unnamed"));
            patterns(point(), (3, unbound), [0, 0, 4], &5, unnamed).await
        },
        || {
            let (unbound, unnamed) = (Guard::new("unbound"), Guard::new("unnamed"));
            patterns_blocking(point(), (3, unbound), [0, 0, 4], &5, unnamed)
        },
    );
    assert_eq!(value, 4245);
    assert_eq!(log, ["give 1", "body", "drop unnamed", "drop unbound"]);
}

/// # Safety
/// None is needed: only the calls have to say `unsafe`.
#[maybe_async]
async unsafe fn danger(number: u32) -> u32 {
    give(number).await + 1
}

#[maybe_async]
async fn uses_danger() -> u32 {
    // SAFETY: nothing to keep.
    let first = unsafe { danger(1).await };
    // SAFETY: nothing to keep.
    let second = unsafe { danger(first) }.await;
    first * 10 + second
}

#[test]
fn unsafe_functions_stay_unsafe() {
    let (value, log) = both(uses_danger(), uses_danger_blocking);
    assert_eq!(value, 23);
    assert_eq!(log, ["give 1", "give 2"]);
    // A twin that had lost its `unsafe` would be a safe function pointer.
    let _: unsafe fn(u32) -> u32 = danger_blocking;
}

/// Recursion that is boxed by hand in the async half, and plain in the other.
#[maybe_async]
async fn count_down(from: u32) -> Vec<u32> {
    let from = give(from).await;
    let mut rest = if from == 0 {
        Vec::new()
    } else {
        Box::pin(count_down(from - 1)).await
    };
    rest.push(from);
    rest
}

/// The attribute below ours is for the async half alone; it must not box the twin.
#[maybe_async]
#[async_recursion]
async fn fibonacci(n: u32) -> u64 {
    match n {
        0 | 1 => u64::from(n),
        _ => fibonacci(n - 1).await + fibonacci(n - 2).await,
    }
}

#[maybe_async]
#[async_recursion(?Send)]
async fn depth(of: std::rc::Rc<u32>) -> u32 {
    if *of == 0 {
        0
    } else {
        1 + depth(std::rc::Rc::new(*of - 1)).await
    }
}

#[test]
fn recursion() {
    let (list, log) = both(count_down(2), || count_down_blocking(2));
    assert_eq!(list, [0, 1, 2]);
    assert_eq!(log, ["give 2", "give 1", "give 0"]);
    assert_eq!(both(fibonacci(12), || fibonacci_blocking(12)).0, 144);
    let _: fn(u32) -> u64 = fibonacci_blocking;
    let three = || std::rc::Rc::new(3);
    assert_eq!(both(depth(three()), || depth_blocking(three())).0, 3);
}

/// Returns that are not simple values.
#[maybe_async]
async fn results(number: u32) -> Result<Option<Box<dyn Debug>>, Box<dyn std::error::Error>> {
    let number = even(number).await?;
    if number == 0 {
        return Ok(None);
    }
    Ok(Some(Box::new(number)))
}

#[test]
fn results_and_trait_objects() {
    let run = |number| {
        let shown = |result| format!("{result:?}");
        both(async move { shown(results(number).await) }, || {
            shown(results_blocking(number))
        })
        .0
    };
    assert_eq!(run(0), "Ok(None)");
    assert_eq!(run(2), "Ok(Some(2))");
    assert_eq!(run(3), r#"Err("3 is odd")"#);
}

/// The twin is an ordinary function: `const`-free, callable from any closure, `Send` or not.
#[test]
fn the_twin_is_a_plain_function() {
    let _: fn() = nothing_blocking;
    let _: for<'a, 'b> fn(&'a str, &'b str, &'b str) -> &'a str =
        |left, _, other| longest_blocking(left, left, other);
    let all: Vec<u64> = (0..5).map(fibonacci_blocking).collect();
    assert_eq!(all, [0, 1, 1, 2, 3]);
}
