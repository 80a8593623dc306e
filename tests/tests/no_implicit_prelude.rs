//! Nothing that is emitted relies on a name being in scope.
#![allow(
    clippy::manual_async_fn,
    clippy::useless_format,
    reason = "explicit spellings need fewer names in scope"
)]
#![no_implicit_prelude]

use ::await_me_maybe::maybe_async;
use ::await_me_maybe_tests::{both, even, even_blocking, give, give_blocking, log};
use ::std::prelude::v1::test;
use ::std::result::Result::{self, Err, Ok};
use ::std::string::String;
use ::std::{assert_eq, format};

/// Names that the expansion uses, with another meaning.
mod core {}
mod std {}
#[expect(dead_code, reason = "it is enough that they are in scope")]
struct Deferred;
#[expect(dead_code, reason = "it is enough that they are in scope")]
trait Get {}

#[maybe_async]
async fn all(n: u32) -> Result<u32, String> {
    let plain = give(n).await;
    let typed: u32 = give(1).await + even(2).await?;
    let late = async { even(n).await };
    let block = async move { give(n).await }.await;
    let closure = async |n: u32| give(n).await;
    let called = closure(3).await;
    let early = closure(4);
    log(format!("{}", give("made").await));
    let boxed = ::std::boxed::Box::pin(give(5)).await;
    let ready = ::std::future::ready(6).await;
    match late.await {
        Ok(late) => Ok(plain + typed + late + block + called + early.await + boxed + ready),
        Err(error) => Err(error),
    }
}

#[maybe_async]
trait Source {
    async fn next(&mut self) -> u32;

    async fn two(&mut self) -> u32 {
        self.next().await * 10 + self.next().await
    }
}

#[maybe_async]
impl Source for u32 {
    async fn next(&mut self) -> u32 {
        *self += give(1).await;
        *self
    }
}

#[maybe_async(twins(Source, all))]
async fn use_source<S: Source, F>(mut source: S, f: F) -> Result<u32, String>
where
    F: ::std::ops::AsyncFn(u32) -> u32,
{
    let early = all(2);
    let two = f(source.two().await).await;
    ::std::result::Result::Ok(two + early.await?)
}

#[maybe_async]
fn future(n: u32) -> impl ::std::future::Future<Output = u32> {
    async move { give(n).await + 1 }
}

#[test]
fn everything_is_found() {
    let (value, _) = both(use_source(0, async |n| give(n).await), || {
        use_source_blocking(0, give_blocking)
    });
    assert_eq!(value, Ok(12 + 27));
    assert_eq!(both(future(1), || future_blocking(1)).0, 2);
    assert_eq!(both(all(3), || all_blocking(3)).0, Err(format!("3 is odd")));
}
