//! Functions inside bodies: the twin has blocking copies of its own, found by the same rules of
//! scope as the originals.
#![allow(
    clippy::items_after_statements,
    clippy::manual_async_fn,
    clippy::unused_async,
    reason = "items between statements are what is tested"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};

/// In scope in the whole block, before the definition too.
#[maybe_async]
async fn before_definition() -> u32 {
    let first = inner(1).await;
    async fn inner(n: u32) -> u32 {
        give(n).await + deeper().await
    }
    async fn deeper() -> u32 {
        give(100).await
    }
    first + inner(plain(2)).await
}

/// Found by `before_definition` only if the inner one was not.
#[maybe_async]
async fn inner(_: u32) -> u32 {
    unreachable!("the inner function hides this one")
}

fn plain(n: u32) -> u32 {
    n * 10
}

#[test]
fn used_before_their_definition() {
    let (value, log) = both(before_definition(), before_definition_blocking);
    assert_eq!(value, 221);
    assert_eq!(log, ["give 1", "give 100", "give 20", "give 100"]);
    // The outer one is not dead either.
    drop(inner(1));
    let _: fn(u32) -> u32 = inner_blocking;
}

/// A block's own function hides that of the block around it, and a variable hides both.
#[maybe_async]
async fn shadowed() -> Vec<u32> {
    async fn level() -> u32 {
        give(1).await
    }
    let mut found = vec![level().await];
    {
        async fn level() -> u32 {
            give(2).await
        }
        found.push(level().await);
        {
            let level = async || give(3).await;
            found.push(level().await);
        }
        found.push(level().await);
    }
    found.push(level().await);
    found
}

#[test]
fn shadowing() {
    let (value, _) = both(shadowed(), shadowed_blocking);
    assert_eq!(value, [1, 2, 3, 2, 1]);
}

/// Un-awaited: known to be async, so it waits; a plain one does not.
#[maybe_async]
async fn early() -> u32 {
    async fn late(n: u32) -> u32 {
        give(n).await
    }
    fn at_once(n: u32) -> u32 {
        log(format!("at once {n}"));
        n
    }
    let late_one = late(at_once(1));
    let _never = late(at_once(2));
    log("between");
    late_one.await + at_once(3)
}

#[test]
fn made_early() {
    let (value, log) = both(early(), early_blocking);
    assert_eq!(value, 4);
    assert_eq!(
        log,
        ["at once 1", "at once 2", "between", "give 1", "at once 3"]
    );
}

/// Inner functions with generics, callbacks, `?`, and a future as their result.
#[maybe_async]
async fn rich(number: u32) -> Result<u32, String> {
    async fn apply<T: Copy>(
        value: T,
        f: impl AsyncFn(T) -> Result<T, String>,
    ) -> Result<T, String> {
        f(f(value).await?).await
    }
    fn future(n: u32) -> impl Future<Output = u32> {
        async move { give(n).await }
    }
    let applied = apply(number, async |n| {
        if n > 100 {
            return Err(format!("{n} is too much"));
        }
        Ok(future(n * 10).await)
    });
    applied.await
}

#[test]
fn generics_callbacks_and_futures() {
    assert_eq!(both(rich(1), || rich_blocking(1)).0, Ok(100));
    let (value, log) = both(rich(11), || rich_blocking(11));
    assert_eq!(value, Err("110 is too much".to_owned()));
    assert_eq!(log, ["give 110"]);
}

/// Recursion of an inner function, and mutual recursion of two.
#[maybe_async]
async fn recursive(n: u32) -> bool {
    async fn is_even(n: u32) -> bool {
        n == 0 || Box::pin(is_odd(n - 1)).await
    }
    async fn is_odd(n: u32) -> bool {
        n != 0 && Box::pin(is_even(n - 1)).await
    }
    is_even(give(n).await).await
}

#[test]
fn recursion() {
    assert!(both(recursive(10), || recursive_blocking(10)).0);
    assert!(!both(recursive(7), || recursive_blocking(7)).0);
}

/// Other items inside the body stay as they are, in both copies.
#[maybe_async]
async fn other_items() -> u32 {
    const STEP: u32 = 3;
    #[derive(Clone, Copy)]
    struct Local(u32);
    impl Local {
        fn get(self) -> u32 {
            self.0 * STEP
        }
    }
    macro_rules! twice {
        ($value:expr) => {
            $value + $value
        };
    }
    enum Kind {
        One,
        Two,
    }
    use Kind::{One, Two};
    let mut sum = 0;
    for kind in [One, Two] {
        sum += match kind {
            One => give(1).await,
            Two => twice!(give(Local(2).get()).await),
        };
    }
    sum
}

#[test]
fn items_that_are_not_async() {
    let (value, log) = both(other_items(), other_items_blocking);
    assert_eq!(value, 13);
    assert_eq!(log, ["give 1", "give 6", "give 6"]);
}
