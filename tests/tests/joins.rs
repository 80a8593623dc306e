//! Branches that the async half drives at the same time, by each policy.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, log};
use futures::future::{join, join_all, try_join, try_join_all};

#[maybe_async]
async fn step(n: u8) -> u8 {
    log(format!("step {n}"));
    n
}

#[maybe_async]
async fn check(n: u8) -> Result<u8, String> {
    log(format!("check {n}"));
    if n == 0 {
        Err("zero".to_owned())
    } else {
        Ok(n)
    }
}

fn noted(n: u8) -> u8 {
    log(format!("argument {n}"));
    n
}

#[maybe_async(join = sequential)]
async fn macros(n: u8) -> (u8, u8, String) {
    let third = async {
        log("third");
        "third".to_owned()
    };
    tokio::join!(step(noted(n)), step(noted(n + 1)), third)
}

#[maybe_async(join = sequential)]
async fn statement(guard: Guard) {
    futures::join!(step(1), async move { log(guard.name()) },);
    tokio::join!(biased; step(2), step(3));
    log("end");
}

#[maybe_async(join = sequential)]
async fn tries(a: u8, b: u8) -> Result<(u8, u8, usize), String> {
    let (a, b, c) = tokio::try_join!(check(a), check(b), async {
        log("last");
        Ok("length".len())
    })?;
    Ok((a, b, c))
}

#[maybe_async(join = sequential)]
async fn functions(n: u8) -> (u8, Result<(u8, u8), String>) {
    let (a, b) = futures::future::join(step(n), step(2)).await;
    let pair = future::try_join(check(a), check(b)).await;
    (a + b, pair)
}

use futures::future;

#[maybe_async(join = sequential)]
async fn all(ids: &[u8]) -> (Vec<u8>, Result<Vec<u8>, String>, Vec<u8>) {
    let values = join_all(ids.iter().map(|id| step(noted(*id)))).await;
    let checked = try_join_all(ids.iter().map(|id| check(*id))).await;
    let array = join_all([step(7), step(8)]).await;
    (values, checked, array)
}

/// Nothing shows which type an error has but the branches.
#[maybe_async(join = sequential)]
async fn inferred() -> Option<u8> {
    let result = tokio::try_join!(async { Ok("1".parse::<u8>()) }, async {
        let _ = std::str::from_utf8(&[1])?;
        Ok::<u8, std::str::Utf8Error>(1)
    });
    let (first, second) = result.ok()?;
    Some(first.ok()? + second)
}

struct Client {
    calls: AtomicUsize,
}

#[maybe_async(join = sequential)]
impl Client {
    async fn get(&self, n: u8) -> u8 {
        self.calls.fetch_add(1, Ordering::Relaxed);
        n
    }

    async fn two(&self) -> (u8, u8) {
        tokio::join!(self.get(1), self.get(2))
    }

    async fn many(&self, ids: &[u8]) -> Vec<u8> {
        join_all(ids.iter().map(|id| self.get(*id))).await
    }
}

/// The branches wait for each other: they have to run at the same time. (The async half is never
/// asked to block so.)
#[maybe_async]
#[allow(dead_code)]
async fn meet(barrier: &Barrier, n: u8) -> u8 {
    barrier.wait();
    n
}

#[maybe_async(join = threads)]
#[allow(dead_code)]
async fn in_threads(barrier: &Barrier) -> (u8, u8, Vec<u8>) {
    let (a, b) = tokio::join!(meet(barrier, 1), meet(barrier, 2));
    let rest = join_all([3_u8, 4].map(|n| meet(barrier, n))).await;
    (a, b, rest)
}

#[maybe_async(join = threads)]
async fn tries_in_threads(count: &AtomicUsize, a: u8, b: u8) -> Result<(u8, u8), String> {
    let one = async |n: u8| {
        count.fetch_add(1, Ordering::Relaxed);
        if n == 0 {
            Err(format!("zero {n}"))
        } else {
            Ok(n)
        }
    };
    tokio::try_join!(one(a), one(b))
}

#[maybe_async(join = threads)]
async fn panics_in_threads(count: &AtomicUsize) -> (u8, u8) {
    tokio::join!(
        async {
            count.fetch_add(1, Ordering::Relaxed);
            1
        },
        async {
            assert!(count.load(Ordering::Relaxed) >= 10, "in a branch");
            2
        }
    )
}

#[test]
fn one_after_the_other() {
    let (value, entries) = both(macros(1), || macros_blocking(1));
    assert_eq!(value, (1, 2, "third".to_owned()));
    assert_eq!(
        entries,
        ["argument 1", "argument 2", "step 1", "step 2", "third"]
    );
    let ((), entries) = both(async { statement(Guard::new("guard")).await }, || {
        statement_blocking(Guard::new("guard"));
    });
    assert_eq!(
        entries,
        ["step 1", "guard", "drop guard", "step 2", "step 3", "end"]
    );
    assert_eq!(both(inferred(), inferred_blocking).0, Some(2));
}

#[test]
fn the_first_error_ends_it() {
    let (value, entries) = both(tries(1, 2), || tries_blocking(1, 2));
    assert_eq!(value, Ok((1, 2, 6)));
    assert_eq!(entries, ["check 1", "check 2", "last"]);
    let (value, entries) = both(tries(0, 2), || tries_blocking(0, 2));
    assert_eq!(value, Err("zero".to_owned()));
    assert_eq!(entries, ["check 0"]);
}

#[test]
fn functions_that_join() {
    let (value, entries) = both(functions(1), || functions_blocking(1));
    assert_eq!(value, (3, Ok((1, 2))));
    assert_eq!(entries, ["step 1", "step 2", "check 1", "check 2"]);
    let (value, entries) = both(all(&[1, 2, 0, 3]), || all_blocking(&[1, 2, 0, 3]));
    assert_eq!(value.0, [1, 2, 0, 3]);
    assert_eq!(value.1, Err("zero".to_owned()));
    assert_eq!(value.2, [7, 8]);
    assert_eq!(
        entries[..5],
        [
            "argument 1",
            "argument 2",
            "argument 0",
            "argument 3",
            "step 1"
        ]
    );
    assert_eq!(
        entries[entries.len() - 3..],
        ["check 0", "step 7", "step 8"]
    );
    let _ = (
        join(async {}, async {}),
        try_join(async { Ok::<_, ()>(1) }, async { Ok(2) }),
    );
}

#[test]
fn methods_that_join() {
    let client = || Client {
        calls: AtomicUsize::new(0),
    };
    let (value, _) = both(
        async {
            let client = client();
            (
                client.two().await,
                client.many(&[5, 6]).await,
                client.calls.into_inner(),
            )
        },
        || {
            let client = client();
            (
                client.two_blocking(),
                client.many_blocking(&[5, 6]),
                client.calls.into_inner(),
            )
        },
    );
    assert_eq!(value, ((1, 2), vec![5, 6], 4));
}

#[test]
fn threads_run_at_the_same_time() {
    let barrier = Barrier::new(2);
    assert_eq!(in_threads_blocking(&barrier), (1, 2, vec![3, 4]));
}

#[test]
fn threads_and_errors() {
    for (a, b) in [(1, 2), (0, 2), (1, 0), (0, 0)] {
        let (asynchronous, blocking) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let expected = futures::executor::block_on(tries_in_threads(&asynchronous, a, b));
        assert_eq!(tries_in_threads_blocking(&blocking, a, b), expected);
        // Nothing can stop a thread.
        assert_eq!(blocking.into_inner(), 2);
    }
}

#[test]
fn a_panic_goes_on_here() {
    let message = |work: &dyn Fn()| {
        let payload = catch_unwind(AssertUnwindSafe(work)).expect_err("it panics");
        payload.downcast_ref::<&str>().map(ToString::to_string)
    };
    let count = RefCell::new(Vec::new());
    let expected = message(&|| {
        let calls = AtomicUsize::new(0);
        futures::executor::block_on(panics_in_threads(&calls));
    });
    let found = message(&|| {
        let calls = AtomicUsize::new(0);
        let done = catch_unwind(AssertUnwindSafe(|| panics_in_threads_blocking(&calls)));
        count.borrow_mut().push(calls.into_inner());
        if let Err(payload) = done {
            std::panic::resume_unwind(payload);
        }
    });
    assert_eq!(found, expected);
    assert_eq!(found.as_deref(), Some("in a branch"));
    assert_eq!(*count.borrow(), [1]);
}

/// One of the boxes has its type written.
#[maybe_async(join = sequential)]
async fn boxes_of_a_written_type() -> Vec<u8> {
    join_all([
        Box::pin(async { step(1).await }) as Pin<Box<dyn Future<Output = u8> + '_>>,
        Box::pin(async { step(2).await }),
    ])
    .await
}

#[test]
fn written_types() {
    let (value, log) = both(boxes_of_a_written_type(), boxes_of_a_written_type_blocking);
    assert_eq!(value, [1, 2]);
    assert_eq!(log, ["step 1", "step 2"]);
}
