//! Inherent impls: async members get a sibling on the same type, all others stay single.
#![allow(
    clippy::extend_with_drain,
    clippy::unused_async,
    reason = "callees do as little as they can"
)]

use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

struct Machine {
    state: u32,
    parts: Vec<u32>,
}

#[maybe_async]
impl Machine {
    /// A second one would be an error.
    const STEP: u32 = 3;

    /// So would a second one of these.
    fn plain(&self) -> u32 {
        self.state
    }

    async fn new(state: u32) -> Self {
        Self {
            state: give(state).await,
            parts: Vec::new(),
        }
    }

    async fn by_value(self) -> u32 {
        give(self.state).await + Self::STEP
    }

    async fn by_mut_value(mut self) -> Self {
        self.state += give(1).await;
        self
    }

    async fn by_ref(&self) -> u32 {
        give(self.plain()).await
    }

    async fn by_mut(&mut self, by: u32) -> &mut Vec<u32> {
        self.state += give(by).await;
        self.parts.push(self.state);
        &mut self.parts
    }

    async fn by_box(self: Box<Self>) -> u32 {
        self.state + Self::of_nothing().await
    }

    async fn by_arc(self: Arc<Self>) -> usize {
        give(1).await;
        Arc::strong_count(&self)
    }

    async fn by_arc_ref(self: &Rc<Self>) -> Rc<Self> {
        let again = Self::by_arc_ref_once(self);
        log("made");
        again.await
    }

    async fn by_arc_ref_once(self: &Rc<Self>) -> Rc<Self> {
        log("once");
        Rc::clone(self)
    }

    async fn by_pin(mut self: Pin<&mut Self>, by: u32) -> u32 {
        self.as_mut().state += give(by).await;
        self.state
    }

    async fn of_nothing() -> u32 {
        give(0).await
    }

    /// Calls itself and others in every way there is.
    async fn all(&mut self) -> Vec<u32> {
        let mut seen = vec![self.by_ref().await, Self::by_ref(self).await];
        seen.push(<Self>::by_ref(self).await);
        seen.push(Machine::by_ref(&*self).await);
        seen.extend(self.by_mut(1).await.iter());
        seen.extend(Self::by_mut(self, 2).await.drain(..));
        seen.push(Pin::new(&mut *self).by_pin(10).await);
        seen.push(Self::new(5).await.by_mut_value().await.by_value().await);
        seen.push(Box::new(Self::new(6).await).by_box().await);
        seen.push(u32::try_from(Arc::new(Self::new(7).await).by_arc().await).unwrap_or(0));
        seen
    }
}

#[test]
fn receivers() {
    let (one, two) = (
        futures::executor::block_on(Machine::new(1)),
        Machine::new_blocking(1),
    );
    let (mut one, mut two) = (one, two);
    let (value, log) = both(one.all(), || two.all_blocking());
    assert_eq!(value, [1, 1, 1, 1, 2, 2, 4, 14, 9, 6, 1]);
    assert_eq!(
        log[..6],
        ["give 1", "give 1", "give 1", "give 1", "give 1", "give 2"]
    );
    assert_eq!(one.plain() + Machine::STEP, two.state + 3);
}

#[test]
fn receivers_of_early_calls() {
    let rc = |log_of: &Rc<Machine>| Rc::strong_count(log_of);
    let machine = Rc::new(Machine::new_blocking(1));
    let ((), log) = both(async { drop(machine.by_arc_ref().await) }, || {
        drop(machine.by_arc_ref_blocking());
    });
    assert_eq!(log, ["made", "once"]);
    assert_eq!(rc(&machine), 1);
}

struct Stack<T> {
    items: Vec<T>,
}

#[maybe_async]
impl<T: Clone + Into<u64>> Stack<T>
where
    T: std::fmt::Display,
{
    async fn push(&mut self, item: T) -> Result<&T, String> {
        if self.items.len() == 2 {
            return Err("full".to_owned());
        }
        self.items.push(give(item).await);
        self.items.last().ok_or_else(String::new)
    }

    async fn fill<const N: usize>(&mut self, items: [T; N]) -> Result<u64, String> {
        let mut sum = 0;
        for item in items {
            sum += self.push(item).await?.clone().into();
        }
        Ok(sum)
    }
}

#[test]
fn generic_impls() {
    let stack = || Stack::<u32> { items: Vec::new() };
    let (value, _) = both(async { stack().fill([1, 2]).await }, || {
        stack().fill_blocking([1, 2])
    });
    assert_eq!(value, Ok(3));
    let (value, log) = both(async { stack().fill([1, 2, 3]).await }, || {
        stack().fill_blocking::<3>([1, 2, 3])
    });
    assert_eq!(value, Err("full".to_owned()));
    assert_eq!(log, ["give 1", "give 2"]);
}

struct Mixed(u32);

#[maybe_async]
impl Mixed {
    #[maybe_async(name = get_now)]
    async fn get(&self) -> u32 {
        give(self.0).await
    }

    /// Its twin is below, by hand.
    #[maybe_async(skip)]
    async fn special(&self) -> u32 {
        log("special");
        give(self.0 * 10).await
    }

    fn special_blocking(&self) -> u32 {
        log("special");
        give_blocking(self.0 * 10)
    }

    async fn sum(&self) -> u32 {
        let early = self.get();
        self.special().await + Self::get(self).await + early.await
    }
}

#[test]
fn names_and_skips() {
    let (value, log) = both(async { Mixed(2).sum().await }, || Mixed(2).sum_blocking());
    assert_eq!(value, 24);
    assert_eq!(log, ["special", "give 20", "give 2", "give 2"]);
    assert_eq!(Mixed(3).get_now(), 3);
}

/// The attribute on single methods: the impl itself is not ours.
impl Mixed {
    #[maybe_async]
    async fn alone(&mut self, by: u32) -> Result<u32, String> {
        self.0 += even(by).await?;
        if by > 2 {
            return Box::pin(self.alone(by - 2)).await;
        }
        Ok(self.helper().await)
    }

    #[maybe_async(name = help)]
    async fn helper(&self) -> u32 {
        self.0
    }

    /// By this name, because nothing says here that `helper` has another one.
    fn helper_blocking(&self) -> u32 {
        self.help()
    }
}

#[test]
fn single_methods() {
    let (value, log) = both(async { Mixed(0).alone(4).await }, || {
        Mixed(0).alone_blocking(4)
    });
    assert_eq!(value, Ok(6));
    assert_eq!(log, ["even 4?", "even 2?"]);
}

/// `self` by value and its fields: they are dropped when the call ends, not before.
struct Owner {
    first: Guard,
    second: Option<Guard>,
}

#[maybe_async]
impl Owner {
    async fn consume(mut self) -> &'static str {
        let second = self.second.take();
        give(1).await;
        drop(second);
        log("end");
        self.first.name()
    }
}

#[test]
fn self_is_dropped_in_the_end() {
    let owner = || Owner {
        first: Guard::new("first"),
        second: Some(Guard::new("second")),
    };
    let (_, log) = both(async { owner().consume().await }, || {
        owner().consume_blocking()
    });
    assert_eq!(log, ["give 1", "drop second", "end", "drop first"]);
}
