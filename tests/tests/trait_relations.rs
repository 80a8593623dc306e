//! Traits that refer to each other, and impls for everything that has another trait.

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};
use futures::future::BoxFuture;

#[maybe_async]
trait Connection {
    async fn query(&self, n: u32) -> u32;
}

#[maybe_async]
impl Connection for u8 {
    async fn query(&self, n: u32) -> u32 {
        give(n).await + u32::from(*self)
    }
}

/// An associated type with an annotated trait as its bound, and with its name.
#[maybe_async(twins(Connection))]
trait Pool {
    type Connection: Connection;

    async fn get(&self) -> Self::Connection;

    async fn run(&self) -> u32 {
        let connection = self.get().await;
        connection.query(1).await + <Self::Connection as Connection>::query(&connection, 2).await
    }
}

#[maybe_async(twins(Connection))]
impl Pool for () {
    type Connection = u8;

    async fn get(&self) -> u8 {
        log("get");
        10
    }
}

#[maybe_async(twins(Pool, Connection))]
async fn uses_pool<P>(pool: P) -> u32
where
    P: Pool,
    P::Connection: Copy,
{
    pool.run().await + pool.get().await.query(3).await
}

#[test]
fn bounds_of_associated_types() {
    let (value, log) = both(uses_pool(()), || uses_pool_blocking(()));
    assert_eq!(value, 36);
    assert_eq!(log, ["get", "give 1", "give 2", "get", "give 3"]);
}

/// Parameters of every kind, on the trait and on its method.
#[maybe_async]
trait Table<'a, T: Default, const N: usize> {
    async fn row<U: Into<u32>>(&'a self, number: U) -> ([T; N], &'a str)
    where
        T: Copy;
}

#[maybe_async]
impl<'a, T: Default, const N: usize> Table<'a, T, N> for String {
    async fn row<U: Into<u32>>(&'a self, number: U) -> ([T; N], &'a str)
    where
        T: Copy,
    {
        give(number.into()).await;
        ([T::default(); N], self)
    }
}

#[maybe_async(twins(Table))]
async fn uses_table<'a, X: Table<'a, u8, 2>>(table: &'a X) -> ([u8; 2], &'a str) {
    table.row(1u8).await
}

#[test]
fn generic_traits() {
    let name = "name".to_owned();
    let (value, _) = both(uses_table(&name), || uses_table_blocking(&name));
    assert_eq!(value, ([0, 0], "name"));
}

/// Names and skips of single methods; a skipped one is missing from the twin.
#[maybe_async]
trait Partly {
    #[maybe_async(name = fetch_now)]
    async fn fetch(&self) -> u32;

    #[maybe_async(skip)]
    async fn never_blocking(&self) -> u32 {
        give(1).await
    }

    async fn twice(&self) -> u32 {
        self.fetch().await * 2
    }
}

#[maybe_async]
impl Partly for u8 {
    #[maybe_async(name = fetch_now)]
    async fn fetch(&self) -> u32 {
        give(u32::from(*self)).await
    }

    #[maybe_async(skip)]
    async fn never_blocking(&self) -> u32 {
        self.twice().await + 1
    }
}

/// It would not compile if the twin asked for the skipped method.
struct Blocking;

impl PartlyBlocking for Blocking {
    fn fetch_now(&self) -> u32 {
        give_blocking(5)
    }
}

#[test]
fn methods_without_a_twin() {
    assert_eq!(
        both(async { 4u8.twice().await }, || 4u8.twice_blocking()).0,
        8
    );
    assert_eq!(futures::executor::block_on(4u8.never_blocking()), 9);
    assert_eq!(Blocking.twice_blocking(), 10);
}

/// For every callback; the receiver itself is what is called.
#[maybe_async]
trait Visit {
    async fn visit(&mut self, n: u32);

    async fn walk(&mut self, tree: &[u32]) {
        for n in tree {
            self.visit(*n).await;
        }
    }
}

#[maybe_async]
impl<F: AsyncFnMut(u32)> Visit for F {
    async fn visit(&mut self, n: u32) {
        log("visit");
        self(n).await;
    }
}

#[maybe_async(twins(Visit))]
async fn visits(mut visitor: impl Visit) {
    visitor.walk(&[1, 2]).await;
}

#[test]
fn impls_for_callbacks() {
    let (mut one, mut two) = (0, 0);
    let ((), log) = both(visits(async |n| one += give(n).await), || {
        visits_blocking(|n| two += give_blocking(n));
    });
    assert_eq!(log, ["visit", "give 1", "visit", "give 2"]);
    assert_eq!((one, two), (3, 3));
}

mod inner {
    use super::{give, give_blocking, maybe_async};

    #[maybe_async]
    pub(super) trait Remote {
        async fn remote(&self) -> u32;
    }

    #[maybe_async]
    impl Remote for u8 {
        async fn remote(&self) -> u32 {
            give(u32::from(*self)).await
        }
    }
}

/// The listed name is the last of a path: neither trait is in scope here.
#[maybe_async(twins(Remote))]
async fn by_path<X: inner::Remote>(x: X) -> u32 {
    inner::Remote::remote(&x).await + <X as inner::Remote>::remote(&x).await + x.remote().await
}

#[test]
fn traits_by_path() {
    assert_eq!(both(by_path(2), || by_path_blocking(2)).0, 6);
}

/// A dyn-compatible trait, of boxed futures in the one half and of values in the other.
#[maybe_async]
trait Plugin {
    fn run<'a>(&'a self, input: &'a str) -> BoxFuture<'a, String>;

    fn name(&self) -> &'static str {
        "plugin"
    }
}

struct Repeat(usize);

#[maybe_async]
impl Plugin for Repeat {
    fn run<'a>(&'a self, input: &'a str) -> BoxFuture<'a, String> {
        Box::pin(async move {
            let times = give(self.0).await;
            input.repeat(times)
        })
    }
}

#[maybe_async(twins(Plugin))]
async fn run_all(plugins: &[Box<dyn Plugin + Send + Sync>], last: &dyn Plugin) -> String {
    let mut text = "x".to_owned();
    for plugin in plugins {
        text = plugin.run(&text).await;
    }
    let early = async { last.run(&text).await };
    log(last.name());
    early.await
}

#[test]
fn objects_of_boxed_futures() {
    let (value, log) = both(
        async { run_all(&[Box::new(Repeat(2)), Box::new(Repeat(1))], &Repeat(3)).await },
        || run_all_blocking(&[Box::new(Repeat(2)), Box::new(Repeat(1))], &Repeat(3)),
    );
    assert_eq!(value, "xxxxxx");
    assert_eq!(log, ["give 2", "give 1", "plugin", "give 3"]);
}
