//! `await_me_maybe` inside annotated functions: what may have to be awaited, in both halves.
#![allow(
    clippy::no_effect_underscore_binding,
    reason = "a future that is never awaited is bound to a name on purpose"
)]

use await_me_maybe::{Maybe, await_me_maybe, await_me_maybe_blocking, maybe_async};
use await_me_maybe_tests::{both, give, give_blocking, log};

#[maybe_async]
async fn function_form(n: u32) -> u32 {
    let value: u32 = await_me_maybe(n).await;
    let closure: u32 = await_me_maybe(|| {
        log("closure");
        n + 1
    })
    .await;
    let nested: u32 = await_me_maybe(|| move || n + 2).await;
    let path: u32 = await_me_maybe::await_me_maybe(give(n).await).await;
    log("end");
    value + closure + nested + path + give(await_me_maybe(7).await).await
}

#[test]
fn values_and_closures() {
    let (value, log) = both(function_form(1), || function_form_blocking(1));
    assert_eq!(value, 1 + 2 + 3 + 1 + 7);
    assert_eq!(log, ["closure", "give 1", "end", "give 7"]);
}

#[maybe_async]
async fn macro_form(text: String) -> String {
    let value = await_me_maybe!(text);
    let closure = await_me_maybe!(|| {
        log("closure");
        value.len()
    });
    let number = await_me_maybe!(give(1).await);
    let path = await_me_maybe::await_me_maybe!(closure + number,);
    format!("{value}{path}{}", await_me_maybe!(|| 3))
}

#[test]
fn macros() {
    let (value, log) = both(macro_form("abc".to_owned()), || {
        macro_form_blocking("abc".to_owned())
    });
    assert_eq!(value, "abc43");
    assert_eq!(log, ["closure", "give 1"]);
}

/// A registry of things that are there, or are called, or are awaited.
#[maybe_async]
async fn registry(entries: Vec<(&str, Maybe<'_, Result<u32, String>>)>) -> Result<u32, String> {
    let mut sum = 0;
    let mut skipped = None;
    for (name, entry) in entries {
        log(name);
        if name == "skipped" {
            skipped = Some(entry);
            continue;
        }
        sum += entry.await?;
    }
    log("last");
    if let Some(entry) = skipped {
        sum += entry.await?;
    }
    Ok(sum)
}

fn entries(last: u32) -> Vec<(&'static str, Maybe<'static, Result<u32, String>>)> {
    let call = move || {
        log("called");
        if last > 10 {
            Err("too much".to_owned())
        } else {
            Ok(last)
        }
    };
    vec![
        ("value", Maybe::value(Ok(1))),
        ("skipped", Maybe::call(|| Ok(give_blocking(2)))),
        ("call", Maybe::call(call)),
        ("from", Maybe::from(Ok(4))),
    ]
}

#[test]
fn stored_forms() {
    let (value, log) = both(async { registry(entries(8)).await }, || {
        registry_blocking(entries(8))
    });
    assert_eq!(value, Ok(15));
    assert_eq!(
        log,
        [
            "value", "skipped", "call", "called", "from", "last", "give 2"
        ]
    );
    let (value, log) = both(async { registry(entries(11)).await }, || {
        registry_blocking(entries(11))
    });
    assert_eq!(value, Err("too much".to_owned()));
    assert_eq!(log, ["value", "skipped", "call", "called"]);
}

/// In the async half a stored future is awaited.
#[test]
fn futures_in_the_async_half() {
    let mut all = entries(8);
    all.push(("future", Maybe::future(async { Ok(give(100).await) })));
    assert_eq!(futures::executor::block_on(registry(all)), Ok(115));
}

/// Callables of a caller, that are async in the async half.
#[maybe_async]
async fn with_default(given: Option<u32>, default: impl AsyncFnOnce() -> u32) -> u32 {
    match given {
        Some(n) => await_me_maybe(n).await,
        None => default().await,
    }
}

#[test]
fn beside_callbacks() {
    let (value, _) = both(with_default(None, async || give(3).await), || {
        with_default_blocking(None, || give_blocking(3))
    });
    assert_eq!(value, 3);
    assert_eq!(
        both(with_default(Some(4), async || 0), || with_default_blocking(
            Some(4),
            || 0
        ))
        .0,
        4
    );
}

/// Made, and never awaited or awaited late: a form is only looked into when it is awaited.
#[maybe_async]
async fn early() -> u32 {
    let late = async {
        let value: u32 = await_me_maybe(|| {
            log("late");
            1
        })
        .await;
        value
    };
    let _never = async {
        let _: u32 = await_me_maybe(|| {
            log("never");
            2
        })
        .await;
    };
    log("made");
    late.await
}

#[test]
fn late_and_never() {
    let (value, log) = both(early(), early_blocking);
    assert_eq!(value, 1);
    assert_eq!(log, ["made", "late"]);
}

/// What the twin calls is there for callers too, and gives the same.
#[test]
fn the_blocking_form_by_hand() {
    let value: u32 = await_me_maybe_blocking(|| || 5);
    assert_eq!(value, 5);
    assert_eq!(await_me_maybe::await_me_maybe_blocking!(|| 6), 6);
}
