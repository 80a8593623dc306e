//! What the texts on futures, callbacks and branches suggest, done as they say it.
#![allow(
    clippy::redundant_closure,
    clippy::unused_async,
    reason = "a twin is made of what is async, needed or not"
)]

use std::pin::Pin;

use await_me_maybe::{await_me_maybe, maybe_async};
use await_me_maybe_tests::{both, give, give_blocking, log};

#[maybe_async]
async fn double(n: u8) -> u8 {
    log(format!("double {n}"));
    n * 2
}

// Does what `eager_closure` says: awaited where it is called, or all of it in the block.
#[maybe_async(twins(double))]
async fn closures() -> u8 {
    let eager = |n: u8| {
        log(format!("called with {n}"));
        double(n)
    };
    let first = eager(1).await;
    let whole = |n: u8| async move {
        log(format!("called with {n}"));
        double(n).await
    };
    let later = whole(2);
    log("before");
    first + later.await
}

#[test]
fn closures_that_do_more() {
    let (value, log) = both(closures(), closures_blocking);
    assert_eq!(value, 6);
    assert_eq!(
        log,
        [
            "called with 1",
            "double 1",
            "before",
            "called with 2",
            "double 2"
        ]
    );
}

// Does what `future_in_trait` says: an `async fn`, or one that returns a future.
#[maybe_async]
trait Store {
    async fn get(&self) -> u8;

    fn put(&mut self, n: u8) -> impl Future<Output = u8>;
}

#[maybe_async]
impl Store for u8 {
    async fn get(&self) -> u8 {
        *self
    }

    fn put(&mut self, n: u8) -> impl Future<Output = u8> {
        async move { std::mem::replace(self, n) }
    }
}

// Does what `TRAIT_VARIANT` says: a future that is `Send`, in the signature.
#[maybe_async]
trait Sendable {
    fn load(&self) -> impl Future<Output = u8> + Send;
}

#[maybe_async]
impl Sendable for u8 {
    async fn load(&self) -> u8 {
        *self + 1
    }
}

#[test]
fn members_of_traits() {
    let (mut asynchronous, mut blocking) = (1, 1);
    assert_eq!(both(2_u8.get(), || 2_u8.get_blocking()).0, 2);
    assert_eq!(both(asynchronous.put(3), || blocking.put_blocking(3)).0, 1);
    assert_eq!((asynchronous, blocking), (3, 3));
    assert_eq!(both(1_u8.load(), || 1_u8.load_blocking()).0, 2);
    let sent = std::thread::spawn(|| futures::executor::block_on(2_u8.load()));
    assert_eq!(sent.join().unwrap(), 3);
}

// Does what `future_and_result` says: a type parameter for each.
#[maybe_async]
async fn both_kinds<F, Later, Given>(first: Later, make: F) -> u8
where
    Later: Future<Output = u8>,
    F: Fn() -> Given,
    Given: Future<Output = u8>,
{
    first.await + make().await
}

#[test]
fn futures_and_results() {
    let asynchronous = both_kinds(async { give(1).await }, || async { give(2).await });
    let blocking = || both_kinds_blocking(|| give_blocking(1), || give_blocking(2));
    assert_eq!(both(asynchronous, blocking).0, 3);
}

// Does what `needs_policy` says, in either way.
#[maybe_async(join = sequential, twins(double))]
async fn one_by_one() -> (u8, u8) {
    futures::join!(double(1), double(2))
}

#[maybe_async(join = threads)]
async fn at_once() -> (u8, u8) {
    futures::join!(double(1), double(2))
}

// Does what `count_of_branches` says: more than eight branches are collected.
#[maybe_async(join = threads)]
async fn many() -> Vec<u8> {
    futures::future::join_all((0..10).map(|n| double(n))).await
}

// And the futures of an iterator, in each way.
#[maybe_async(join = sequential)]
async fn collected(ids: &[u8]) -> Vec<u8> {
    futures::future::join_all(ids.iter().map(|id| double(*id))).await
}

#[maybe_async]
async fn looped(ids: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    for &id in ids {
        all.push(double(id).await);
    }
    all
}

async fn buffered(ids: &[u8]) -> Vec<u8> {
    use futures::StreamExt as _;

    let stream = futures::stream::iter(ids.iter().map(|id| double(*id)));
    stream.buffered(2).collect().await
}

fn buffered_blocking(ids: &[u8]) -> Vec<u8> {
    ids.iter().map(|id| double_blocking(*id)).collect()
}

#[test]
fn branches() {
    let (value, log) = both(one_by_one(), one_by_one_blocking);
    assert_eq!(value, (2, 4));
    assert_eq!(log, ["double 1", "double 2"]);
    assert_eq!(futures::executor::block_on(at_once()), at_once_blocking());
    assert_eq!(futures::executor::block_on(many()), many_blocking());
    for ids in [&[1, 2][..], &[]] {
        let value = both(collected(ids), || collected_blocking(ids));
        assert_eq!(value, both(looped(ids), || looped_blocking(ids)));
        assert_eq!(value, both(buffered(ids), || buffered_blocking(ids)));
    }
}

// Does what `never_ready` says: removed.
#[maybe_async]
async fn gives(n: Option<u8>) -> u8 {
    n.unwrap_or_default()
}

// Does what `NOT_ASYNC_IMPL` and `NOT_ASYNC_TRAIT` say: without the attribute.
trait Named {
    fn name(&self) -> &'static str;
}

struct Local;

impl Local {
    fn name(&self) -> &'static str {
        "own"
    }
}

impl Named for Local {
    fn name(&self) -> &'static str {
        "of the trait"
    }
}

// Does what `NOT_ASYNC_FN` says: with the future's type written out.
#[maybe_async]
fn boxed(n: u8) -> Pin<Box<dyn Future<Output = u8>>> {
    Box::pin(async move { n })
}

// Does what `MaybeAwait` says: something that gives the type that is asked for.
#[maybe_async]
async fn leads_to(n: u8) -> u16 {
    let value: u8 = await_me_maybe(|| n).await;
    value.into()
}

#[test]
fn what_is_removed() {
    assert_eq!(both(gives(None), || gives_blocking(None)).0, 0);
    assert_eq!((Local.name(), Named::name(&Local)), ("own", "of the trait"));
    assert_eq!(both(boxed(1), || boxed_blocking(1)).0, 1);
    assert_eq!(both(leads_to(1), || leads_to_blocking(1)).0, 1);
}

// Does what `NotDropped` says: awaited, or removed.
#[maybe_async]
mod discards {
    pub(crate) struct Notes;

    impl Notes {
        pub(crate) async fn remove(&self, n: u8) -> Option<u8> {
            await_me_maybe_tests::log(format!("remove {n}"));
            Some(n)
        }
    }

    pub(crate) async fn forget(notes: Notes) {
        let notes = Some(notes);
        if let Some(notes) = notes {
            let _ = notes.remove(1).await;
            _ = notes.remove(2).await;
        }
    }
}

#[test]
fn what_was_dropped() {
    let ((), log) = both(discards::forget(discards::Notes), || {
        discards::blocking::forget(discards::blocking::Notes);
    });
    assert_eq!(log, ["remove 1", "remove 2"]);
}
