//! Traits and their impls: a second trait, whose async methods are suffixed too.
#![allow(
    async_fn_in_trait,
    reason = "rustc says this of the public trait below, not of its twin"
)]

use std::collections::HashMap;
use std::fmt::{Debug, Display};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log, say, say_blocking};

#[maybe_async]
trait Named {
    async fn name(&self) -> String;

    fn short(&self) -> char;
}

#[maybe_async(twins(Named))]
pub(crate) trait Store: Named + Debug {
    type Key: Display + Clone + From<u8>;
    type Error;
    const LIMIT: usize;

    async fn get(&self, key: &Self::Key) -> Result<u32, Self::Error>;

    async fn put(&mut self, key: Self::Key, value: u32) -> Result<(), Self::Error>;

    /// A future as the result, which implementors may also write as `async fn`.
    fn size(&self) -> impl Future<Output = usize> + Send;

    /// Not async: under the same name in both.
    fn label(&self) -> String {
        format!("{}/{}", self.short(), Self::LIMIT)
    }

    /// A default that calls its own, the supertrait's, `Self::` and `<Self as _>::`.
    async fn describe(&self) -> Result<String, Self::Error> {
        let first = self.get(&Self::Key::from(1)).await?;
        let second = Self::get(self, &2.into()).await?;
        let third = <Self as Store>::get(self, &<Self as Store>::Key::from(3)).await?;
        let size = async { self.size().await };
        log("made");
        Ok(format!(
            "{}:{}:{}:{}",
            self.name().await,
            self.label(),
            first + second + third,
            size.await
        ))
    }

    /// Overridden below.
    async fn twice(&self, key: Self::Key) -> Result<u32, Self::Error> {
        Ok(self.get(&key).await? * 2)
    }

    async fn copy_from<S, F>(
        &mut self,
        from: &S,
        keys: &[S::Key],
        rename: F,
    ) -> Result<usize, Self::Error>
    where
        S: Store<Error = Self::Error>,
        F: AsyncFn(&S::Key) -> Self::Key,
    {
        let mut count = 0;
        for key in keys {
            let value = from.get(key).await?;
            self.put(rename(key).await, value).await?;
            count += 1;
        }
        Ok(count)
    }

    async fn make(size: u32) -> Self
    where
        Self: Sized + Default,
    {
        give(size).await;
        Self::default()
    }
}

#[derive(Debug, Default, PartialEq)]
struct Memory(HashMap<u8, u32>);

#[maybe_async]
impl Named for Memory {
    async fn name(&self) -> String {
        say("memory").await;
        "memory".to_owned()
    }

    fn short(&self) -> char {
        'm'
    }
}

#[maybe_async(twins(Named))]
impl Store for Memory {
    type Key = u8;
    type Error = String;
    const LIMIT: usize = 9;

    async fn get(&self, key: &u8) -> Result<u32, String> {
        give(*key).await;
        self.0.get(key).copied().ok_or(format!("no {key}"))
    }

    async fn put(&mut self, key: u8, value: u32) -> Result<(), Self::Error> {
        if self.0.len() >= <Self as Store>::LIMIT {
            return Err(format!("{} is full", Named::name(self).await));
        }
        self.0.insert(key, give(value).await);
        Ok(())
    }

    async fn size(&self) -> usize {
        self.0.len()
    }

    async fn twice(&self, key: u8) -> Result<u32, String> {
        let early = self.get(&key);
        log("twice");
        Ok(early.await? + <Self as Store>::get(self, &key).await?)
    }
}

fn memory() -> Memory {
    Memory(HashMap::from([(1, 10), (2, 20), (3, 30)]))
}

#[test]
fn default_bodies() {
    let (value, log) = both(async { memory().describe().await }, || {
        StoreBlocking::describe_blocking(&memory())
    });
    assert_eq!(value, Ok("memory:m/9:60:3".to_owned()));
    assert_eq!(
        log,
        ["give 1", "give 2", "give 3", "made", "memory (", ") memory"]
    );
    let (value, log) = both(async { Memory::default().describe().await }, || {
        Memory::default().describe_blocking()
    });
    assert_eq!(value, Err("no 1".to_owned()));
    assert_eq!(log, ["give 1"]);
}

#[test]
fn overridden_bodies() {
    let (value, log) = both(async { memory().twice(2).await }, || {
        memory().twice_blocking(2)
    });
    assert_eq!(value, Ok(40));
    assert_eq!(log, ["twice", "give 2", "give 2"]);
}

/// A generic receiver, whose bound is mapped by `twins(Store)`.
#[maybe_async(twins(Store))]
async fn generic<S: Store<Key = u8, Error = String> + Default>(store: &S) -> Result<S, S::Error> {
    let mut other = S::make(7).await;
    let renamed = async |key: &u8| give(*key + 100).await;
    let count = other.copy_from(store, &[1, 3], renamed).await?;
    assert_eq!(<S as Store>::size(&other).await, count);
    let _: <S as Store>::Key = 1;
    Ok(other)
}

#[test]
fn generic_receivers_and_methods() {
    let memory = memory();
    let (value, log) = both(generic(&memory), || generic_blocking(&memory));
    assert_eq!(value, Ok(Memory(HashMap::from([(101, 10), (103, 30)]))));
    assert_eq!(
        log,
        [
            "give 7", "give 1", "give 101", "give 10", "give 3", "give 103", "give 30"
        ]
    );
}

/// An impl that relies on defaults for everything.
#[maybe_async]
trait Greeting {
    const WORD: &'static str = "hello";

    async fn greet(&self) -> String {
        say(Self::WORD).await;
        self.punctuation().to_string()
    }

    fn punctuation(&self) -> char {
        '!'
    }
}

#[maybe_async]
impl Greeting for () {}

#[maybe_async]
impl Greeting for u8 {
    const WORD: &'static str = "bye";
}

/// For all that has another trait, generically.
#[maybe_async(twins(Named))]
impl<T: Named, const N: usize> Greeting for [T; N] {
    async fn greet(&self) -> String {
        let mut all = String::new();
        for item in self {
            all += &item.name().await;
        }
        all
    }
}

#[maybe_async]
impl<G: Greeting + ?Sized> Greeting for &G {
    async fn greet(&self) -> String {
        log("by reference");
        (**self).greet().await
    }
}

#[test]
fn impls_without_members() {
    let (value, log) = both(async { ().greet().await + &1u8.greet().await }, || {
        ().greet_blocking() + &1u8.greet_blocking()
    });
    assert_eq!(value, "!!");
    assert_eq!(log, ["hello (", ") hello", "bye (", ") bye"]);
}

#[test]
fn generic_impls() {
    let (value, log) = both(async { [memory(), memory()].greet().await }, || {
        GreetingBlocking::greet_blocking(&[memory(), memory()])
    });
    assert_eq!(value, "memorymemory");
    assert_eq!(log.len(), 4);
    let (value, log) = both(async { Greeting::greet(&&()).await }, || {
        GreetingBlocking::greet_blocking(&&())
    });
    assert_eq!(value, "!");
    assert_eq!(log, ["by reference", "hello (", ") hello"]);
}

/// The twin of a trait with `async fn` is dyn-compatible, which the trait itself is not.
#[maybe_async]
trait Shape {
    async fn area(&self) -> u32;
}

#[maybe_async]
impl Shape for u32 {
    async fn area(&self) -> u32 {
        give(*self).await
    }
}

#[test]
fn the_twin_makes_trait_objects() {
    let shapes: Vec<Box<dyn ShapeBlocking>> = vec![Box::new(1), Box::new(2)];
    let areas: u32 = shapes.iter().map(|shape| shape.area_blocking()).sum();
    assert_eq!(areas, 3);
    assert_eq!(both(async { 5.area().await }, || 5.area_blocking()).0, 5);
}
