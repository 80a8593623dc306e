//! Callbacks as parameters: `AsyncFn`, `AsyncFnMut` and `AsyncFnOnce`, in every place a bound can
//! stand.
#![allow(
    clippy::similar_names,
    clippy::redundant_closure_for_method_calls,
    reason = "closures of every spelling are what is tested"
)]

use std::ops::AsyncFnMut;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
async fn each(
    by_ref: impl AsyncFn(u32) -> u32,
    mut by_mut: impl AsyncFnMut(&str) -> usize,
    once: impl AsyncFnOnce(Guard) -> String,
) -> String {
    let mut total = 0;
    for n in 0..2 {
        total += by_ref(n).await + by_ref(n + 10).await;
        total += u32::try_from(by_mut(&"x".repeat(n as usize)).await).unwrap_or(0);
    }
    once(Guard::new("argument")).await + &total.to_string()
}

#[test]
fn impl_bounds() {
    let (mut first, mut second) = (0, 0);
    let (value, log) = both(
        each(
            async |n| give(n).await,
            async |text| {
                first += 1;
                give(text.len()).await
            },
            async |guard| {
                log("once");
                give(guard.name().to_owned()).await
            },
        ),
        || {
            each_blocking(
                give_blocking,
                |text| {
                    second += 1;
                    give_blocking(text.len())
                },
                |guard| {
                    log("once");
                    give_blocking(guard.name().to_owned())
                },
            )
        },
    );
    assert_eq!(value, "argument23");
    assert_eq!((first, second), (2, 2));
    assert_eq!(log[6..], ["once", "give argument", "drop argument"]);
}

#[maybe_async]
async fn generics<F, G: std::ops::AsyncFn(u32) -> Result<u32, String>, T>(
    mut f: F,
    g: &G,
    h: &mut T,
) -> Result<u32, String>
where
    F: AsyncFnMut(u32) -> u32 + Clone,
    T: AsyncFnMut() + ?Sized,
{
    let mut again = f.clone();
    h().await;
    let first = g(f(2).await).await?;
    let second = g(again(first + 2).await).await?;
    (*h)().await;
    Ok(first + second)
}

/// Passes its callbacks on: by value, by reference, and wrapped in another one.
#[maybe_async(twins(generics))]
async fn passes_on<G>(limit: u32, g: G, count: &std::cell::Cell<u32>) -> Result<u32, String>
where
    G: AsyncFn(u32) -> Result<u32, String>,
{
    let mut h = async || {
        count.set(count.get() + 1);
        log("h");
    };
    let direct = generics(async |n| n, &g, &mut h).await?;
    let wrapped = generics(
        async |n| give(n).await,
        &async |n| match g(n).await {
            Ok(n) if n > limit => Err(format!("{n} is over {limit}")),
            result => result,
        },
        &mut h,
    )
    .await;
    let early = generics(async |n| n, &g, &mut h);
    log("made");
    Ok(direct + wrapped? + early.await?)
}

#[test]
fn generic_bounds_and_passing_on() {
    let (one, two) = Default::default();
    let (value, log) = both(passes_on(9, async |n| even(n).await, &one), || {
        passes_on_blocking(9, even_blocking, &two)
    });
    assert_eq!(value, Ok(18));
    assert_eq!((one.get(), two.get()), (6, 6));
    assert_eq!(log.iter().position(|entry| entry == "made"), Some(10));
    let (value, _) = both(passes_on(3, async |n| even(n).await, &one), || {
        passes_on_blocking(3, even_blocking, &two)
    });
    assert_eq!(value, Err("4 is over 3".to_owned()));
}

/// A stored callback, with the bound on the impl.
struct Client<F> {
    callback: F,
    retries: u32,
}

/// Not in the impl below: there the callback has to be async.
impl<F> Client<F> {
    fn new(callback: F) -> Self {
        Client {
            callback,
            retries: 3,
        }
    }
}

#[maybe_async]
impl<F> Client<F>
where
    F: AsyncFn(&str, u32) -> Result<String, String>,
{
    async fn get(&self, url: &str) -> Result<String, String> {
        let mut last = String::new();
        for retry in 0..self.retries {
            match (self.callback)(url, retry).await {
                Ok(text) => return Ok(text),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    async fn early(&self, url: &str) -> String {
        let call = async { (self.callback)(url, 9).await };
        let Client { callback, .. } = self;
        log("made");
        let second = callback("second", 1).await;
        format!("{:?} {second:?}", call.await)
    }
}

#[test]
fn stored_callbacks() {
    let answer = |url: &str, retry| {
        if retry == 2 {
            Ok(url.to_owned())
        } else {
            Err(format!("retry {retry}"))
        }
    };
    let client = || Client::new(async |url: &str, retry| answer(url, give(retry).await));
    let twin = || Client::new(|url: &str, retry| answer(url, give_blocking(retry)));
    let (value, log) = both(async { client().get("u").await }, || {
        twin().get_blocking("u")
    });
    assert_eq!(value, Ok("u".to_owned()));
    assert_eq!(log, ["give 0", "give 1", "give 2"]);
    let (value, log) = both(async { client().early("u").await }, || {
        twin().early_blocking("u")
    });
    assert_eq!(value, "Err(\"retry 9\") Err(\"retry 1\")");
    assert_eq!(log, ["made", "give 1", "give 9"]);
}

/// Made early, awaited late or never; the argument is evaluated at once.
#[maybe_async]
async fn early(f: impl AsyncFn(u32, Guard) -> u32) -> u32 {
    let late = f(give(1).await, Guard::loud("late"));
    let _never = f(give(2).await, Guard::loud("never"));
    _ = f(3, Guard::loud("at once"));
    log("made");
    let value = late.await;
    log("end");
    value
}

#[test]
fn early_calls_of_callbacks() {
    let (value, log) = both(
        early(async |n, guard| {
            log(guard.name());
            n * 10
        }),
        || {
            early_blocking(|n, guard| {
                log(guard.name());
                n * 10
            })
        },
    );
    assert_eq!(value, 10);
    assert_eq!(
        log,
        [
            "give 1",
            "make late",
            "give 2",
            "make never",
            "make at once",
            "drop at once",
            "made",
            "late",
            "drop late",
            "end",
            "drop never"
        ]
    );
}

/// Plain callbacks beside async ones: what is not async stays a plain call, and runs at once.
#[maybe_async]
async fn mixed(
    plain: impl Fn(u32) -> u32,
    asynchronous: impl AsyncFn(u32) -> u32,
    pointer: fn(u32) -> u32,
) -> u32 {
    let first = plain(1);
    log("between");
    asynchronous(first).await + plain(asynchronous(plain(2)).await) + pointer(1)
}

#[test]
fn plain_callbacks() {
    let plain = |n| {
        log(format!("plain {n}"));
        n * 10
    };
    let (value, log) = both(mixed(plain, async |n| give(n).await, |n| n), || {
        mixed_blocking(plain, give_blocking, |n| n)
    });
    assert_eq!(value, 10 + 200 + 1);
    assert_eq!(
        log,
        [
            "plain 1", "between", "give 10", "plain 2", "give 20", "plain 20"
        ]
    );
}

/// A callback that borrows from its argument, one of no arguments, one that never returns an
/// error, and one that returns another.
#[maybe_async(keep(made))]
async fn shapes(
    borrow: impl for<'a> AsyncFn(&'a [u32]) -> Option<&'a u32>,
    nothing: impl AsyncFn(),
    make: impl AsyncFnOnce() -> fn(u32) -> u32,
) -> u32 {
    let list = [give(5).await, 6];
    nothing().await;
    let found = *borrow(&list).await.unwrap_or(&0);
    let made = make().await;
    made(found)
}

#[test]
fn unusual_shapes() {
    let (value, log) = both(
        shapes(
            async |list| list.last(),
            async || log("nothing"),
            async || (|n| n + 1) as fn(u32) -> u32,
        ),
        || shapes_blocking(|list| list.last(), || log("nothing"), || |n| n + 1),
    );
    assert_eq!(value, 7);
    assert_eq!(log, ["give 5", "nothing"]);
}
