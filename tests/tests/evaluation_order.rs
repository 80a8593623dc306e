//! What is evaluated before what: arguments, receivers, fields, operands, and calls made early.
#![allow(clippy::unused_async, reason = "callees only log when they run")]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

fn note<T: std::fmt::Display>(value: T) -> T {
    log(format!("note {value}"));
    value
}

#[maybe_async]
async fn add(a: u32, b: u32, c: u32) -> u32 {
    log("add");
    a + b + c
}

#[maybe_async(twins(add))]
async fn arguments() -> u32 {
    let nested = add(note(1), add(give(2).await, note(3), 0).await, note(4)).await;
    // Arguments are evaluated where the call stands, and the body where it is awaited.
    let early = add(note(5), give(6).await, note(7));
    let inner = add(add(1, 1, 1).await, note(8), 0);
    log("made");
    let sum = note(nested) + early.await;
    sum + inner.await
}

#[test]
fn of_arguments() {
    let (value, log) = both(arguments(), arguments_blocking);
    assert_eq!(value, 10 + 18 + 11);
    assert_eq!(
        log,
        [
            "note 1", "give 2", "note 3", "add", "note 4", "add", "note 5", "give 6", "note 7",
            "add", "note 8", "made", "note 10", "add", "add"
        ]
    );
}

/// An argument that ends the function: the call is not made.
#[maybe_async(twins(add))]
async fn early_exit(n: u32) -> Result<u32, String> {
    let first = add(note(1), even(n).await?, note(2));
    log("made");
    let second = add(3, if n == 4 { return Ok(0) } else { n }, 5);
    Ok(first.await + second.await)
}

#[test]
fn of_arguments_that_leave() {
    let (value, log) = both(early_exit(1), || early_exit_blocking(1));
    assert_eq!((value, log.len()), (Err("1 is odd".to_owned()), 2));
    let (value, log) = both(early_exit(4), || early_exit_blocking(4));
    assert_eq!(value, Ok(0));
    assert_eq!(log, ["note 1", "even 4?", "note 2", "made"]);
    assert_eq!(both(early_exit(2), || early_exit_blocking(2)).0, Ok(15));
}

struct Account {
    balance: u32,
}

#[maybe_async]
impl Account {
    fn open(&mut self) -> &mut Self {
        log("open");
        self
    }

    async fn pay(&mut self, amount: u32, reason: &str) -> &mut Self {
        log(format!("pay for {reason}"));
        self.balance += amount;
        self
    }

    async fn chain(&mut self) -> u32 {
        self.open()
            .pay(note(1), &note("one".to_owned()))
            .await
            .open()
            .pay(give(2).await, "two")
            .await;
        // The receiver is borrowed when the call is made, its value is read when it runs.
        let early = self.pay(note(3), "three");
        log("made");
        early.await;
        let amount = self.balance;
        self.pay(amount, "all").await.balance + self.balance
    }
}

#[test]
fn of_receivers() {
    let account = || Account { balance: 0 };
    let (value, log) = both(async { account().chain().await }, || {
        account().chain_blocking()
    });
    assert_eq!(value, 24);
    assert_eq!(
        log,
        [
            "open",
            "note 1",
            "note one",
            "pay for one",
            "open",
            "give 2",
            "pay for two",
            "note 3",
            "made",
            "pay for three",
            "pay for all"
        ]
    );
}

#[derive(Debug, PartialEq)]
struct Fields {
    b: u32,
    a: u32,
    rest: (u32, [u32; 2]),
}

/// As written, not as declared; tuples and arrays from the left; the base of a struct last.
#[maybe_async]
async fn literals() -> Fields {
    let base = async {
        log("base");
        Fields {
            a: 0,
            b: give(9).await,
            rest: (8, [7, 6]),
        }
    };
    let written = Fields {
        a: give(1).await,
        rest: (note(2), [give(3).await, note(4)]),
        b: note(5),
    };
    Fields {
        a: note(written.a),
        ..base.await
    }
}

#[test]
fn of_literals() {
    let (value, log) = both(literals(), literals_blocking);
    assert_eq!(
        value,
        Fields {
            a: 1,
            b: 9,
            rest: (8, [7, 6])
        }
    );
    assert_eq!(
        log,
        [
            "give 1", "note 2", "give 3", "note 4", "note 5", "note 1", "base", "give 9"
        ]
    );
}

/// Operands: what is read first is not what is read after the await.
#[maybe_async]
async fn operands() -> Vec<u32> {
    let mut n = 1;
    let left =
        n + {
            n = give(10).await;
            n
        } + n;
    let right = {
        n += 1;
        n
    } * give(n).await;
    let mut list = vec![
        n,
        give(0).await,
        {
            n = 0;
            n
        },
        n,
    ];
    list.push(left);
    list.push(right);
    list
}

#[test]
fn of_operands() {
    let (value, _) = both(operands(), operands_blocking);
    assert_eq!(value, [11, 0, 0, 0, 21, 121]);
}

/// A callee that is an expression comes before its arguments; a match guard after its pattern.
#[maybe_async]
async fn callees(f: impl AsyncFn(u32, Guard) -> u32) -> u32 {
    let pick = |name: &str| {
        log(format!("pick {name}"));
        &f
    };
    let first = pick("first")(give(1).await, Guard::loud("guard")).await;
    let second = (*pick("second"))(note(2), Guard::loud("other")).await;
    match (note(first), give(second).await) {
        (1, n) if note(n) == 3 && give(true).await => note(7),
        (n, _) => note(n),
    }
}

#[test]
fn of_callees_and_guards() {
    let (value, log) = both(callees(async |n, _guard| give(n).await), || {
        callees_blocking(|n, _guard| give_blocking(n))
    });
    assert_eq!(value, 1);
    assert_eq!(
        log,
        [
            "pick first",
            "give 1",
            "make guard",
            "give 1",
            "drop guard",
            "pick second",
            "note 2",
            "make other",
            "give 2",
            "drop other",
            "note 1",
            "give 2",
            "note 2",
            "note 1"
        ]
    );
}
