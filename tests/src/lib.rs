//! What the behaviour tests share: a log of effects, and a way to run both halves.
//!
//! The functions here are written by hand in both forms, so that a fault of the macro cannot hide
//! in the yardstick.

use std::cell::RefCell;
use std::fmt::{Debug, Display};
use std::future::{Future, poll_fn};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::Poll;

use futures::FutureExt as _;

pub use await_me_maybe;

thread_local! {
    static LOG: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Notes an effect.
pub fn log(entry: impl Into<String>) {
    LOG.with_borrow_mut(|entries| entries.push(entry.into()));
}

/// The effects since the last call, which are forgotten.
#[must_use]
pub fn take_log() -> Vec<String> {
    LOG.take()
}

/// Logs `drop name` when it is dropped.
#[derive(Debug, PartialEq, Eq)]
pub struct Guard(&'static str);

impl Guard {
    /// A guard of this name.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Guard(name)
    }

    /// A guard whose making is logged as well.
    #[must_use]
    pub fn loud(name: &'static str) -> Self {
        log(format!("make {name}"));
        Guard(name)
    }

    /// What it is called.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.0
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        log(format!("drop {}", self.0));
    }
}

/// Runs each half with a log of its own, and returns what they agree on.
///
/// # Panics
/// If they give different values or leave different logs.
pub fn both<T: Debug + PartialEq>(
    asynchronous: impl Future<Output = T>,
    blocking: impl FnOnce() -> T,
) -> (T, Vec<String>) {
    drop(take_log());
    let expected = futures::executor::block_on(asynchronous);
    let expected_log = take_log();
    let found = blocking();
    let found_log = take_log();
    assert_eq!(
        found_log, expected_log,
        "the halves do different things (left is the blocking one)"
    );
    assert_eq!(
        found, expected,
        "the halves give different values (left is the blocking one)"
    );
    (expected, expected_log)
}

/// As [`both`], for halves that panic: what they say, and what they do before and after.
///
/// # Panics
/// If one of them does not panic, or they say or do different things.
pub fn both_panic<T>(
    asynchronous: impl Future<Output = T>,
    blocking: impl FnOnce() -> T,
) -> (String, Vec<String>) {
    let asynchronous = AssertUnwindSafe(asynchronous).catch_unwind();
    both(async { message(asynchronous.await) }, || {
        message(catch_unwind(AssertUnwindSafe(blocking)))
    })
}

fn message<T>(result: std::thread::Result<T>) -> String {
    let Err(payload) = result else {
        panic!("this half does not panic");
    };
    payload
        .downcast_ref::<String>()
        .cloned()
        .or_else(|| {
            payload
                .downcast_ref::<&str>()
                .map(|text| (*text).to_owned())
        })
        .unwrap_or_default()
}

/// Is not ready when it is first asked, so that the async half really suspends.
pub async fn pause() {
    let mut asked = false;
    poll_fn(|context| {
        if std::mem::replace(&mut asked, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// The blocking form of [`pause`].
pub fn pause_blocking() {}

/// Logs `give v`, suspends, and gives `v` back.
pub async fn give<T: Display>(value: T) -> T {
    log(format!("give {value}"));
    pause().await;
    value
}

/// The blocking form of [`give`].
pub fn give_blocking<T: Display>(value: T) -> T {
    log(format!("give {value}"));
    value
}

/// Logs the word before and after it suspends.
pub async fn say(word: &str) {
    log(format!("{word} ("));
    pause().await;
    log(format!(") {word}"));
}

/// The blocking form of [`say`].
pub fn say_blocking(word: &str) {
    log(format!("{word} ("));
    log(format!(") {word}"));
}

/// Logs what it is asked, and refuses odd numbers.
///
/// # Errors
/// The number, if it is odd.
pub async fn even(number: u32) -> Result<u32, String> {
    log(format!("even {number}?"));
    pause().await;
    if number % 2 == 0 {
        Ok(number)
    } else {
        Err(format!("{number} is odd"))
    }
}

/// The blocking form of [`even`].
///
/// # Errors
/// The number, if it is odd.
pub fn even_blocking(number: u32) -> Result<u32, String> {
    log(format!("even {number}?"));
    if number % 2 == 0 {
        Ok(number)
    } else {
        Err(format!("{number} is odd"))
    }
}

/// Whether both names mean one type.
#[must_use]
pub fn same<A: 'static, B: 'static>() -> bool {
    std::any::TypeId::of::<A>() == std::any::TypeId::of::<B>()
}
