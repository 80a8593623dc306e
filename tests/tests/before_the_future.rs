//! What a function may do before it returns its future: nothing shows when that happens.
#![allow(
    clippy::manual_async_fn,
    clippy::unused_async,
    clippy::needless_pass_by_value,
    reason = "each is the explicit spelling of what clippy would shorten"
)]

use std::pin::Pin;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log, say, say_blocking};
use futures::FutureExt as _;
use futures::future::BoxFuture;

#[maybe_async(twins(give))]
fn called(n: u32) -> impl Future<Output = u32> {
    let request = give(n);
    async move {
        log("begin");
        request.await + 1
    }
}

#[maybe_async(twins(give))]
fn one_of_two(n: u32, second: bool) -> BoxFuture<'static, u32> {
    let one = give(n);
    let other: BoxFuture<'static, u32> = give(n * 10).boxed();
    let next = async move { other.await + 1 };
    if second {
        Box::pin(next)
    } else {
        Box::pin(one)
    }
}

#[maybe_async(twins(called))]
async fn all() -> u32 {
    let later = called(1);
    log("made");
    later.await + one_of_two(2, true).await + one_of_two(3, false).await
}

#[test]
fn a_future_that_is_only_made() {
    let (value, log) = both(all(), all_blocking);
    assert_eq!(value, 2 + 21 + 3);
    assert_eq!(log, ["made", "begin", "give 1", "give 20", "give 3"]);
}

#[maybe_async]
async fn held(guard: Guard, word: &str) {
    say(word).await;
    drop(guard);
}

#[maybe_async(twins(held))]
fn never_awaited(guard: Guard, word: &'static str) -> BoxFuture<'static, ()> {
    let _unused = held(guard, word);
    say(word).boxed()
}

#[maybe_async]
async fn drops() {
    never_awaited(Guard::new("unused"), "w").await;
    log("end");
}

#[test]
fn a_future_that_is_dropped_at_the_end() {
    let ((), log) = both(drops(), drops_blocking);
    assert_eq!(log, ["drop unused", "w (", ") w", "end"]);
}

struct Connection {
    sent: Vec<u32>,
}

#[maybe_async]
impl Connection {
    async fn send(&mut self, n: u32) -> usize {
        self.sent.push(give(n).await);
        self.sent.len()
    }

    fn as_mut(&mut self) -> &mut Self {
        self
    }

    fn counted(self: Pin<&mut Self>, n: u32) -> impl Future<Output = u32> + use<> {
        async move { give(n).await }
    }

    fn twice(self: Pin<&mut Self>, n: u32) -> impl Future<Output = usize> {
        let connection = self.get_mut();
        async move {
            connection.send(n).await;
            connection.send(n).await
        }
    }
}

struct Pool {
    connection: Box<Connection>,
}

#[maybe_async]
impl Pool {
    fn boxed(&mut self, n: u32) -> impl Future<Output = usize> {
        self.connection.as_mut().send(n)
    }

    fn own(&mut self, n: u32) -> Pin<Box<dyn Future<Output = usize> + '_>> {
        let connection = self.connection.as_mut();
        Box::pin(async move { connection.send(n).await })
    }

    fn pinned(self: Pin<&mut Self>, n: u32) -> impl Future<Output = usize> {
        let connection: &mut Connection = &mut self.get_mut().connection;
        async move { Pin::new(connection).twice(n).await }
    }
}

#[maybe_async]
fn through(mut connection: Pin<&mut Connection>, n: u32) -> impl Future<Output = u32> {
    connection.as_mut().counted(n)
}

#[maybe_async]
async fn sent() -> Vec<u32> {
    let connection = Box::new(Connection { sent: Vec::new() });
    let mut pool = Pool { connection };
    pool.boxed(1).await;
    pool.own(2).await;
    Pin::new(&mut pool).pinned(3).await;
    through(Pin::new(&mut pool.connection), 4).await;
    pool.connection.as_mut().as_mut().sent.clone()
}

#[test]
fn views() {
    let (value, log) = both(sent(), sent_blocking);
    assert_eq!(value, [1, 2, 3, 3]);
    assert_eq!(log, ["give 1", "give 2", "give 3", "give 3", "give 4"]);
}

struct Pair {
    guard: Guard,
    word: &'static str,
}

#[maybe_async]
fn taken_apart(pair: Pair) -> impl Future<Output = ()> {
    let Pair { word, .. } = pair;
    async move { say(word).await }
}

#[maybe_async]
fn renamed(pair: Pair) -> impl Future<Output = ()> {
    let (word, _guard): (String, Guard) = (pair.word.to_owned(), pair.guard);
    async move { say(&word).await }
}

#[maybe_async]
async fn apart() {
    let pair = |name| Pair {
        guard: Guard::new(name),
        word: "w",
    };
    taken_apart(pair("first")).await;
    renamed(pair("second")).await;
}

#[test]
fn patterns() {
    let ((), log) = both(apart(), apart_blocking);
    let second = ["drop second", "w (", ") w"];
    assert_eq!(log[..3], ["drop first", "w (", ") w"]);
    assert_eq!(log[3..], second);
}
