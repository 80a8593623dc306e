//! `if is_async!() { .. } else { .. }`: one branch is left, before anything is type-checked.

#![allow(
    clippy::all,
    clippy::pedantic,
    reason = "what stands in each place is written for the place"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, give, give_blocking, log, take_log};
use futures::executor::block_on;

fn halves<T>(future: impl Future<Output = T>, work: impl FnOnce() -> T) -> [(T, Vec<String>); 2] {
    drop(take_log());
    let value = block_on(future);
    let log = take_log();
    [(value, log), (work(), take_log())]
}

fn values<T>(future: impl Future<Output = T>, work: impl FnOnce() -> T) -> [T; 2] {
    halves(future, work).map(|(value, _)| value)
}

struct OnlyAsync;
impl OnlyAsync {
    async fn load(&self, n: u8) -> u8 {
        give(n).await
    }
}

struct OnlyBlocking;
impl OnlyBlocking {
    fn read(&self, n: u8) -> u8 {
        give_blocking(n)
    }
}

#[maybe_async]
async fn dead_code_is_not_checked(n: u8) -> (u8, &'static str) {
    let (number, text) = if is_async!() {
        #[only_async]
        let source = OnlyAsync;
        (source.load(n).await, "async")
    } else {
        (OnlyBlocking.read(n), "blocking")
    };
    if !is_async!() {
        this::does_not_exist_in_the_async_half_blocking();
    }
    if is_async!() {
        log(format!("got {number}"));
    }
    (number, text)
}

mod this {
    pub(super) fn does_not_exist_in_the_async_half_blocking() {}
}

#[test]
fn the_other_branch_is_gone() {
    let [a, b] = halves(dead_code_is_not_checked(1), || {
        dead_code_is_not_checked_blocking(2)
    });
    assert_eq!(a, ((1, "async"), vec!["give 1".into(), "got 1".into()]));
    assert_eq!(b, ((2, "blocking"), vec!["give 2".into()]));
}

#[maybe_async]
async fn each_half_has_its_own_words(n: u8) -> u8 {
    if is_async!() {
        let number: Word = OnlyAsync.no_such_thing_in_the_twin(n).await;
        number.0
    } else {
        twin_words::<{ N }>(n)
    }
}

struct Word(u8);
const N: usize = 3;

impl OnlyAsync {
    async fn no_such_thing_in_the_twin(&self, n: u8) -> Word {
        Word(give(n).await)
    }
}

fn twin_words<const N: usize>(n: u8) -> u8 {
    n + u8::try_from(N).unwrap()
}

#[test]
fn calls_that_one_half_does_not_have() {
    let found = values(each_half_has_its_own_words(1), || {
        each_half_has_its_own_words_blocking(1)
    });
    assert_eq!(found, [1, 4]);
}

#[maybe_async]
async fn chains(n: u8) -> &'static str {
    if n == 0 {
        "zero"
    } else if is_async!() {
        if n == 1 { "async one" } else { "async" }
    } else if n == 1 {
        "blocking one"
    } else if !is_async!() && n == 2 {
        "blocking two"
    } else {
        "blocking"
    }
}

#[test]
fn else_if() {
    let found = [0, 1, 2, 3].map(|n| values(chains(n), || chains_blocking(n)));
    assert_eq!(
        found,
        [
            ["zero", "zero"],
            ["async one", "blocking one"],
            ["async", "blocking two"],
            ["async", "blocking"]
        ]
    );
}

fn yes(word: &str) -> bool {
    log(word);
    true
}

#[maybe_async]
async fn conditions(n: Option<u8>) -> Vec<&'static str> {
    let mut found = Vec::new();
    if is_async!() && yes("a") {
        only_here(&mut found).await;
    }
    if yes("b") && is_async!() {
        only_here(&mut found).await;
    } else {
        found.push("else b");
    }
    if yes("c") || is_async!() {
        found.push("c");
    }
    if !yes("d") || !is_async!() {
        found.push("d");
    } else {
        only_here(&mut found).await;
    }
    if let Some(1) = n
        && (is_async!())
        && let Some(x) = n
        && give(x).await == 1
    {
        found.push("let");
    }
    if !(is_async!() || yes("e")) {
        found.push("never");
    }
    if (!is_async!()) && !!yes("f") && !is_async!() {
        found.push("f");
    }
    found
}

/// Has no twin.
async fn only_here(found: &mut Vec<&'static str>) {
    found.push("here");
}

#[test]
fn parts_of_a_condition() {
    let [a, b] = halves(conditions(Some(1)), || conditions_blocking(Some(1)));
    assert_eq!(a.0, ["here", "here", "c", "here", "let"]);
    assert_eq!(a.1, ["a", "b", "c", "d", "give 1"]);
    assert_eq!(b.0, ["else b", "c", "d", "f"]);
    assert_eq!(b.1, ["b", "c", "d", "e", "f"]);
}

#[maybe_async]
async fn matched() -> (u8, u8, u8) {
    let a = match is_async!() {
        true => OnlyAsync.load(1).await,
        false => OnlyBlocking.read(2),
    };
    let b = match !is_async!() {
        true => OnlyBlocking.read(3),
        _ => OnlyAsync.load(4).await,
    };
    let c = match (is_async!(), a) {
        (true, 1) => 5,
        (false, 2) => 6,
        _ => 7,
    };
    (a, b, c)
}

#[test]
fn as_a_match() {
    assert_eq!(values(matched(), matched_blocking), [(1, 4, 5), (2, 3, 6)]);
}

#[maybe_async]
async fn as_a_value(n: u8) -> (bool, String, bool, Vec<bool>, [u8; 2]) {
    const HALF: u8 = if is_async!() { 1 } else { 2 };
    let text = format!(
        "{} {half:?} {}",
        is_async!(),
        !is_async!(),
        half = (is_async!(), n)
    );
    let guard = matches!(n, 0..=9 if is_async!());
    let list = vec![is_async!(); 2];
    let array = [if is_async!() { HALF } else { 10 + HALF }; if is_async!() { 2 } else { 1 + 1 }];
    assert!(is_async!() || HALF == 2);
    assert_eq!(is_async!(), HALF == 1, "{}", is_async!());
    (is_async!(), text, guard, list, array)
}

#[test]
fn where_it_is_a_value() {
    assert_eq!(
        values(as_a_value(3), || as_a_value_blocking(3)),
        [
            (
                true,
                "true (true, 3) false".to_owned(),
                true,
                vec![true, true],
                [1, 1]
            ),
            (
                false,
                "false (false, 3) true".to_owned(),
                false,
                vec![false, false],
                [12, 12]
            ),
        ]
    );
}

#[maybe_async]
async fn inside_macros(n: u8) -> Vec<u8> {
    let mut list = vec![
        if is_async!() {
            OnlyAsync.load(n).await
        } else {
            OnlyBlocking.read(n + 1)
        },
        if !is_async!() && n == 1 { 8 } else { 9 },
    ];
    list.extend(vec![
        if is_async!() {
            OnlyAsync.load(0).await
        } else {
            OnlyBlocking.read(1)
        };
        1
    ]);
    println!("{}", if is_async!() { "async" } else { "blocking" });
    list
}

#[test]
fn inside_the_arguments_of_macros() {
    let found = values(inside_macros(1), || inside_macros_blocking(1));
    assert_eq!(found, [vec![1, 9, 0], vec![2, 8, 1]]);
}

#[maybe_async]
async fn nested() -> Vec<&'static str> {
    fn word() -> &'static str {
        if is_async!() {
            "fn async"
        } else {
            "fn blocking"
        }
    }
    async fn late() -> &'static str {
        if is_async!() {
            "late async"
        } else {
            "late blocking"
        }
    }
    struct Inner;
    impl Inner {
        const HALF: &str = if is_async!() {
            "const async"
        } else {
            "const blocking"
        };
    }
    let closure = || {
        if is_async!() {
            "closure async"
        } else {
            "closure blocking"
        }
    };
    let block = async {
        if is_async!() {
            return "block async";
        }
        "block blocking"
    };
    let labelled = 'label: {
        if is_async!() {
            break 'label "labelled async";
        }
        "labelled blocking"
    };
    let constant = const {
        if is_async!() {
            "inline async"
        } else {
            "inline blocking"
        }
    };
    vec![
        word(),
        late().await,
        Inner::HALF,
        closure(),
        block.await,
        labelled,
        constant,
    ]
}

#[test]
fn at_any_depth() {
    let found = values(nested(), nested_blocking);
    let words = [
        "fn", "late", "const", "closure", "block", "labelled", "inline",
    ];
    let expected = ["async", "blocking"].map(|half| words.map(|word| format!("{word} {half}")));
    assert_eq!(
        found.map(|words| words.join(" ")),
        expected.map(|words| words.join(" "))
    );
}

#[maybe_async]
async fn early(n: u8) -> u8 {
    for step in 0..3 {
        if is_async!() {
            if step == n {
                break;
            }
            continue;
        }
        log(format!("step {step}"));
    }
    if !is_async!() {
        return n;
    }
    n + 100
}

#[test]
fn leaving_from_a_branch() {
    let [a, b] = halves(early(1), || early_blocking(1));
    assert_eq!(a, (101, vec![]));
    assert_eq!(b.0, 1);
    assert_eq!(b.1, ["step 0", "step 1", "step 2"]);
}

#[maybe_async]
async fn initialised_by_both() -> u8 {
    let x;
    if is_async!() {
        x = give(1).await;
    } else {
        x = give(1).await;
    }
    let moved = Guard::new("moved");
    if is_async!() {
        drop(moved);
    } else {
        drop(moved);
    }
    x
}

#[maybe_async]
async fn temporaries() -> usize {
    let length = if is_async!() {
        Guard::loud("tail").name().len()
    } else {
        Guard::loud("tail").name().len()
    };
    log("after the let");
    match if is_async!() {
        Guard::loud("scrutinee").name()
    } else {
        Guard::loud("scrutinee").name()
    } {
        name => log(format!("matched {name}")),
    }
    let kept = if is_async!() {
        &Guard::loud("kept")
    } else {
        &Guard::loud("kept")
    };
    log("with a reference");
    if is_async!() {
        let _inner = Guard::new("inner");
        log("in the branch");
    } else {
        let _inner = Guard::new("inner");
        log("in the branch");
    }
    log("behind the branch");
    length + kept.name().len()
}

#[test]
fn scopes_and_drops() {
    assert_eq!(
        both(initialised_by_both(), initialised_by_both_blocking).1,
        ["give 1", "drop moved"]
    );
    let (_, log) = both(temporaries(), temporaries_blocking);
    assert_eq!(
        log,
        [
            "make tail",
            "drop tail",
            "after the let",
            "make scrutinee",
            "drop scrutinee",
            "matched scrutinee",
            "make kept",
            "with a reference",
            "in the branch",
            "drop inner",
            "behind the branch",
            "drop kept"
        ]
    );
}

#[maybe_async]
async fn inferred() -> (u16, Option<i8>, Box<dyn Fn(u8) -> u8>) {
    let number = if is_async!() { 1 } else { "2".parse().unwrap() };
    let option = if is_async!() {
        None
    } else {
        Some(Default::default())
    };
    let boxed: Box<dyn Fn(u8) -> u8> = if is_async!() {
        Box::new(|n| n)
    } else {
        Box::new(|n| n + 1)
    };
    (number, option, boxed)
}

#[test]
fn types_come_from_the_context() {
    let found = values(inferred(), inferred_blocking);
    assert_eq!(
        found.map(|(n, option, f)| (n, option, f(1))),
        [(1, None, 1), (2, Some(0), 2)]
    );
}

#[maybe_async]
async fn with_attributes(n: u8) -> u8 {
    #[allow(clippy::needless_bool)]
    if is_async!() {
        log("one");
    }
    #[cfg(any())]
    if is_async!() {
        does_not_exist();
    } else {
        does_not_exist_either();
    }
    #[only_async]
    if is_async!() {
        log("two")
    } else {
        log("never")
    }
    let mut n = n;
    while if is_async!() { n < 5 } else { n < 3 } {
        n += 1;
    }
    n
}

#[test]
fn attributes_on_the_if() {
    let [a, b] = halves(with_attributes(0), || with_attributes_blocking(0));
    assert_eq!(a, (5, vec!["one".into(), "two".into()]));
    assert_eq!(b, (3, vec![]));
}
