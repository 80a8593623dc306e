//! Items and generics of every kind beside `async`: const generics, associated items, unions,
//! function pointers, higher-ranked bounds, `!`, attributes.
#![allow(
    deprecated,
    ungated_async_fn_track_caller,
    clippy::elidable_lifetime_names,
    clippy::inline_always,
    clippy::items_after_statements,
    clippy::missing_safety_doc,
    clippy::needless_pass_by_value,
    clippy::redundant_guards,
    clippy::unused_async,
    clippy::used_underscore_binding,
    reason = "every item is written out here"
)]

use std::fmt::{Debug, Display};
use std::marker::PhantomData;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, both_panic, give, give_blocking, log};

struct Buffer<T, const N: usize> {
    items: [T; N],
}

#[maybe_async]
impl<T: Copy + Display + Default, const N: usize> Buffer<T, N> {
    const SIZE: usize = N;
    const EMPTY: [usize; 2] = [Self::SIZE; 2];

    async fn first<const M: usize>(&self) -> [T; M] {
        let mut all = [T::default(); M];
        for (to, from) in all.iter_mut().zip(self.items) {
            *to = give(from).await;
        }
        all
    }

    async fn sizes(&self) -> usize {
        const { assert!(size_of::<u8>() == 1) };
        let [a] = self.first::<1>().await;
        let pair = Self::first::<2>(self).await;
        log(format!("{a} {}", pair[1]));
        const TWICE: usize = 2;
        Self::SIZE * TWICE + Self::EMPTY[0] + const { Buffer::<u8, 3>::SIZE }
    }
}

#[test]
fn const_generics() {
    let buffer = Buffer {
        items: [1_u8, 2, 3],
    };
    let (value, log) = both(buffer.sizes(), || buffer.sizes_blocking());
    assert_eq!((value, log.len()), (12, 4));
}

/// A generic associated type, constants, default bodies and `where Self: Sized`.
#[maybe_async]
trait Source {
    type Item<'a>: Display
    where
        Self: 'a;
    const LIMIT: usize;
    const DOUBLE: usize = Self::LIMIT * 2;

    async fn next<'a>(&'a mut self) -> Option<Self::Item<'a>>;

    async fn all(&mut self) -> Vec<String>
    where
        Self: Sized,
    {
        let mut all = Vec::new();
        while all.len() < Self::DOUBLE {
            let Some(item) = self.next().await else { break };
            all.push(item.to_string());
        }
        all
    }

    fn boxed(self) -> Box<Self>
    where
        Self: Sized,
    {
        Box::new(self)
    }

    async fn into_all(self) -> (Vec<String>, usize)
    where
        Self: Sized,
    {
        let mut this = Source::boxed(self);
        (this.all().await, <Self as Source>::LIMIT)
    }
}

struct Words(Vec<String>, usize);

#[maybe_async]
impl Source for Words {
    type Item<'a> = &'a str;
    const LIMIT: usize = 2;

    async fn next<'a>(&'a mut self) -> Option<&'a str> {
        let at = give(self.1).await;
        self.1 += 1;
        self.0.get(at).map(String::as_str)
    }
}

#[maybe_async(twins(Source))]
async fn drained<S>(source: S) -> usize
where
    S: for<'a> Source<Item<'a> = &'a str> + 'static,
{
    let (all, limit) = source.into_all().await;
    all.len() + limit + S::DOUBLE
}

#[test]
fn generic_associated_types() {
    let words = || Words(["a", "b", "c"].map(String::from).into(), 0);
    let (value, log) = both(drained(words()), || drained_blocking(words()));
    assert_eq!((value, log.len()), (9, 4));
}

/// References, boxes and shared pointers to what implements the trait.
#[maybe_async]
trait Get {
    async fn get(&self, key: &str) -> usize;

    async fn put(&mut self, key: &str) -> usize {
        self.get(key).await + 100
    }
}

#[maybe_async]
impl Get for usize {
    async fn get(&self, key: &str) -> usize {
        give(self + key.len()).await
    }
}

#[maybe_async(twins(Get))]
impl<G: Get + ?Sized> Get for &G {
    async fn get(&self, key: &str) -> usize {
        (**self).get(key).await
    }
}

#[maybe_async(twins(Get))]
impl<G> Get for Box<G>
where
    G: Get + ?Sized,
{
    async fn get(&self, key: &str) -> usize {
        G::get(self, key).await
    }

    async fn put(&mut self, key: &str) -> usize {
        <G as Get>::put(self, key).await
    }
}

#[maybe_async(twins(Get))]
impl<A: Get, B: Get> Get for (A, Option<B>) {
    async fn get(&self, key: &str) -> usize {
        match &self.1 {
            Some(second) => self.0.get(key).await + second.get(key).await,
            None => self.0.get(key).await,
        }
    }
}

#[maybe_async(twins(Get))]
async fn ask(mut get: impl Get) -> usize {
    get.put("ab").await + get.get("c").await
}

#[test]
fn forwarding_impls() {
    assert_eq!(both(ask(1), || ask_blocking(1)).0, 105);
    assert_eq!(both(ask(&&1), || ask_blocking(&&1)).0, 105);
    assert_eq!(both(ask(Box::new(1)), || ask_blocking(Box::new(1))).0, 105);
    let pair = || (1, Some(Box::new(2)));
    assert_eq!(both(ask(pair()), || ask_blocking(pair())).0, 112);
}

#[repr(C)]
#[allow(dead_code)]
union Bits {
    whole: u32,
    parts: [u8; 4],
}

struct Unit;

#[derive(Default)]
struct Marker<T>(PhantomData<T>);

static WORDS: [&str; 2] = ["one", "two"];
static COUNT: &u32 = &3;
const DOUBLE: fn(u32) -> u32 = |n| n * 2;

extern "C" fn triple(n: u32) -> u32 {
    n * 3
}

#[maybe_async]
#[allow(unsafe_code)]
async fn odd_types(bits: Bits) -> u32 {
    let Unit = Unit;
    let _: Marker<Bits> = Marker(PhantomData);
    let whole = unsafe { bits.whole };
    let [low, ..] = unsafe {
        let Bits { parts } = bits;
        parts
    };
    let pointer: extern "C" fn(u32) -> u32 = triple;
    let table: [fn(u32) -> u32; 2] = [DOUBLE, |n| n + 1];
    let raw = &raw const whole;
    give(whole).await
        + u32::from(give(low).await)
        + pointer(give(*COUNT).await)
        + table[give(1_usize).await](give(4).await)
        + WORDS[give(1_usize).await].len() as u32
        + unsafe { *raw }
}

#[test]
fn unions_statics_and_pointers() {
    let (value, _) = both(odd_types(Bits { whole: 1 }), || {
        odd_types_blocking(Bits { whole: 1 })
    });
    assert_eq!(value, 1 + 1 + 9 + 5 + 3 + 1);
}

/// A function of a C interface calls the blocking half.
#[allow(unsafe_code)]
unsafe extern "C" fn callback(bits: u32) -> u32 {
    odd_types_blocking(Bits { whole: bits })
}

#[maybe_async]
async fn fails(code: u32) -> ! {
    give(code).await;
    panic!("code {code}");
}

#[maybe_async]
async fn checked(n: Option<u32>) -> u32 {
    let n = match n {
        Some(n) if n > 9 => fails(n).await,
        Some(n) => n,
        None => {
            let code = give(1).await;
            fails(code).await
        }
    };
    if n > 5 { fails(n).await } else { give(n).await }
}

#[maybe_async]
async fn spins() -> u32 {
    let mut n = 0;
    loop {
        n += give(1).await;
        if n < 3 {
            continue;
        }
        return n;
    }
}

#[test]
fn functions_that_do_not_return() {
    assert_eq!(both(checked(Some(1)), || checked_blocking(Some(1))).0, 1);
    for (n, expected) in [(None, "code 1"), (Some(10), "code 10"), (Some(6), "code 6")] {
        assert_eq!(both_panic(checked(n), || checked_blocking(n)).0, expected);
    }
    assert_eq!(both(spins(), spins_blocking).0, 3);
    #[allow(unsafe_code)]
    let value = unsafe { callback(1) };
    assert_eq!(value, 20);
}

#[maybe_async]
async fn ranked<F, G>(call: F, borrow: G) -> usize
where
    F: for<'a> AsyncFn(&'a str, &mut Vec<usize>) -> &'a str,
    G: for<'a> Fn(&'a [usize]) -> &'a [usize],
{
    let mut all = Vec::new();
    let word = String::from("word");
    let first = call(&word, &mut all).await;
    let second = call(first, &mut all).await;
    borrow(&all).len() + second.len()
}

#[maybe_async]
async fn compose(n: u32) -> u32 {
    let adder = |m: u32| move |k: u32| n + m + k;
    let boxed: Box<dyn Fn(u32) -> Box<dyn Fn(u32) -> u32>> = Box::new(|m| Box::new(move |k| m * k));
    let mut counted = 0;
    let mut count = |by: u32| {
        counted += by;
        counted
    };
    count(1);
    let sum = adder(1)(give(2).await) + boxed(5)(give(6).await) + count(2);
    sum + counted + compose_late(3).await
}

#[maybe_async]
async fn compose_late(m: u32) -> u32 {
    let later = |m: u32| move |k: u32| async move { give(m + k).await };
    let own = async move |k: u32| async move { give(m * k).await };
    later(m)(4).await + own(2).await.await
}

#[test]
fn closures_of_closures() {
    let asynchronous = ranked(
        async |word: &str, all: &mut Vec<usize>| {
            all.push(give(word.len()).await);
            word.get(1..).unwrap_or_default()
        },
        |all| &all[1..],
    );
    let blocking = || {
        ranked_blocking(
            |word: &str, all: &mut Vec<usize>| {
                all.push(give_blocking(word.len()));
                word.get(1..).unwrap_or_default()
            },
            |all| &all[1..],
        )
    };
    let (value, log) = both(asynchronous, blocking);
    assert_eq!((value, log.len()), (3, 2));
    assert_eq!(
        both(compose(1), || compose_blocking(1)).0,
        4 + 30 + 3 + 3 + 7 + 6
    );
}

#[maybe_async]
mod tables {
    use std::collections::BTreeMap;
    use std::future::Future;
    use std::pin::Pin;
    use std::rc::Rc;

    #[only_async]
    use super::give;
    #[only_blocking]
    use super::give_blocking as give;

    pub(crate) type Handler = Box<dyn Fn(u32) -> Pin<Box<dyn Future<Output = u32>>>>;

    pub(crate) async fn handlers(names: &[&'static str]) -> Vec<u32> {
        let mut table: BTreeMap<&str, Handler> = BTreeMap::new();
        table.insert("give", Box::new(|n| Box::pin(async move { give(n).await })));
        let factor = Rc::new(10);
        let own = Rc::clone(&factor);
        table.insert(
            "times",
            Box::new(move |n| {
                let own = Rc::clone(&own);
                Box::pin(async move { give(n * *own).await })
            }),
        );
        let mut all = Vec::new();
        for (index, name) in (1..).zip(names) {
            if let Some(handler) = table.get(name) {
                all.push(handler(index).await);
            }
        }
        all
    }
}

#[test]
fn tables_of_handlers() {
    let names = ["give", "none", "times"];
    let (value, log) = both(tables::handlers(&names), || {
        tables::blocking::handlers(&names)
    });
    assert_eq!(value, [1, 30]);
    assert_eq!(log, ["give 1", "give 30"]);
}

#[must_use = "it is a number"]
#[inline]
#[track_caller]
#[maybe_async]
#[cold]
#[doc(hidden)]
#[doc(alias = "other")]
#[deprecated(note = "for the test")]
#[allow(clippy::all, unused)]
#[rustfmt::skip]
async fn decorated(
    #[allow(unused_variables)] n: u32,
    #[cfg(any())] missing: Missing,
    #[cfg(all())] m: u32,
) -> u32 {
    #[cfg(any())]
    missing(n).await;
    #[allow(unused_variables)]
    let unused = give(1).await;
    #[rustfmt::skip]
    let list = [#[cfg(all())] give(m).await, #[cfg(any())] give(missing).await];
    #[allow(clippy::match_single_binding)]
    match list {
        #[cfg(any())]
        [missing] => missing,
        #[cfg(all())]
        [n] => n,
    }
}

#[test]
fn attributes() {
    assert_eq!(both(decorated(1, 2), || decorated_blocking(1, 2)).0, 2);
}

#[maybe_async]
async fn inner_attributes() -> u32 {
    #![allow(unused_variables)]
    let unused = 1;
    give(2).await
}

#[maybe_async]
async fn items_in_blocks(n: u32) -> u32 {
    #[derive(Debug, Clone, Copy, PartialEq)]
    enum Kind {
        Small,
        Large,
    }
    use Kind::*;
    impl Kind {
        const fn of(n: u32) -> Self {
            if n > LIMIT { Large } else { Small }
        }
    }
    const LIMIT: u32 = 5;
    type Pair = (u32, Kind);
    trait Twice {
        fn twice(&self) -> u32;
    }
    impl Twice for Pair {
        fn twice(&self) -> u32 {
            self.0 * 2
        }
    }
    macro_rules! pair {
        ($n:expr) => {
            ($n, Kind::of($n))
        };
    }
    let pair: Pair = pair!(give(n).await);
    match pair {
        (n, Large) => n + pair.twice(),
        (_, kind @ Small) if kind == Small => give(pair.twice()).await,
        (n, _) => n,
    }
}

#[test]
fn items_inside_bodies() {
    assert_eq!(both(inner_attributes(), inner_attributes_blocking).0, 2);
    assert_eq!(
        both(items_in_blocks(1), || items_in_blocks_blocking(1)).0,
        2
    );
    assert_eq!(
        both(items_in_blocks(6), || items_in_blocks_blocking(6)).0,
        18
    );
}

#[maybe_async]
async fn opaque<'a>(words: &'a [String], extra: &str) -> impl Iterator<Item = usize> + use<'a> {
    let extra = give(extra.len()).await;
    words.iter().map(move |word| word.len() + extra)
}

#[maybe_async]
async fn objects<'a>(words: &'a [&'a str]) -> Box<dyn Fn(usize) -> Option<&'a str> + 'a> {
    let offset = give(1_usize).await;
    Box::new(move |n| words.get(n + offset).copied())
}

#[maybe_async]
async fn elided(one: &[u32], _: &str) -> Option<Box<u32>>
where
    u32: Debug,
{
    one.first().copied().map(Box::new)
}

#[test]
fn opaque_results() {
    let words = ["a".to_owned(), "bc".to_owned()];
    let (value, _) = both(async { opaque(&words, "xyz").await.sum::<usize>() }, || {
        opaque_blocking(&words, "xyz").sum::<usize>()
    });
    assert_eq!(value, 9);
    let words = ["a", "b"];
    let (value, _) = both(async { objects(&words).await(0) }, || {
        objects_blocking(&words)(0)
    });
    assert_eq!(value, Some("b"));
    assert_eq!(
        both(elided(&[1], ""), || elided_blocking(&[1], "")).0,
        Some(Box::new(1))
    );
}

/// Counts down by calling itself, each time through a box.
#[maybe_async]
async fn ackermann(m: u32, n: u32) -> u32 {
    match (m, n) {
        (0, n) => n + 1,
        (m, 0) => Box::pin(ackermann(m - 1, 1)).await,
        (m, n) => {
            let inner = Box::pin(ackermann(m, n - 1)).await;
            Box::pin(ackermann(m - 1, inner)).await
        }
    }
}

#[test]
fn recursion() {
    assert_eq!(both(ackermann(2, 3), || ackermann_blocking(2, 3)).0, 9);
}
