//! Impls of every kind inside an annotated module.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    async_fn_in_trait,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, same};

#[maybe_async]
mod outside_types {
    /// Of types of std.
    pub trait Measure {
        async fn measure(&self) -> usize;

        async fn twice(&self) -> usize {
            self.measure().await * 2
        }
    }

    impl Measure for str {
        async fn measure(&self) -> usize {
            self.len()
        }
    }

    impl<T: Measure> Measure for Vec<T> {
        async fn measure(&self) -> usize {
            let mut sum = 0;
            for item in self {
                sum += item.measure().await;
            }
            sum
        }
    }

    impl<T: Measure + ?Sized> Measure for &T {
        async fn measure(&self) -> usize {
            (**self).measure().await
        }
    }

    impl<T: Measure + ?Sized> Measure for Box<T> {
        async fn measure(&self) -> usize {
            T::measure(self).await
        }
    }

    impl<const N: usize> Measure for [u8; N] {
        async fn measure(&self) -> usize {
            N
        }
    }

    impl<A: Measure, B: Measure> Measure for (A, B) {
        async fn measure(&self) -> usize {
            self.0.measure().await + self.1.measure().await
        }
    }

    impl Measure for fn() -> u8 {
        async fn measure(&self) -> usize {
            usize::from(self())
        }
    }
}

#[test]
fn of_types_of_std() {
    let (value, _) = both(
        async {
            use outside_types::Measure as _;
            let measured = (vec!["a", "bc"], [0_u8; 4]);
            let boxed: Box<str> = "xyz".into();
            let function: fn() -> u8 = || 5;
            (
                measured.twice().await,
                boxed.measure().await,
                function.measure().await,
            )
        },
        || {
            use outside_types::blocking::Measure as _;
            let measured = (vec!["a", "bc"], [0_u8; 4]);
            let boxed: Box<str> = "xyz".into();
            let function: fn() -> u8 = || 5;
            (measured.twice(), boxed.measure(), function.measure())
        },
    );
    assert_eq!(value, (14, 3, 5));
}

#[maybe_async]
mod generic {
    use std::marker::PhantomData;

    pub trait Transport {
        const NAME: &'static str;
        type Reply: Default + PartialEq + std::fmt::Debug;

        async fn call(&self, n: u8) -> Self::Reply;
    }

    #[derive(Default, Debug)]
    pub struct Memory;

    impl Transport for Memory {
        const NAME: &'static str = "memory";
        type Reply = u8;

        async fn call(&self, n: u8) -> u8 {
            n + 1
        }
    }

    /// A default type parameter, a const parameter, an associated constant.
    pub struct Client<T = Memory, const N: usize = 2>
    where
        T: Transport,
    {
        transport: T,
        sent: [u8; N],
    }

    impl<T: Transport + Default, const N: usize> Default for Client<T, N> {
        fn default() -> Self {
            Self {
                transport: T::default(),
                sent: [0; N],
            }
        }
    }

    impl<T: Transport + Default> Client<T, 3> {
        pub const WIDTH: usize = 3;

        pub fn new() -> Self {
            Self {
                transport: T::default(),
                sent: [0; 3],
            }
        }
    }

    impl<T: Transport, const N: usize> Client<T, N> {
        pub const LEN: usize = N;

        pub async fn send(&mut self, n: u8) -> (T::Reply, usize, &'static str) {
            self.sent[0] = n;
            (self.transport.call(n).await, Self::LEN, T::NAME)
        }

        pub fn sent(&self) -> &[u8; N] {
            &self.sent
        }
    }

    /// Generic over what is shared.
    pub struct Page<T>(pub Vec<T>);

    impl<T> Page<T> {
        pub fn len(&self) -> usize {
            self.0.len()
        }
    }

    /// A GAT.
    pub trait Lend {
        type Item<'a>
        where
            Self: 'a;

        async fn lend(&mut self) -> Option<Self::Item<'_>>;
    }

    pub struct Windows<'t> {
        pub text: &'t mut [u8],
        pub at: usize,
    }

    impl Lend for Windows<'_> {
        type Item<'a>
            = &'a mut [u8]
        where
            Self: 'a;

        async fn lend(&mut self) -> Option<&mut [u8]> {
            let at = self.at;
            self.at += 1;
            self.text.get_mut(at..at + 2)
        }
    }

    pub async fn drain<L: Lend>(mut lender: L) -> usize {
        let mut count = 0;
        while lender.lend().await.is_some() {
            count += 1;
        }
        count
    }

    pub struct Typed<T: ?Sized>(PhantomData<T>);

    impl Typed<str> {
        pub async fn text() -> &'static str {
            "text"
        }
    }

    impl Typed<[u8]> {
        pub async fn bytes() -> &'static [u8] {
            b"bytes"
        }
    }
}

#[test]
fn generics_of_every_kind() {
    use generic::blocking;
    assert!(same::<generic::Memory, blocking::Memory>());
    assert!(same::<generic::Page<u8>, blocking::Page<u8>>());
    assert_eq!(
        <generic::Client<generic::Memory, 3>>::WIDTH,
        <blocking::Client<blocking::Memory, 3>>::WIDTH
    );
    let (value, _) = both(
        async {
            let mut default: generic::Client = generic::Client::default();
            let mut three = generic::Client::<generic::Memory, 3>::new();
            let mut text = *b"abcd";
            (
                default.send(1).await,
                three.send(2).await,
                *three.sent(),
                generic::drain(generic::Windows {
                    text: &mut text,
                    at: 0,
                })
                .await,
                generic::Typed::text().await,
                generic::Typed::bytes().await,
            )
        },
        || {
            let mut default: blocking::Client = blocking::Client::default();
            let mut three = blocking::Client::<generic::Memory, 3>::new();
            let mut text = *b"abcd";
            (
                default.send(1),
                three.send(2),
                *three.sent(),
                blocking::drain(blocking::Windows {
                    text: &mut text,
                    at: 0,
                }),
                blocking::Typed::text(),
                blocking::Typed::bytes(),
            )
        },
    );
    assert_eq!(value.0, (2, 2, "memory"));
    assert_eq!(value.1, (3, 3, "memory"));
    assert_eq!((value.2, value.3), ([2, 0, 0], 3));
}

#[maybe_async]
mod objects {
    use std::future::Future;
    use std::pin::Pin;

    pub trait Store {
        fn get<'a>(&'a self, key: &'a str) -> Pin<Box<dyn Future<Output = String> + Send + 'a>>;

        fn name(&self) -> String {
            "store".to_owned()
        }
    }

    pub struct Upper;

    impl Store for Upper {
        fn get<'a>(&'a self, key: &'a str) -> Pin<Box<dyn Future<Output = String> + Send + 'a>> {
            Box::pin(async move { key.to_uppercase() })
        }
    }

    pub struct Registry {
        stores: Vec<Box<dyn Store>>,
    }

    impl Registry {
        pub fn new() -> Self {
            Self {
                stores: vec![Box::new(Upper), Box::new(Upper)],
            }
        }

        pub async fn all(&self, key: &str) -> Vec<String> {
            let mut found = Vec::new();
            for store in &self.stores {
                found.push(store.get(key).await);
            }
            found
        }
    }

    impl Default for Registry {
        fn default() -> Self {
            Self::new()
        }
    }

    /// Methods of the trait object itself.
    impl dyn Store {
        pub async fn described(&self, key: &str) -> String {
            format!("{} {}", self.name(), self.get(key).await)
        }
    }
}

#[test]
fn trait_objects() {
    use objects::blocking;
    assert!(same::<objects::Upper, blocking::Upper>());
    let (value, _) = both(
        async {
            let store: &dyn objects::Store = &objects::Upper;
            (
                objects::Registry::new().all("k").await,
                store.described("d").await,
            )
        },
        || {
            let store: &dyn blocking::Store = &objects::Upper;
            (blocking::Registry::new().all("k"), store.described("d"))
        },
    );
    assert_eq!(value.0, ["K", "K"]);
    assert_eq!(value.1, "store D");
}

#[maybe_async]
mod between {
    #[derive(Debug, PartialEq)]
    pub struct Client(pub u8);

    impl Client {
        pub async fn level(&self) -> u8 {
            self.0
        }
    }

    /// From the other half.
    #[only_blocking]
    impl From<super::between::Client> for Client {
        fn from(client: super::between::Client) -> Self {
            Self(client.0)
        }
    }

    #[only_blocking]
    impl From<Client> for super::between::Client {
        fn from(client: Client) -> Self {
            Self(client.0)
        }
    }
}

#[test]
fn conversions_between_the_halves() {
    let blocking = between::blocking::Client::from(between::Client(3));
    assert_eq!(blocking.level(), 3);
    assert_eq!(between::Client::from(blocking), between::Client(3));
}

#[maybe_async]
mod relations {
    use std::fmt::{Debug, Display};
    use std::ops::{Add, Deref, Index};

    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
    pub struct Client {
        level: u8,
    }

    impl Client {
        pub async fn level(&self) -> u8 {
            self.level
        }
    }

    impl Add for Client {
        type Output = Client;

        fn add(self, other: Self) -> Client {
            Client {
                level: self.level + other.level,
            }
        }
    }

    impl Add<u8> for Client {
        type Output = Self;

        fn add(self, other: u8) -> Self {
            Self {
                level: self.level + other,
            }
        }
    }

    impl Deref for Client {
        type Target = u8;

        fn deref(&self) -> &u8 {
            &self.level
        }
    }

    impl Drop for Guard<'_> {
        fn drop(&mut self) {
            await_me_maybe_tests::log(format!("drop {}", self.client.level));
        }
    }

    pub struct Guard<'c> {
        client: &'c Client,
    }

    impl Index<u8> for Guard<'_> {
        type Output = Client;

        fn index(&self, _: u8) -> &Client {
            self.client
        }
    }

    impl Iterator for Pages {
        type Item = Client;

        fn next(&mut self) -> Option<Client> {
            self.left = self.left.checked_sub(1)?;
            Some(Client { level: self.left })
        }
    }

    pub struct Pages {
        left: u8,
    }

    impl IntoIterator for Client {
        type Item = Client;
        type IntoIter = Pages;

        fn into_iter(self) -> Pages {
            Pages { left: self.level }
        }
    }

    impl Extend<Client> for Client {
        fn extend<T: IntoIterator<Item = Client>>(&mut self, clients: T) {
            for client in clients {
                self.level += client.level;
            }
        }
    }

    pub trait Describe: Debug {
        fn describe(&self) -> String;
    }

    impl<T> Describe for T
    where
        T: Debug + ?Sized,
    {
        fn describe(&self) -> String {
            format!("<{self:?}>")
        }
    }

    pub async fn all() -> (Client, String, String, u8) {
        let one = Client { level: 1 };
        let mut sum = one + one + 2;
        let guard = Guard { client: &one };
        assert_eq!(guard[0], one);
        sum.extend(Client { level: 3 });
        let deref = *sum;
        let pages: Vec<u8> = sum.into_iter().map(|client| *client).collect();
        let shown: &dyn Display = &pages.len();
        (sum, shown.to_string(), 1_u8.describe(), deref)
    }

    pub fn sum(all: (Client, String, String, u8)) -> (u8, String, String, u8) {
        (all.0.level, all.1, all.2, all.3)
    }
}

#[test]
fn impls_of_std_traits() {
    let (value, entries) = both(async { relations::sum(relations::all().await) }, || {
        relations::blocking::sum(relations::blocking::all())
    });
    assert_eq!(value, (7, "7".to_owned(), "<1>".to_owned(), 7));
    assert_eq!(entries, ["drop 1"]);
}
