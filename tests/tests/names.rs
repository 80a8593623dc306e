//! Who is called what: the arguments of the attribute.
#![allow(
    clippy::no_effect_underscore_binding,
    reason = "an unused binding of a twin type is the point"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};

#[maybe_async(name = load_at_once)]
async fn load(n: u32) -> u32 {
    if n == 0 {
        return give(0).await;
    }
    // Calls itself by the name it has been given.
    Box::pin(load(n - 1)).await + n
}

#[test]
fn name() {
    assert_eq!(both(load(3), || load_at_once(3)).0, 6);
}

async fn read(n: u32) -> u32 {
    give(n).await
}

fn read_sync(n: u32) -> u32 {
    give_blocking(n)
}

#[maybe_async(suffix = _sync)]
async fn read_twice(n: u32) -> u32 {
    read(n).await + self::read(n + 1).await
}

#[test]
fn suffix() {
    let (value, log) = both(read_twice(1), || read_twice_sync(1));
    assert_eq!(value, 3);
    assert_eq!(log, ["give 1", "give 2"]);
}

/// A suffix of several words names a trait in camel case.
#[maybe_async(suffix = _right_now)]
trait Source {
    async fn next(&mut self) -> u32;
}

struct Counter(u32);

#[maybe_async(suffix = _right_now)]
impl Source for Counter {
    async fn next(&mut self) -> u32 {
        self.0 += 1;
        self.0
    }
}

#[maybe_async(suffix = _right_now, twins(Source))]
async fn take_two(mut source: impl Source) -> u32 {
    source.next().await * 10 + source.next().await
}

#[test]
fn suffix_of_a_trait() {
    fn is_twin(_: &impl SourceRightNow) {}
    is_twin(&Counter(0));
    assert_eq!(
        both(take_two(Counter(0)), || take_two_right_now(Counter(0))).0,
        12
    );
}

/// A trait named by hand.
#[maybe_async(name = Instant)]
trait Eventual {
    async fn value(&self) -> u32;
}

#[maybe_async(name = Instant)]
impl Eventual for u32 {
    async fn value(&self) -> u32 {
        *self
    }
}

#[test]
fn name_of_a_trait() {
    assert_eq!(
        both(Eventual::value(&4), || Instant::value_blocking(&4)).0,
        4
    );
}

/// A trait whose twin is written by hand, with methods of the same names.
trait Sink {
    async fn put(&mut self, n: u32) -> u32;
}

trait SinkBlocking {
    fn put(&mut self, n: u32) -> u32;
}

impl Sink for Vec<u32> {
    async fn put(&mut self, n: u32) -> u32 {
        self.push(give(n).await);
        self.iter().sum()
    }
}

struct Plain(Vec<u32>);

impl SinkBlocking for Plain {
    fn put(&mut self, n: u32) -> u32 {
        self.0.push(give_blocking(n));
        self.0.iter().sum()
    }
}

#[maybe_async(keep(put), twins(Sink))]
async fn fill(sink: &mut impl Sink) -> Option<u32> {
    let mut last = None;
    for n in 1..4 {
        last = Some(sink.put(n).await);
    }
    last
}

#[test]
fn keep_calls_methods_by_their_own_name() {
    let (value, log) = both(async { fill(&mut Vec::new()).await }, || {
        fill_blocking(&mut Plain(Vec::new()))
    });
    assert_eq!(value, Some(6));
    assert_eq!(log, ["give 1", "give 2", "give 3"]);
}

mod elsewhere {
    use super::{give, give_blocking, log, maybe_async};

    /// Its twin is in the same module, so that paths lead to both.
    #[maybe_async]
    pub(crate) async fn remote(n: u32) -> u32 {
        give(n).await
    }

    pub(crate) struct Client(pub(crate) u32);

    /// A type with a twin that is not made by a macro.
    pub(crate) struct ClientBlocking(pub(crate) u32);

    impl Client {
        pub(crate) async fn open(n: u32) -> Self {
            log("open async");
            Client(give(n).await)
        }
    }

    impl ClientBlocking {
        pub(crate) fn open_blocking(n: u32) -> Self {
            // The logs have to be equal, so this says the same.
            log("open async");
            ClientBlocking(give_blocking(n))
        }
    }

    pub(crate) mod inside {
        pub(crate) use super::{remote as renamed, remote_blocking as renamed_blocking};
    }
}

/// Early calls of functions that are annotated elsewhere, by name and by path.
#[maybe_async(twins(remote, Client, renamed))]
async fn listed(n: u32) -> u32 {
    use elsewhere::Client;
    let early = elsewhere::remote(n);
    let path = elsewhere::inside::renamed(n + 1);
    log("made");
    let Client(opened) = Client::open(n + 2).await;
    let _unused: Option<Client> = None;
    opened * 100 + early.await * 10 + path.await
}

#[test]
fn twins_of_functions_and_types() {
    let (value, log) = both(listed(1), || listed_blocking(1));
    assert_eq!(value, 312);
    assert_eq!(log, ["made", "open async", "give 3", "give 1", "give 2"]);
}

mod facade {
    /// Where a crate that re-exports ours keeps it.
    pub(crate) mod deep {
        pub(crate) use await_me_maybe_tests::await_me_maybe as amm;
    }
}

#[facade::deep::amm::maybe_async(crate = crate::facade::deep::amm)]
async fn through_a_facade(n: u32) -> u32 {
    let early = async { give(n).await };
    let value = give(1).await;
    value + early.await
}

#[test]
fn krate() {
    assert_eq!(
        both(through_a_facade(2), || through_a_facade_blocking(2)).0,
        3
    );
}

/// Raw identifiers: the twin of `r#match` needs no `r#`.
#[maybe_async]
async fn r#match(r#type: u32) -> u32 {
    let r#in = give(r#type).await;
    r#in + 1
}

#[maybe_async(name = r#while, twins(r#match))]
async fn r#loop() -> u32 {
    let early = r#match(1);
    let r#fn = async |n: u32| n + 1;
    crate::r#match(2).await + early.await + r#fn(0).await
}

#[test]
fn raw_identifiers() {
    let (value, _) = both(r#loop(), r#while);
    assert_eq!(value, 6);
    assert_eq!(both(r#match(1), || match_blocking(1)).0, 2);
}
