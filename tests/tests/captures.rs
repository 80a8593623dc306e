//! What async blocks take hold of, and when it is let go.
#![allow(
    clippy::no_effect_underscore_binding,
    clippy::unused_async,
    reason = "blocks that are never awaited are what is tested"
)]

use std::cell::Cell;
use std::ops::ControlFlow;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log};

/// A block that is awaited inside another one, which is taken out of a tuple.
#[maybe_async]
async fn chained() {
    let first = async {
        let _inner = Guard::new("inner");
        log("first");
    };
    let second = async {
        first.await;
        log("second");
    };
    let pair = (second, Guard::new("beside"));
    let (second, _) = pair;
    log("made");
    second.await;
    log("end");
}

#[test]
fn blocks_in_blocks() {
    let ((), log) = both(chained(), chained_blocking);
    assert_eq!(
        log,
        [
            "made",
            "first",
            "drop inner",
            "second",
            "end",
            "drop beside"
        ]
    );
}

/// By value only because the block would give it away; the block never runs.
#[maybe_async]
async fn never_run() {
    let guard = Guard::new("taken");
    let _never = async {
        drop(guard);
        log("never");
    };
    let _local = Guard::new("local");
    log("end");
}

#[test]
fn values_of_blocks_that_never_run() {
    let ((), log) = both(never_run(), never_run_blocking);
    assert_eq!(log, ["end", "drop local", "drop taken"]);
}

/// By reference: the value outlives the block. By field: the rest stays behind.
#[maybe_async]
async fn partly() {
    let pair = (Guard::new("one"), Guard::new("two"));
    let lent = Guard::new("lent");
    let by_reference = async { log(lent.name()) };
    let by_field = async move { log(pair.0.name()) };
    by_field.await;
    log("between");
    by_reference.await;
    log("end");
}

#[test]
fn references_and_fields() {
    let ((), log) = both(partly(), partly_blocking);
    assert_eq!(
        log,
        [
            "one",
            "drop one",
            "between",
            "lent",
            "end",
            "drop lent",
            "drop two"
        ]
    );
}

/// A mutable borrow that ends with the block.
#[maybe_async]
async fn taken_from(mut slot: Option<Guard>) -> bool {
    let take = async {
        if let Some(guard) = slot.take() {
            log(guard.name());
            give(1).await;
        }
        log("taken");
    };
    take.await;
    slot.is_none()
}

#[test]
fn mutable_borrows() {
    let (value, log) = both(async { taken_from(Some(Guard::new("slot"))).await }, || {
        taken_from_blocking(Some(Guard::new("slot")))
    });
    assert!(value);
    assert_eq!(log, ["slot", "give 1", "drop slot", "taken"]);
}

/// Shared state shows in which order blocks really run.
#[maybe_async]
async fn shared() -> (u32, u32, u32) {
    let value = Cell::new(1);
    let double = async {
        value.set(value.get() * 2);
        value.get()
    };
    let add = async {
        value.set(value.get() + give(5).await);
        value.get()
    };
    value.set(10);
    let second = add.await;
    (double.await, second, value.get())
}

#[test]
fn shared_state() {
    assert_eq!(both(shared(), shared_blocking).0, (30, 15, 30));
}

/// `?` on what is no `Result`: it ends the block all the same.
#[maybe_async]
async fn other_questions() -> ControlFlow<u32, Option<u32>> {
    let option = async {
        let found = None::<u32>?;
        log("never");
        Some(found)
    };
    let flow = async {
        ControlFlow::<u32, ()>::Break(give(1).await)?;
        log("never");
        ControlFlow::Continue(5u32)
    };
    let none = option.await;
    log("went on");
    if none.is_none() {
        log("none");
    }
    let value = flow.await?;
    log("never");
    ControlFlow::Continue(Some(value))
}

#[test]
fn questions_of_options_and_flows() {
    let (value, log) = both(other_questions(), other_questions_blocking);
    assert_eq!(value, ControlFlow::Break(1));
    assert_eq!(log, ["went on", "none", "give 1"]);
}

/// A value that outlives the block which borrows it, and a block that outlives its name.
#[maybe_async]
async fn outlives() -> usize {
    let text = String::from("abc");
    let future = {
        let text = &text;
        async move { give(text.len()).await }
    };
    let shadowed = async { 1 };
    let shadowed = async { shadowed.await + 10 };
    let shadowed = async { shadowed.await + 100 };
    shadowed.await + future.await
}

#[test]
fn shadowed_futures() {
    assert_eq!(both(outlives(), outlives_blocking).0, 114);
}

struct Counter {
    count: u32,
    guard: Guard,
}

#[maybe_async]
impl Counter {
    /// Fields are captured one by one: the other ones may change meanwhile.
    async fn fields(&mut self) -> u32 {
        let name = async { self.guard.name().len() };
        self.count += 1;
        let length = name.await;
        let add = async {
            self.count += give(10).await;
        };
        add.await;
        self.count + u32::try_from(length).unwrap_or(0)
    }

    async fn owned(self) -> u32 {
        let count = async move {
            let count = self.count;
            log(self.guard.name());
            give(count).await
        };
        log("made");
        count.await
    }
}

#[test]
fn captured_self() {
    let counter = || Counter {
        count: 0,
        guard: Guard::new("self"),
    };
    let (value, _) = both(async { counter().fields().await }, || {
        counter().fields_blocking()
    });
    assert_eq!(value, 15);
    let (_, log) = both(async { counter().owned().await }, || {
        counter().owned_blocking()
    });
    assert_eq!(log, ["made", "self", "give 0", "drop self"]);
}
