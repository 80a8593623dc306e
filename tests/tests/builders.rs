//! Types that are awaited themselves: `impl IntoFuture`.
#![allow(
    unreachable_pub,
    clippy::unused_async,
    reason = "what matters is who is called, and when"
)]

use std::cell::Cell;
use std::future::{self, IntoFuture, Ready};
use std::pin::Pin;
use std::rc::Rc;

use await_me_maybe::blocking::Resolve;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log, say, say_blocking};
use futures::FutureExt as _;
use futures::future::{BoxFuture, LocalBoxFuture};

struct Request {
    key: &'static str,
    times: u32,
    guard: Option<Guard>,
}

#[must_use]
fn get(key: &'static str) -> Request {
    log(format!("make {key}"));
    Request {
        key,
        times: 1,
        guard: None,
    }
}

impl Request {
    fn times(mut self, times: u32) -> Self {
        log(format!("times {times}"));
        self.times = times;
        self
    }

    fn guarded(mut self) -> Self {
        self.guard = Some(Guard::loud("request"));
        self
    }
}

#[maybe_async]
impl IntoFuture for Request {
    type Output = Result<u32, String>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        let key = self.key;
        async move {
            let _guard = self.guard;
            for _ in 0..self.times {
                say(key).await;
            }
            if key == "lost" {
                return Err(key.to_owned());
            }
            Ok(give(self.times).await)
        }
        .boxed()
    }
}

#[maybe_async]
async fn early() -> Result<u32, String> {
    let first = get("a");
    let second = get("b").times(2).guarded();
    let _never = get("c").guarded();
    log("made");
    let last = second.await?;
    Ok(last * 10 + first.await?)
}

#[test]
fn nothing_is_done_before_the_await() {
    let (value, log) = both(early(), early_blocking);
    assert_eq!(value, Ok(21));
    let made = log.iter().position(|entry| entry == "made").unwrap();
    assert!(!log[..made].contains(&"b (".to_owned()));
    let rest = ["b (", ") b", "b (", ") b", "give 2", "drop request"];
    assert_eq!(log[made + 1..][..rest.len()], rest);
}

#[test]
fn callers_without_an_annotation() {
    let (value, log) = both(async { get("lost").await }, || get("lost").resolve());
    assert_eq!(value, Err("lost".to_owned()));
    assert_eq!(log, ["make lost", "lost (", ") lost"]);
}

#[maybe_async(twins(give))]
async fn turned() -> Result<u32, String> {
    // Does what `TURNED_INTO_A_FUTURE` says: a block that awaits the value.
    let request = get("a").guarded();
    let later = async move { request.await };
    let request = get("b");
    let boxed = Box::pin(async move { request.await });
    let made = give(3).into_future();
    log("boxed");
    let request = get("d");
    let value = request.into_future().await?;
    Ok(later.await? + give(1).into_future().await + boxed.await? + made.await + value)
}

#[test]
fn into_future_is_no_await() {
    let (value, log) = both(turned(), turned_blocking);
    assert_eq!(value, Ok(7));
    let made = ["make a", "make request", "make b", "boxed", "make d", "d ("];
    assert_eq!(log[..6], made);
    let rest = ["give 1", "b (", ") b", "give 1", "give 3"];
    assert!(log.ends_with(&rest.map(str::to_owned)));
}

#[maybe_async]
async fn generic<R: IntoFuture<Output = u32>>(request: R) -> u32 {
    let future = async { request.await };
    log("turned");
    future.await
}

#[maybe_async]
async fn parameter() -> u32 {
    generic(Number(Rc::new(Cell::new(4)))).await
}

struct Number(Rc<Cell<u32>>);

#[maybe_async]
impl IntoFuture for Number {
    type Output = u32;
    type IntoFuture = LocalBoxFuture<'static, u32>;

    fn into_future(self) -> LocalBoxFuture<'static, u32> {
        Box::pin(async move { give(self.0.get()).await })
    }
}

#[test]
fn in_the_place_of_a_future() {
    let (value, log) = both(parameter(), parameter_blocking);
    assert_eq!(value, 4);
    assert_eq!(log, ["turned", "give 4"]);
}

/// What borrows, and what is borrowed.
struct Borrowed<'a, T>(&'a T);

#[maybe_async]
impl<'a, T: Clone + 'a> IntoFuture for Borrowed<'a, T>
where
    T: std::fmt::Display,
{
    type Output = T;
    type IntoFuture = Pin<Box<dyn Future<Output = T> + 'a>>;

    fn into_future(self) -> <Self as IntoFuture>::IntoFuture {
        Box::pin(async move { give(self.0.clone()).await })
    }
}

#[maybe_async]
impl<'a> IntoFuture for &'a Number {
    type Output = u32;
    type IntoFuture = Pin<Box<dyn Future<Output = u32> + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async { give(self.0.get() + 1).await })
    }
}

#[maybe_async]
async fn borrowed() -> (String, u32) {
    let (text, number) = ("t".to_owned(), Number(Rc::default()));
    let reference = &number;
    (Borrowed(&text).await, reference.await)
}

#[test]
fn references_and_parameters() {
    let (value, log) = both(borrowed(), || {
        let (text, number) = ("t".to_owned(), Number(Rc::default()));
        (Borrowed(&text).resolve(), (&number).resolve())
    });
    assert_eq!(value, ("t".to_owned(), 1));
    assert_eq!(log, ["give t", "give 1"]);
}

// Does what `NAME_OF_RESOLVE` says: neither the trait nor its method is given a name.

struct Known(u32);

#[maybe_async]
impl IntoFuture for Known {
    type Output = u32;
    type IntoFuture = Ready<u32>;

    fn into_future(self) -> Self::IntoFuture {
        future::ready(self.0)
    }
}

#[maybe_async]
async fn known() -> u32 {
    let known = Known(3);
    known.await
}

#[test]
fn ready_from_the_start() {
    assert_eq!(both(known(), known_blocking).0, 3);
}

struct Guarded {
    word: &'static str,
    _left: Guard,
    taken: Guard,
}

#[maybe_async]
impl IntoFuture for Guarded {
    type Output = ();
    type IntoFuture = BoxFuture<'static, ()>;

    fn into_future(self) -> Self::IntoFuture {
        let word = self.word;
        let taken = self.taken;
        Box::pin(async move {
            let _taken = taken;
            say(word).await;
        })
    }
}

#[maybe_async]
async fn guarded() {
    let guarded = Guarded {
        word: "w",
        _left: Guard::loud("left"),
        taken: Guard::loud("taken"),
    };
    guarded.await;
    log("end");
}

#[test]
fn what_the_future_does_not_take_is_dropped_before() {
    let ((), log) = both(guarded(), guarded_blocking);
    assert_eq!(log[2..], ["drop left", "w (", ") w", "drop taken", "end"]);
}

/// A callback inside.
struct Retry<F> {
    times: u32,
    work: F,
}

#[maybe_async]
impl<F: AsyncFn(u32) -> Option<u32> + 'static> IntoFuture for Retry<F> {
    type Output = Option<u32>;
    type IntoFuture = Pin<Box<dyn Future<Output = Option<u32>>>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            for time in 0..self.times {
                if let Some(value) = (self.work)(time).await {
                    return Some(value);
                }
            }
            None
        })
    }
}

#[maybe_async]
async fn retried(times: u32) -> Option<u32> {
    let retry = Retry {
        times,
        work: async |time| {
            let time = give(time).await;
            (time == 2).then_some(time)
        },
    };
    retry.await
}

#[test]
fn callbacks_in_builders() {
    let (value, log) = both(retried(5), || retried_blocking(5));
    assert_eq!(value, Some(2));
    assert_eq!(log, ["give 0", "give 1", "give 2"]);
    assert_eq!(both(retried(1), || retried_blocking(1)).0, None);
}

#[maybe_async]
mod api {
    use std::future::IntoFuture;
    use std::pin::Pin;

    use await_me_maybe_tests::log;
    use futures::stream::{self, Stream, StreamExt as _};

    pub struct Client {
        pub name: &'static str,
    }

    pub struct Get<'c> {
        client: &'c Client,
        key: u32,
    }

    impl Client {
        pub fn get(&self, key: u32) -> Get<'_> {
            Get { client: self, key }
        }

        async fn send(&self, key: u32) -> u32 {
            log(format!("{} {key}", self.name));
            key + 1
        }

        pub async fn sum(&self, key: u32) -> u32 {
            let later = self.get(key + 10);
            self.get(key).await + later.await
        }
    }

    impl Get<'_> {
        pub fn plus(mut self, more: u32) -> Self {
            self.key += more;
            self
        }
    }

    impl<'c> IntoFuture for Get<'c> {
        type Output = u32;
        type IntoFuture = Pin<Box<dyn Future<Output = u32> + 'c>>;

        fn into_future(self) -> Self::IntoFuture {
            Box::pin(async move { self.client.send(self.key).await })
        }
    }

    pub async fn both(client: &Client) -> u32 {
        let longer = client.get(3).plus(1);
        let turned = client.get(5);
        client.get(1).await + client.sum(2).await + longer.await + turned.await
    }

    pub async fn constructed(client: Client) -> u32 {
        let get = Get {
            client: &client,
            key: 7,
        };
        let later = async { get.await };
        let turned = later.into_future();
        turned.await
    }

    pub async fn generic<R: IntoFuture<Output = u32>>(request: R) -> u32 {
        let later = Box::pin(async { request.await });
        log("turned");
        later.await
    }

    pub async fn given(client: &Client) -> u32 {
        generic(client.get(8)).await
    }

    fn made(client: &Client) -> Get<'_> {
        client.get(1)
    }

    pub struct Owner {
        pub client: Client,
    }

    impl Owner {
        fn client(&self) -> &Client {
            &self.client
        }

        pub async fn chained(&self) -> u32 {
            let client: &Client = &self.client;
            let first = made(client).plus(1).await + client.get(2).plus(1).plus(1).await;
            let second = self.client().get(3).await + self.client.get(3).plus(2).await;
            first + second + Get { client, key: 5 }.plus(1).await
        }
    }

    fn numbers() -> impl Stream<Item = u32> + Unpin {
        stream::iter([1, 2])
    }

    /// That of a stream is another one.
    pub async fn streamed() -> (Option<u32>, Option<u32>) {
        let (first, rest) = numbers().into_future().await;
        let (second, _) = rest.into_future().await;
        (first, second)
    }
}

#[test]
fn in_a_module() {
    let asynchronous = api::Client { name: "c" };
    let twin = api::blocking::Client { name: "c" };
    let (value, log) = both(api::both(&asynchronous), || api::blocking::both(&twin));
    assert_eq!(value, 2 + (3 + 13) + 5 + 6);
    assert_eq!(log, ["c 1", "c 2", "c 12", "c 4", "c 5"]);
    let (value, _) = both(async { asynchronous.get(1).plus(2).await }, || {
        twin.get(1).plus(2).resolve()
    });
    assert_eq!(value, 4);
    let (value, log) = both(api::given(&asynchronous), || api::blocking::given(&twin));
    assert_eq!(value, 9);
    assert_eq!(log, ["turned", "c 8"]);
    let (value, _) = both(api::streamed(), api::blocking::streamed);
    assert_eq!(value, (Some(1), Some(2)));
    let owner = api::Owner {
        client: asynchronous,
    };
    let twin = api::blocking::Owner { client: twin };
    let (value, log) = both(owner.chained(), || twin.chained());
    assert_eq!(value, 3 + 5 + 4 + 6 + 7);
    assert_eq!(log, ["c 2", "c 4", "c 3", "c 5", "c 6"]);
    let (asynchronous, twin) = (owner.client, twin.client);
    let (value, log) = both(api::constructed(asynchronous), || {
        api::blocking::constructed(twin)
    });
    assert_eq!(value, 8);
    assert_eq!(log, ["c 7"]);
}

#[path = "builders"]
mod asynchronous {
    use await_me_maybe::asynchronous::*;
    pub mod requests;
}

#[path = "builders"]
#[allow(clippy::duplicate_mod)]
mod blocking {
    use await_me_maybe::blocking::*;
    pub mod requests;
}

#[test]
fn in_a_tree() {
    let (value, log) = both(asynchronous::requests::Client.twice(), || {
        blocking::requests::Client.twice()
    });
    assert_eq!(value, Ok(3 + 11));
    assert_eq!(log, ["make 10", "make 1", "send 2", "send 10"]);
    let (value, _) = both(
        async { asynchronous::requests::Client.get(1).await },
        || blocking::requests::Client.get(1).resolve(),
    );
    assert_eq!(value, Ok(2));
}
