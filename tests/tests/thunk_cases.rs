//! Calls that are made early: the types they take, the places they stand in, and how often.
#![allow(
    clippy::many_single_char_names,
    clippy::match_bool,
    clippy::unused_async,
    reason = "callees do as little as they can, in as many places as there are"
)]

use std::collections::HashMap;
use std::fmt::Display;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log};

#[maybe_async]
async fn push(list: &mut Vec<u32>, n: u32) -> usize {
    log(format!("push {n}"));
    list.push(n);
    list.len()
}

/// A `&mut` parameter is reborrowed by the early call, and free again after it.
#[maybe_async(twins(push))]
async fn reborrows(list: &mut Vec<u32>) -> usize {
    let first = push(list, 1);
    log("made");
    first.await;
    list.push(2);
    let second = push(&mut *list, 3);
    let length = second.await;
    list.push(4);
    length
}

#[test]
fn mutable_references() {
    let (mut one, mut two) = (Vec::new(), Vec::new());
    let (value, log) = both(reborrows(&mut one), || reborrows_blocking(&mut two));
    assert_eq!(value, 3);
    assert_eq!(log, ["made", "push 1", "push 3"]);
    assert_eq!(
        (one.as_slice(), two.as_slice()),
        (&[1, 2, 3, 4][..], &[1, 2, 3, 4][..])
    );
}

#[maybe_async]
async fn coerced(
    slice: &[u32],
    shown: Box<dyn Display>,
    text: impl Into<String>,
    bytes: &str,
) -> String {
    format!("{slice:?}{shown}{}{bytes}", text.into())
}

#[maybe_async]
async fn converted<T: From<u8> + Display>(
    n: T,
    f: fn(u32) -> u32,
    o: Option<&dyn Display>,
) -> String {
    format!(
        "{n}{}{}",
        f(1),
        o.map_or_else(String::new, ToString::to_string)
    )
}

/// Arguments are coerced as in the call itself.
#[maybe_async(twins(coerced, converted))]
async fn coercions() -> String {
    let (list, owned) = (vec![1, 2], "x".to_owned());
    let first = coerced(&list, Box::new(3), "y", &owned);
    let second = coerced(&[4], Box::new("z"), owned.clone(), &owned);
    let third = converted::<u64>(5u32.into(), |n| n + 1, Some(&'c'));
    let fourth: String = converted::<u16>(6u8.into(), u32::count_ones, None::<&dyn Display>).await;
    let fifth = converted(b'a', std::convert::identity, None);
    log("made");
    let text = second.await + &first.await + &third.await;
    text + &fourth + &fifth.await
}

#[maybe_async(twins(converted))]
async fn coercion_of_types() -> String {
    let typed = converted(7u32, |n| n, None);
    typed.await
}

#[test]
fn coercions_of_arguments() {
    let (value, log) = both(coercions(), coercions_blocking);
    assert_eq!(value, "[4]zxx[1, 2]3yx52c61971");
    assert_eq!(log, ["made"]);
    assert_eq!(
        both(coercion_of_types(), coercion_of_types_blocking).0,
        "71"
    );
}

#[maybe_async]
async fn task(n: u32) -> u32 {
    log(format!("task {n}"));
    n
}

/// One function, one type: in branches, in lists, assigned, in maps and in slots.
#[maybe_async(twins(task))]
async fn same_type(first: bool) -> Vec<u32> {
    let branch = if first { task(1) } else { task(2) };
    let matched = match first {
        true => task(3),
        false => task(4),
    };
    let list = vec![task(5), task(6), task(7)];
    let mut map = HashMap::new();
    map.insert("kept", task(8));
    map.insert("dropped", task(9));
    let mut slot = None;
    slot.replace(task(10));
    let mut assigned = task(11);
    if first {
        assigned = task(12);
    }
    log("made");
    let mut seen = vec![matched.await, branch.await, assigned.await];
    for task in list.into_iter().skip(1) {
        seen.push(task.await);
    }
    if let Some(task) = slot.take() {
        seen.push(task.await);
    }
    let kept = map.remove("kept").unwrap();
    drop(map);
    seen.push(kept.await);
    seen
}

#[test]
fn one_type_for_one_function() {
    let (value, log) = both(same_type(true), || same_type_blocking(true));
    assert_eq!(value, [3, 1, 12, 6, 7, 10, 8]);
    assert_eq!(log.len(), 8);
    assert_eq!(
        both(same_type(false), || same_type_blocking(false)).0[..3],
        [4, 2, 11]
    );
}

struct Machine {
    parts: Vec<u32>,
    inner: Part,
}

struct Part {
    count: u32,
}

#[maybe_async]
impl Machine {
    async fn look(&self, by: u32) -> u32 {
        log(format!("look {by}"));
        u32::try_from(self.parts.len()).unwrap_or(0) + by
    }

    async fn change(&mut self, by: u32) -> u32 {
        log(format!("change {by}"));
        self.inner.count += by;
        self.inner.count
    }

    async fn finish(self, guard: &Guard) -> Part {
        log(format!("finish {}", guard.name()));
        self.inner
    }

    async fn of_type(n: u32) -> u32 {
        log(format!("of type {n}"));
        n
    }

    /// Receivers by reference, by mutable reference and by value.
    async fn receivers(mut self) -> Vec<u32> {
        let mut seen = Vec::new();
        let (one, two) = (self.look(1), self.look(2));
        let list = [Self::of_type(3), Self::of_type(4)];
        log("made");
        seen.extend([two.await, one.await]);
        for task in list {
            seen.push(task.await);
        }
        let change = self.change(10);
        seen.push(change.await);
        self.parts.push(0);
        let change = Self::change(&mut self, 20);
        seen.push(change.await);
        let guard = Guard::new("guard");
        let finish = self.finish(&guard);
        log("last");
        seen.push(finish.await.count);
        seen
    }
}

#[test]
fn receivers_of_early_calls() {
    let machine = || Machine {
        parts: vec![1],
        inner: Part { count: 0 },
    };
    let (value, log) = both(machine().receivers(), || machine().receivers_blocking());
    assert_eq!(value, [3, 2, 3, 4, 10, 30, 30]);
    assert_eq!(
        log,
        [
            "made",
            "look 2",
            "look 1",
            "of type 3",
            "of type 4",
            "change 10",
            "change 20",
            "last",
            "finish guard",
            "drop guard"
        ]
    );
}

/// The most arguments that a call can be deferred with.
#[maybe_async]
#[allow(clippy::too_many_arguments, reason = "as many as there can be")]
async fn twelve(
    a: u8,
    b: u8,
    c: u8,
    d: u8,
    e: u8,
    f: u8,
    g: u8,
    h: u8,
    i: u8,
    j: u8,
    k: u8,
    l: &str,
) -> String {
    format!("{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}")
}

#[maybe_async]
async fn none() -> u32 {
    give(0).await
}

#[maybe_async(twins(twelve, none))]
async fn arities() -> String {
    let all = twelve(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "l");
    let none = none();
    log("made");
    all.await + &none.await.to_string()
}

#[test]
fn every_number_of_arguments() {
    let (value, log) = both(arities(), arities_blocking);
    assert_eq!(value, "012345678910l0");
    assert_eq!(log, ["made", "give 0"]);
}

/// Borrowed results, and futures that borrow from what is made before them.
#[maybe_async]
async fn first_word<'a>(text: &'a str, separator: &str) -> &'a str {
    text.split(separator).next().unwrap_or(text)
}

#[maybe_async(twins(first_word))]
async fn borrowed(text: &str) -> usize {
    let word = {
        let separator = String::from(" ");
        let early = first_word(text, &separator);
        early.await
    };
    let word = first_word(word, "-");
    word.await.len()
}

#[test]
fn borrowed_results() {
    assert_eq!(
        both(borrowed("ab-c d"), || borrowed_blocking("ab-c d")).0,
        2
    );
}
