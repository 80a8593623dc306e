//! Names of twins in bounds and types: `S: Store` becomes `S: StoreBlocking`, wherever it stands.

#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "what stands in each place is written for the place"
)]
#![allow(
    async_fn_in_trait,
    clippy::unused_async,
    reason = "the traits are those of a library"
)]
#![allow(
    clippy::clone_on_copy,
    clippy::enum_variant_names,
    clippy::init_numbered_fields,
    clippy::map_unwrap_or,
    clippy::unnecessary_map_on_constructor,
    reason = "every place where a name can stand"
)]

use std::collections::HashMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking};

#[maybe_async]
trait Store {
    const LIMIT: u8 = 10;

    async fn get(&self, key: u8) -> u8;

    fn name(&self) -> &'static str {
        "store"
    }
}

struct Memory(u8);

#[maybe_async]
impl Store for Memory {
    async fn get(&self, key: u8) -> u8 {
        give(self.0 + key).await
    }
}

#[maybe_async(twins(Store))]
impl<S: Store> Store for &S {
    async fn get(&self, key: u8) -> u8 {
        S::get(self, key).await
    }
}

#[maybe_async(twins(Store))]
impl<S> Store for Option<Box<S>>
where
    S: Store + ?Sized,
{
    const LIMIT: u8 = S::LIMIT + <S as Store>::LIMIT;

    async fn get(&self, key: u8) -> u8 {
        match self {
            Some(inner) => inner.get(key).await,
            None => 0,
        }
    }
}

#[maybe_async(twins(Store))]
async fn bounds<A: Store, B>(a: &A, b: &B, c: &impl Store, limit: u8) -> Vec<u8>
where
    B: Store + ?Sized,
    for<'a> &'a A: Store,
{
    assert!(limit <= <A as Store>::LIMIT && A::LIMIT == limit);
    vec![
        a.get(1).await,
        <B as Store>::get(b, 2).await,
        Store::get(c, 3).await,
        A::get(a, 4).await,
        <&A as Store>::get(&a, 5).await,
    ]
}

#[test]
fn bounds_and_paths() {
    let (a, b, c) = (Memory(10), Memory(20), Memory(30));
    let (found, _) = both(bounds(&a, &b, &c, 10), || bounds_blocking(&a, &b, &c, 10));
    assert_eq!(found, [11, 22, 33, 14, 15]);
}

/// The twins of two names in one item, and an unrelated type with a similar name.
#[derive(Debug, PartialEq, Clone)]
struct Client<T>(T);
#[derive(Debug, PartialEq, Clone)]
struct ClientBlocking<T>(T);
#[derive(Debug, PartialEq, Clone)]
struct ClientFactory;

impl<T> Client<T> {
    const HALF: &str = "async";
    fn new(inner: T) -> Self {
        Self(inner)
    }
    async fn call(&self) -> &'static str {
        "same"
    }
}

impl<T> ClientBlocking<T> {
    const HALF: &str = "blocking";
    fn new(inner: T) -> Self {
        Self(inner)
    }
    fn call_blocking(&self) -> &'static str {
        "same"
    }
}

type Alias<T> = HashMap<u8, Vec<T>>;

trait Half {
    fn half(&self) -> &'static str;
}

impl<T> Half for Client<T> {
    fn half(&self) -> &'static str {
        Self::HALF
    }
}

impl<T> Half for ClientBlocking<T> {
    fn half(&self) -> &'static str {
        Self::HALF
    }
}

#[maybe_async(twins(Client))]
async fn types<'a, const N: usize>(
    by_value: Client<u8>,
    by_reference: &'a Client<&'static str>,
    nested: Alias<Option<Client<Client<u8>>>>,
    array: [Client<()>; N],
    pointer: fn(Client<u8>) -> Client<u8>,
    closure: &dyn Fn(&Client<u8>) -> u8,
    tuple: (Client<u8>, ClientFactory),
) -> (
    Client<u8>,
    &'a Client<&'static str>,
    usize,
    Box<dyn Half>,
    PhantomData<Client<u8>>,
) {
    let _ = array;
    let made = Client(by_value.0 + 1);
    let Client(inner) = made.clone();
    let Client { 0: same } = made;
    let count = nested.len() + Vec::<Client<u8>>::new().len() + usize::from(closure(&tuple.0));
    let constant: &'static str = Client::<u8>::HALF;
    assert_eq!(constant, <Client<u8>>::HALF);
    let size = std::mem::size_of::<Client<u16>>()
        + const { Client::<u8>::HALF.len() - Client::<()>::HALF.len() };
    let boxed: Box<dyn Half> = Box::new(Client::new(Client { 0: 5_u8 }));
    let _: ClientFactory = tuple.1;
    let made = Some(inner + same)
        .map(Client)
        .map(pointer)
        .unwrap_or_else(|| Client::new(0));
    println!("{:?} {}", Client(1), matches!(made, Client(2)));
    assert_eq!(made.call().await, "same");
    (
        made,
        by_reference,
        count + size,
        boxed,
        PhantomData::<Client<u8>>,
    )
}

#[test]
fn types_and_values() {
    let asynchronous = futures::executor::block_on(types(
        Client(1),
        &Client("x"),
        HashMap::from([(1, vec![None, Some(Client(Client(1)))])]),
        [Client(()); 1].clone(),
        |client| client,
        &|client| client.0,
        (Client(1), ClientFactory),
    ));
    let blocking = types_blocking(
        ClientBlocking(1),
        &ClientBlocking("x"),
        HashMap::from([(1, vec![None, Some(ClientBlocking(ClientBlocking(1)))])]),
        [ClientBlocking(())],
        |client| client,
        &|client| client.0,
        (ClientBlocking(1), ClientFactory),
    );
    assert_eq!(
        (asynchronous.0, asynchronous.1.0, asynchronous.2),
        (Client(4), "x", 4)
    );
    assert_eq!(
        (blocking.0, blocking.1.0, blocking.2),
        (ClientBlocking(4), "x", 4)
    );
    assert_eq!(
        (asynchronous.3.half(), blocking.3.half()),
        ("async", "blocking")
    );
}

impl Copy for Client<()> {}

mod elsewhere {
    #[derive(Debug, PartialEq, Clone, Copy)]
    pub(super) enum Mode {
        Fast,
        Slow(u8),
        Named { n: u8 },
        Mode,
    }

    #[derive(Debug, PartialEq, Clone, Copy)]
    pub(super) enum ModeBlocking {
        Fast,
        Slow(u8),
        Named { n: u8 },
        Mode,
    }

    #[derive(Debug, PartialEq, Clone, Copy)]
    pub(super) struct Unit;
    #[derive(Debug, PartialEq, Clone, Copy)]
    pub(super) struct UnitBlocking;
}

#[maybe_async(twins(Mode, Unit))]
async fn variants(mode: elsewhere::Mode, unit: elsewhere::Unit) -> (elsewhere::Mode, u8) {
    use elsewhere::{Mode, Unit};
    let n = match mode {
        elsewhere::Mode::Fast => 1,
        Mode::Slow(n) if n > 5 => n,
        Mode::Slow(n) | Mode::Named { n } => n + 1,
        Mode::Mode => 2,
    };
    let same = match (unit, Unit) {
        (Unit, other) => other == Unit,
    };
    let next = if same && give(n).await == 2 {
        Mode::Named {
            n: n + u8::from(matches!(mode, Mode::Mode)),
        }
    } else {
        Mode::Slow(n)
    };
    (next, n)
}

#[test]
fn enums_and_patterns() {
    use elsewhere::{Mode, ModeBlocking, Unit, UnitBlocking};
    let found = futures::executor::block_on(variants(Mode::Mode, Unit));
    assert_eq!(found, (Mode::Named { n: 3 }, 2));
    assert_eq!(variants_blocking(ModeBlocking::Fast, UnitBlocking).1, 1);
    assert_eq!(futures::executor::block_on(variants(Mode::Fast, Unit)).1, 1);
    let found = variants_blocking(ModeBlocking::Mode, UnitBlocking);
    assert_eq!(found, (ModeBlocking::Named { n: 3 }, 2));
    let found = variants_blocking(ModeBlocking::Slow(1), UnitBlocking);
    assert_eq!(found, (ModeBlocking::Named { n: 2 }, 2));
}

#[maybe_async(twins(Store))]
trait Cache: Store + Debug
where
    Self: Sized,
{
    type Inner<'a>: Store
    where
        Self: 'a;
    type Other: Store + Debug;

    fn inner(&self) -> Self::Inner<'_>;
    fn other(&self) -> Self::Other;

    async fn sum<T: Store>(&self, more: &T) -> u8 {
        let inner = self.inner().get(1).await + Self::Inner::LIMIT;
        let other = <Self::Other as Store>::get(&self.other(), 2).await;
        inner + other + more.get(3).await + self.get(4).await
    }

    fn late(&self) -> impl Future<Output = (u8, Box<dyn Debug>)>;

    fn view(&self) -> impl Store;
}

#[derive(Debug)]
struct Two(u8);

impl Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("memory")
    }
}

#[maybe_async]
impl Store for Two {
    async fn get(&self, key: u8) -> u8 {
        self.0 * key
    }
}

#[maybe_async(twins(Store))]
impl Cache for Two {
    type Inner<'a> = &'a Two;
    type Other = Memory;

    fn inner(&self) -> &Two {
        self
    }

    fn other(&self) -> Memory {
        Memory(self.0)
    }

    async fn late(&self) -> (u8, Box<dyn Debug>) {
        (Cache::inner(self).get(2).await, Box::new(self.0))
    }

    fn view(&self) -> impl Store {
        Memory(self.0 * 2)
    }
}

#[maybe_async(twins(Store, Cache))]
async fn caches<C>(cache: &C) -> (u8, u8, String)
where
    C: Cache<Other: Store>,
    for<'a> <C as Cache>::Inner<'a>: Store,
{
    fn sync_helper<T: Store>(store: &T) -> &'static str {
        store.name()
    }
    async fn inner<T: Store>(store: &T) -> u8 {
        store.get(7).await
    }
    let name = sync_helper(cache);
    let view = cache.view();
    let (late, debug) = cache.late().await;
    (
        cache.sum(&view).await,
        inner(&view).await + late,
        format!("{debug:?} {name}"),
    )
}

#[test]
fn supertraits_and_associated_types() {
    let (found, _) = both(caches(&Two(2)), || caches_blocking(&Two(2)));
    assert_eq!(found, (2 + 10 + 4 + 7 + 8, 11 + 4, "2 store".to_owned()));
}

/// Traits of the same method names, used as objects where the methods allow it.
#[maybe_async]
#[async_trait::async_trait]
trait Object: Sync {
    async fn run(&self, n: u8) -> u8;
}

#[maybe_async]
#[async_trait::async_trait]
impl Object for Memory {
    async fn run(&self, n: u8) -> u8 {
        self.0 + n
    }
}

type Objects<'a, O> = Vec<(&'static str, Box<O>, &'a O)>;

#[maybe_async(twins(Object))]
async fn objects<'a>(
    first: &'a dyn Object,
    second: Box<dyn Object + Send + 'static>,
    third: &mut (dyn Object + 'a),
    all: Objects<'a, dyn Object>,
    make: &(dyn Fn() -> Box<dyn Object> + 'a),
) -> Vec<u8> {
    let made: Box<dyn Object> = make();
    let cast = &Memory(50) as &dyn Object;
    let mut found = vec![first.run(1).await, second.run(2).await, third.run(3).await];
    for (_, owned, borrowed) in &all {
        found.push(owned.run(4).await + borrowed.run(5).await);
    }
    found.push(made.run(6).await + <dyn Object>::run(cast, 7).await);
    found
}

#[test]
fn trait_objects() {
    let (found, _) = both(
        async {
            let all: Objects<dyn Object> = vec![("a", Box::new(Memory(1)), &Memory(2))];
            objects(
                &Memory(0),
                Box::new(Memory(10)),
                &mut Memory(20),
                all,
                &|| Box::new(Memory(3)),
            )
            .await
        },
        || {
            let all: Objects<dyn ObjectBlocking> = vec![("a", Box::new(Memory(1)), &Memory(2))];
            objects_blocking(
                &Memory(0),
                Box::new(Memory(10)),
                &mut Memory(20),
                all,
                &|| Box::new(Memory(3)),
            )
        },
    );
    assert_eq!(found, [1, 12, 23, 12, 66]);
}

/// The way out where a sync method of two traits is ambiguous.
#[maybe_async]
mod shelf {
    pub(super) trait Store {
        const LIMIT: u8 = 3;
        async fn get(&self) -> u8;
        fn name(&self) -> &'static str;
    }

    pub(super) struct Memory;

    impl Store for Memory {
        async fn get(&self) -> u8 {
            u8::try_from(self.name().len()).unwrap() + Self::LIMIT
        }

        fn name(&self) -> &'static str {
            "memory"
        }
    }

    pub(super) async fn read() -> u8 {
        Memory.get().await + u8::from(Memory.name().is_empty())
    }
}

#[test]
fn a_module_has_one_trait_in_scope() {
    assert_eq!(both(shelf::read(), shelf::blocking::read).0, 9);
}
