//! What the texts on arguments suggest, done as they say it.
#![allow(
    unreachable_pub,
    clippy::unused_async,
    reason = "a twin is made of what is async, and public, needed or not"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};

mod net {
    pub(crate) async fn get(n: u8) -> u8 {
        await_me_maybe_tests::log(format!("get {n}"));
        n
    }

    /// Not async, in both libraries.
    pub(crate) fn note(word: &str) -> String {
        await_me_maybe_tests::log(format!("note {word}"));
        word.to_owned()
    }

    pub(crate) struct Pool<T>(pub(crate) T);

    impl<T: Copy> Pool<T> {
        pub(crate) async fn take(&self) -> T {
            self.0
        }
    }

    pub(crate) type Later<T> = std::pin::Pin<Box<dyn Future<Output = T>>>;
}

mod sync_net {
    pub(crate) fn get(n: u8) -> u8 {
        await_me_maybe_tests::log(format!("get {n}"));
        n
    }

    pub(crate) fn note(word: &str) -> String {
        await_me_maybe_tests::log(format!("note {word}"));
        word.to_owned()
    }

    pub(crate) struct Pool<T>(pub(crate) T);

    impl<T: Copy> Pool<T> {
        pub(crate) fn take(&self) -> T {
            self.0
        }
    }
}

// Does what `unknown_argument`, `expected_argument`, `argument_shape` and `repeated_argument` say:
// each argument once, in its shape.

#[maybe_async(name = shaped_now)]
async fn shaped(n: u8) -> u8 {
    n
}

#[maybe_async(suffix = _sync)]
async fn ended(n: u8) -> u8 {
    n
}

fn word() -> std::future::Ready<u8> {
    std::future::ready(5)
}

#[maybe_async(keep(word), twins(ended_all), replace(net = sync_net), cfg(all()), join = sequential, crate = ::await_me_maybe)]
async fn every(n: u8) -> u8 {
    let pair = futures::join!(net::get(n), ended_all(2));
    pair.0 + pair.1
}

#[maybe_async]
async fn ended_all(n: u8) -> u8 {
    log(format!("all {n}"));
    n
}

#[maybe_async(join = threads)]
async fn joined(n: u8) -> u8 {
    let (a, b) = futures::join!(ended_all(n), async { 3 });
    a + b
}

#[maybe_async(path = crate::module)]
mod module {
    pub async fn get() -> u8 {
        crate::module::level().await
    }

    pub async fn level() -> u8 {
        4
    }
}

#[test]
fn each_argument_in_its_shape() {
    assert_eq!(both(shaped(1), || shaped_now(1)).0, 1);
    assert_eq!(both(ended(1), || ended_sync(1)).0, 1);
    assert_eq!(
        both(every(1), || every_blocking(1)),
        (3, vec!["get 1".to_owned(), "all 2".to_owned()])
    );
    assert_eq!(futures::executor::block_on(joined(1)), 4);
    assert_eq!(joined_blocking(1), 4);
    assert_eq!(both(module::get(), module::blocking::get).0, 4);
    assert_eq!(futures::executor::block_on(word()), 5);
}

// Does what `same_name` says: another name for the twin.
#[maybe_async(name = loads_now)]
async fn loads() -> u8 {
    1
}

// Does what `bad_suffix` says: `_` and a word.
#[maybe_async(suffix = _at_once)]
async fn stores() -> u8 {
    2
}

// Does what `name_and_suffix` says: one of the two, in either way.
#[maybe_async(name = opened)]
async fn opens() -> u8 {
    loads().await
}

// Does what `same_names` says: no `suffix` where both halves have the same names.
#[maybe_async]
mod same_names {
    pub async fn get() -> u8 {
        3
    }
}

// Does what `PATH_OUTSIDE` and `SKIP_OUTSIDE` say: the one is on a module above, the other is no
// attribute at all.
async fn by_itself() -> u8 {
    4
}

fn loads_blocking() -> u8 {
    loads_now()
}

#[test]
fn names_of_twins() {
    assert_eq!(both(loads(), loads_now).0, 1);
    assert_eq!(both(stores(), stores_at_once).0, 2);
    assert_eq!(both(opens(), opened).0, 1);
    assert_eq!(both(same_names::get(), same_names::blocking::get).0, 3);
    assert_eq!(futures::executor::block_on(by_itself()), 4);
}

struct Client(u8);

// Does what `not_on_a_method` and `NAME_OF_IMPL` say: `keep` on the outer attribute, `name` on the
// methods.
#[maybe_async(keep(word))]
impl Client {
    #[maybe_async(name = get_now)]
    async fn get(&self) -> u8 {
        self.0
    }

    #[maybe_async(name = both_now)]
    async fn both(&self) -> u8 {
        self.get().await + self.other().await
    }

    // Does what `EMPTY_HELPER` and `HELPER_WITHOUT_EFFECT` say: no attribute that adds nothing.
    async fn other(&self) -> u8 {
        self.address() + self.0
    }

    fn address(&self) -> u8 {
        10
    }

    // Does what `skip_and_name` says: `skip` alone here, `name` alone above.
    #[maybe_async(skip)]
    async fn skipped(&self) -> u8 {
        self.get().await
    }

    async fn uses_skipped(&self) -> u8 {
        self.skipped().await
    }

    // Does what `name_clash` says: this is the twin of a method that is skipped.
    fn skipped_blocking(&self) -> u8 {
        self.get_now()
    }

    // And this is a member of its own, so the method below has another name for its twin.
    fn level_blocking(&self) -> &'static str {
        "own"
    }

    #[maybe_async(name = level_now)]
    async fn level(&self) -> u8 {
        self.0
    }
}

// Does what `ANNOTATED_TWICE` says: all arguments in one attribute.
#[maybe_async(name = merged_now, twins(ended_all))]
async fn merged() -> u8 {
    let later = ended_all(3);
    later.await
}

#[test]
fn attributes_of_methods() {
    let client = Client(1);
    assert_eq!(both(client.both(), || client.both_now()).0, 12);
    assert_eq!(
        both(client.uses_skipped(), || client.uses_skipped_blocking()).0,
        1
    );
    assert_eq!(both(client.level(), || client.level_now()).0, 1);
    assert_eq!(client.level_blocking(), "own");
    assert_eq!(both(merged(), merged_now).0, 3);
}

// Does what `kept_and_listed` says: listed once.
#[maybe_async(twins(ended_all))]
async fn listed_once() -> u8 {
    let later = ended_all(1);
    log("before");
    later.await
}

#[maybe_async(keep(same))]
async fn kept_once(same: impl AsyncFn(u8) -> u8) -> u8 {
    same(1).await
}

#[test]
fn lists() {
    assert_eq!(
        both(listed_once(), listed_once_blocking),
        (1, vec!["before".to_owned(), "all 1".to_owned()])
    );
    assert_eq!(
        both(kept_once(async |n| n), || kept_once_blocking(|n| n)).0,
        1
    );
}

// Does what `rule_shape`, `repeated_rule` and `unused_rule` say: two paths, each once, and none that
// nothing begins with.
#[maybe_async(replace(net::get = sync_net::get))]
async fn ruled() -> u8 {
    net::get(6).await
}

// Does what `GENERIC_RULE` says: the type has an alias.
type Numbers = net::Pool<u8>;
type SyncNumbers = sync_net::Pool<u8>;

#[maybe_async(replace(Numbers = SyncNumbers), keep(take))]
async fn pooled(pool: &Numbers) -> u8 {
    pool.take().await
}

// Does what `FUTURE_REPLACED` says: the future is written out, or it is an `async fn`.
#[maybe_async(replace(net = sync_net))]
fn written_out(n: u8) -> impl Future<Output = u8> {
    async move { net::get(n).await }
}

#[maybe_async(replace(net = sync_net))]
async fn as_a_function(n: u8) -> u8 {
    net::get(n).await
}

// Does what `discarded_replaced` says: awaited, or listed as what is not async.
#[maybe_async(replace(net = sync_net), keep(note))]
async fn not_discarded() {
    net::get(1).await;
    let _ = net::note("word");
    drop(net::note("words"));
}

#[test]
fn rules() {
    assert_eq!(both(ruled(), ruled_blocking), (6, vec!["get 6".to_owned()]));
    let (pool, sync_pool) = (net::Pool(7), sync_net::Pool(7));
    assert_eq!(both(pooled(&pool), || pooled_blocking(&sync_pool)).0, 7);
    assert_eq!(both(written_out(1), || written_out_blocking(1)).0, 1);
    assert_eq!(both(as_a_function(1), || as_a_function_blocking(1)).0, 1);
    let ((), log) = both(not_discarded(), not_discarded_blocking);
    assert_eq!(log, ["get 1", "note word", "note words"]);
    let later: net::Later<u8> = Box::pin(net::get(2));
    assert_eq!(futures::executor::block_on(later), 2);
}
