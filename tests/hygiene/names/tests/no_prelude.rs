//! Where nothing is in scope but what the author has imported, and names of std's crates mean
//! something else.
#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![allow(clippy::vec_init_then_push, reason = "the vector is what is tested")]

use ::await_me_maybe::maybe_async;
use ::await_me_maybe_tests::{both, even, even_blocking, give, give_blocking};
#[allow(unused_imports, reason = "the twin's `next` is that of iterators")]
use ::core::iter::Iterator as _;
use ::futures::StreamExt as _;
use ::std::assert_eq;
use ::std::prelude::v1::{derive, test};

mod alloc {}
mod await_me_maybe {}
mod core {}
mod std {}

#[maybe_async]
async fn leaf(n: u32) -> u32 {
    give(n).await
}

/// Every kind of awaiting.
#[maybe_async(twins(leaf), join = sequential)]
async fn kinds(n: u32) -> ::core::result::Result<u32, ::std::string::String> {
    let plain = give(n).await;
    let early = leaf(1);
    let late = async move { even(n).await };
    let now = async { even(n).await }.await?;
    let boxed = ::std::boxed::Box::pin(leaf(2)).await;
    let pinned = ::std::pin::pin!(leaf(3));
    let mut stored: ::std::vec::Vec<
        ::core::pin::Pin<::std::boxed::Box<dyn ::core::future::Future<Output = u32>>>,
    > = ::std::vec![];
    stored.push(::std::boxed::Box::pin(leaf(4)));
    let mut sum = plain + now + boxed + pinned.await;
    for mut one in stored {
        sum += one.as_mut().await;
    }
    let (five, six) = ::futures::join!(leaf(5), leaf(6));
    let (eight, ten) = ::futures::try_join!(even(8), even(10))?;
    let ready = ::core::future::ready(7).await;
    let negative = -<i64 as ::core::convert::From<u32>>::from(give(1).await);
    let closure = async |n: u32| leaf(n).await;
    sum += closure(9).await + five + six + eight + ten + ready;
    ::std::assert!(negative == -1, "{negative}");
    ::core::result::Result::Ok(sum + early.await + late.await?)
}

#[maybe_async(streams(numbers))]
fn twice(last: u32) -> impl ::futures::Stream<Item = u32> {
    ::async_stream::stream! {
        for await n in numbers(last) {
            match n {
                ::core::result::Result::Ok(n) => yield n * 2,
                ::core::result::Result::Err(_) => yield 100,
            }
        }
    }
}

#[maybe_async]
fn numbers(
    last: u32,
) -> impl ::futures::Stream<Item = ::core::result::Result<u32, ::std::string::String>> {
    ::async_stream::stream! {
        let mut n = 0;
        while n <= last {
            yield even(n).await;
            n += if n == 4 { 1 } else { 2 };
        }
    }
}

#[maybe_async(streams(twice))]
async fn streamed(last: u32) -> u32 {
    let mut numbers = ::std::boxed::Box::pin(twice(last));
    let mut sum = 0;
    while let ::core::option::Option::Some(n) = numbers.next().await {
        sum += n;
    }
    sum
}

#[maybe_async]
trait Source {
    async fn number(&mut self) -> u32;
    fn object(
        &self,
    ) -> ::core::pin::Pin<::std::boxed::Box<dyn ::core::future::Future<Output = u32> + '_>>;
    async fn twice(&mut self) -> u32 {
        self.number().await * 10 + self.number().await + self.object().await
    }
}

#[derive(::core::fmt::Debug)]
struct Counter(u32);

#[maybe_async]
impl Source for Counter {
    async fn number(&mut self) -> u32 {
        self.0 += give(1).await;
        self.0
    }
    fn object(
        &self,
    ) -> ::core::pin::Pin<::std::boxed::Box<dyn ::core::future::Future<Output = u32> + '_>> {
        ::std::boxed::Box::pin(async move { leaf(self.0).await })
    }
}

#[maybe_async(twins(Source))]
async fn through<S: Source, F, Fut>(mut source: S, callback: F) -> u32
where
    F: ::core::ops::Fn(u32) -> Fut,
    Fut: ::core::future::Future<Output = u32>,
{
    callback(source.twice().await).await
}

#[maybe_async]
mod api {
    #[only_async]
    use super::give;
    #[only_blocking]
    use super::give_blocking as give;

    mod alloc {}
    mod core {}
    mod std {}

    pub(super) struct Client {
        pub(super) level: u32,
    }

    impl Client {
        pub(super) async fn get(&self) -> ::core::option::Option<u32> {
            let level = self.level;
            let late = async move { give(level).await };
            let half = if is_async!() { 1 } else { 2 - 1 };
            ::core::option::Option::Some(late.await + half)
        }
    }
}

/// The attribute for tests.
mod tests_of_both {
    #[::await_me_maybe::test]
    async fn halves() {
        let late = async { 1 };
        ::std::assert_eq!(late.await, 1);
    }
}

#[test]
fn everything_is_found() {
    let (value, _) = both(kinds(2), || kinds_blocking(2));
    let sum = 2 + 2 + 2 + 3 + 4 + 9 + 5 + 6 + 8 + 10 + 7;
    assert_eq!(value, ::core::result::Result::Ok(sum + 1 + 2));
    let (value, _) = both(streamed(6), || streamed_blocking(6));
    assert_eq!(value, 4 + 8 + 100);
    let (value, _) = both(
        through(Counter(1), |n| async move { give(n).await }),
        || through_blocking(Counter(1), give_blocking),
    );
    assert_eq!(value, 20 + 3 + 3);
    let (value, _) = both(async { api::Client { level: 4 }.get().await }, || {
        api::blocking::Client { level: 4 }.get()
    });
    assert_eq!(value, ::core::option::Option::Some(5));
}
