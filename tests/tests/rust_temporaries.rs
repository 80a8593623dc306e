//! When temporaries are dropped: of tails, scrutinees, conditions and arguments, in the edition
//! that this file is compiled in. What differs between the editions must not differ between the
//! halves.
#![allow(
    clippy::blocks_in_conditions,
    clippy::cast_lossless,
    clippy::unnecessary_wraps,
    clippy::significant_drop_in_scrutinee,
    clippy::unused_async,
    clippy::let_and_return,
    reason = "where things are dropped is what is tested"
)]

use std::cell::RefCell;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log};

struct Lock(&'static str, RefCell<u32>);

struct Held<'a>(&'static str, std::cell::RefMut<'a, u32>);

impl Lock {
    fn new(name: &'static str) -> Self {
        Lock(name, RefCell::new(0))
    }

    fn lock(&self) -> Held<'_> {
        log(format!("lock {}", self.0));
        Held(self.0, self.1.borrow_mut())
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        log(format!("unlock {}", self.0));
    }
}

impl Held<'_> {
    fn add(&mut self, n: u32) -> u32 {
        *self.1 += n;
        *self.1
    }

    fn option(&mut self) -> Option<u32> {
        Some(self.add(1))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        log(format!("drop {}", self.0));
    }
}

#[maybe_async]
async fn tail(lock: &Lock) -> u32 {
    let _local = Guard::new("local");
    give(lock.lock().add(1)).await
}

#[maybe_async]
async fn tail_of_a_parameter(lock: Lock, _other: Guard) -> u32 {
    let _local = Guard::new("local");
    let n = lock.lock().add(2);
    give(Guard::new("temporary").name().len() as u32).await + n
}

#[maybe_async]
async fn tail_of_a_block(lock: &Lock) -> u32 {
    let value = {
        let _inner = Guard::new("inner");
        give(lock.lock().add(1)).await + lock.1.try_borrow_mut().is_ok() as u32
    };
    log(format!("value {value}"));
    value
}

#[test]
fn of_tails() {
    let (one, two) = (Lock::new("lock"), Lock::new("lock"));
    assert_eq!(both(tail(&one), || tail_blocking(&two)).0, 1);
    let (value, log) = both(
        async { tail_of_a_parameter(Lock::new("owned"), Guard::new("other")).await },
        || tail_of_a_parameter_blocking(Lock::new("owned"), Guard::new("other")),
    );
    assert_eq!((value, log.len()), (11, 7), "{log:?}");
    let (_, log) = both(tail_of_a_block(&one), || tail_of_a_block_blocking(&two));
    assert_eq!(log.len(), 5);
}

#[maybe_async]
async fn scrutinees(lock: &Lock) -> u32 {
    match lock.lock().option() {
        Some(n) if lock.1.try_borrow_mut().is_ok() => give(n).await,
        Some(n) => give(n * 10).await,
        None => 0,
    }
}

#[maybe_async]
async fn awaited_scrutinees(lock: &Lock) -> u32 {
    match give(lock.lock().add(1)).await {
        1 if lock.1.try_borrow_mut().is_ok() => 1,
        n => give(n * 10).await,
    }
}

#[maybe_async]
async fn conditions(lock: &Lock) -> u32 {
    let first = if let Some(n) = lock.lock().option().filter(|n| *n > 5) {
        give(n).await
    } else {
        // The temporary is gone here in edition 2024 alone.
        give(u32::from(lock.1.try_borrow_mut().is_ok())).await
    };
    let second = if give(lock.lock().add(1)).await > 0 {
        give(u32::from(lock.1.try_borrow_mut().is_ok())).await
    } else {
        9
    };
    let mut third = 0;
    while let Some(n) = lock.lock().option().filter(|n| *n < 5) {
        third += give(n + u32::from(lock.1.try_borrow_mut().is_ok())).await;
    }
    first * 100 + second * 10 + third
}

#[maybe_async]
async fn if_let_tail(lock: &Lock) -> u32 {
    let _local = Guard::new("local");
    if let Some(n) = lock.lock().option() {
        give(n).await
    } else {
        0
    }
}

#[test]
fn of_scrutinees_and_conditions() {
    for run in 0..2 {
        let (one, two) = (Lock::new("lock"), Lock::new("lock"));
        if run == 0 {
            assert_eq!(both(scrutinees(&one), || scrutinees_blocking(&two)).0, 10);
            both(if_let_tail(&one), || if_let_tail_blocking(&two));
        } else {
            both(awaited_scrutinees(&one), || {
                awaited_scrutinees_blocking(&two)
            });
            both(conditions(&one), || conditions_blocking(&two));
        }
    }
}

#[maybe_async]
async fn use_it(held: &mut Held<'_>, n: u32) -> u32 {
    log(format!("use {n}"));
    held.add(n)
}

#[maybe_async]
async fn arguments(lock: &Lock, other: &Lock) -> u32 {
    let first = use_it(&mut lock.lock(), other.lock().add(1)).await;
    log("first");
    let second = use_it(&mut other.lock(), use_it(&mut lock.lock(), 2).await).await;
    log("second");
    let third = &mut use_it(&mut lock.lock(), 3).await;
    *third += 1;
    log("third");
    let fourth = (
        use_it(&mut lock.lock(), 4).await,
        Guard::new("fourth").name().len(),
    )
        .0;
    first + second + *third + fourth
}

#[maybe_async]
async fn held_across(lock: &Lock) -> u32 {
    let mut held = lock.lock();
    let n = use_it(&mut held, 1).await;
    {
        let Held(..) = held;
        log("inner");
    }
    let again = use_it(&mut held, 1).await;
    drop(held);
    give(n + again).await
}

#[maybe_async]
async fn statements(lock: &Lock) {
    use_it(&mut lock.lock(), 1).await;
    let _ = use_it(&mut lock.lock(), 2).await;
    let _guard = Guard::new(["a", "b"][give(1_usize).await]);
    _ = Guard::new(["c", "d"][give(0_usize).await]);
    let _ = Guard::new("e").name().len() + give(1).await;
    drop(Guard::new("f"));
    log("end");
}

#[test]
fn of_arguments_and_statements() {
    let (one, two) = (Lock::new("one"), Lock::new("one"));
    let (three, four) = (Lock::new("two"), Lock::new("two"));
    both(arguments(&one, &three), || arguments_blocking(&two, &four));
    let (value, _) = both(held_across(&one), || held_across_blocking(&two));
    assert_eq!(value, 23);
    let ((), log) = both(statements(&one), || statements_blocking(&two));
    assert_eq!(log.len(), 14, "{log:?}");
}

#[maybe_async]
async fn futures_hold(lock: &Lock) -> u32 {
    let later = async {
        let mut held = lock.lock();
        let n = use_it(&mut held, 1).await;
        log("in the block");
        n
    };
    log("made");
    let first = later.await;
    let guard = Guard::new("moved");
    let moved = async move {
        let n = guard.name().len();
        log("in the second");
        n as u32
    };
    let dropped = {
        let inner = Guard::new("never");
        async move { inner.name().len() as u32 }
    };
    drop(dropped);
    first + moved.await
}

#[test]
fn of_futures() {
    let (one, two) = (Lock::new("one"), Lock::new("one"));
    let (value, log) = both(futures_hold(&one), || futures_hold_blocking(&two));
    assert_eq!(value, 6);
    assert_eq!(
        log,
        [
            "made",
            "lock one",
            "use 1",
            "in the block",
            "unlock one",
            "drop never",
            "in the second",
            "drop moved"
        ]
    );
}
