//! `#[await_me_maybe::test]`: each function here is two tests.
//!
//! Both leave a mark where they run. That they do run, and in which form, is checked by running this
//! very program again.
#![allow(
    clippy::non_minimal_cfg,
    clippy::unused_async,
    reason = "`cfg(all())` is always on, and what it is on is what is tested"
)]

use std::process::Command;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{even, even_blocking, give, give_blocking};

/// What only the async test can say: whether a runtime is there, and with how many threads.
#[maybe_async(replace(tokio = ::tokio))]
async fn runtime() -> Option<usize> {
    give(1).await;
    tokio::runtime::Handle::try_current()
        .ok()
        .map(|handle| handle.metrics().num_workers())
}

#[maybe_async]
async fn mark(name: &str) {
    println!("ran {name} with {:?}", runtime().await);
}

#[await_me_maybe::test]
async fn plain() {
    mark("plain").await;
    assert_eq!(give(2).await, 2);
}

#[await_me_maybe::test(flavor = "multi_thread", worker_threads = 2)]
async fn threads() {
    mark("threads").await;
}

#[await_me_maybe::test()]
#[should_panic(expected = "3 is odd")]
async fn panics() {
    mark("panics").await;
    even(3).await.unwrap();
}

#[await_me_maybe::test]
async fn returns() -> Result<(), String> {
    mark("returns").await;
    assert_eq!(even(2).await?, 2);
    Ok(())
}

/// What `should_panic` does not go with: a test that gives an error fails.
#[await_me_maybe::test]
#[ignore = "fails, which is what is tested"]
async fn ignored_error() -> Result<(), String> {
    even(3).await?;
    Ok(())
}

/// Would fail if it ran.
#[await_me_maybe::test]
#[ignore = "this is what is tested"]
async fn ignored() {
    mark("ignored").await;
    panic!("asked to");
}

#[await_me_maybe::test(name = by_another_name)]
async fn by_name() {
    mark("by_name").await;
}

#[maybe_async(suffix = _sync)]
async fn mark_by_suffix(name: &str) {
    println!("ran {name} with {:?}", None::<usize>);
}

#[await_me_maybe::test(flavor = "current_thread", suffix = _sync)]
async fn by_suffix() {
    mark_by_suffix("by_suffix").await;
}

/// A type and its twin that are written by hand, with methods of the same names.
struct Source(u32);
struct SourceBlocking(u32);

impl Source {
    async fn read(&self) -> u32 {
        give(self.0).await
    }
}

impl SourceBlocking {
    fn read(&self) -> u32 {
        give_blocking(self.0)
    }
}

#[await_me_maybe::test(keep(read), worker_threads = 3, twins(Source), flavor = "multi_thread")]
async fn mixed_arguments() {
    mark("mixed_arguments").await;
    assert_eq!(Source(3).read().await, 3);
}

#[maybe_async]
trait Store {
    async fn get(&self) -> u32;
}

#[maybe_async]
impl Store for u32 {
    async fn get(&self) -> u32 {
        give(*self).await
    }
}

#[await_me_maybe::test(twins(Store), crate = await_me_maybe_tests::await_me_maybe)]
async fn with_twins() {
    mark("with_twins").await;
    assert_eq!(Store::get(&3).await, 3);
}

#[await_me_maybe::test(crate = "tokio")]
async fn crate_of_tokio() {
    mark("crate_of_tokio").await;
}

/// The attributes of the author stay.
#[await_me_maybe::test]
#[cfg(all())]
#[allow(clippy::unused_async, reason = "an attribute that both tests share")]
async fn attributes() {
    #[cfg(any())]
    missing().await;
    mark("attributes").await;
}

#[await_me_maybe::test]
#[cfg(any())]
async fn not_there() {
    missing().await;
}

mod inside {
    #![no_implicit_prelude]

    mod core {}
    mod tokio {}

    use super::{mark, mark_blocking};
    use ::await_me_maybe::test;

    #[test]
    async fn imported() {
        mark("inside::imported").await;
    }

    #[::await_me_maybe::test]
    async fn in_full() {
        mark("inside::in_full").await;
    }
}

/// Made by a macro, as a fragment and as tokens.
macro_rules! made {
    ($($name:ident: $value:expr;)*) => {$(
        #[await_me_maybe::test]
        async fn $name() {
            mark(stringify!($name)).await;
            assert_eq!(give($value * 3).await, 6);
        }
    )*};
}
made! { made_one: 1 + 1; made_two: 2; }

/// The name that a test has in this program, the one it marks itself with, and its threads.
const TESTS: [(&str, &str, &str); 28] = [
    ("attributes", "attributes", "Some(1)"),
    ("attributes_blocking", "attributes", "None"),
    ("by_another_name", "by_name", "None"),
    ("by_name", "by_name", "Some(1)"),
    ("by_suffix", "by_suffix", "None"),
    ("by_suffix_sync", "by_suffix", "None"),
    ("crate_of_tokio", "crate_of_tokio", "Some(1)"),
    ("crate_of_tokio_blocking", "crate_of_tokio", "None"),
    ("inside::imported", "inside::imported", "Some(1)"),
    ("inside::imported_blocking", "inside::imported", "None"),
    ("inside::in_full", "inside::in_full", "Some(1)"),
    ("inside::in_full_blocking", "inside::in_full", "None"),
    ("made_one", "made_one", "Some(1)"),
    ("made_one_blocking", "made_one", "None"),
    ("made_two", "made_two", "Some(1)"),
    ("made_two_blocking", "made_two", "None"),
    ("mixed_arguments", "mixed_arguments", "Some(3)"),
    ("mixed_arguments_blocking", "mixed_arguments", "None"),
    ("panics", "panics", "Some(1)"),
    ("panics_blocking", "panics", "None"),
    ("plain", "plain", "Some(1)"),
    ("plain_blocking", "plain", "None"),
    ("returns", "returns", "Some(1)"),
    ("returns_blocking", "returns", "None"),
    ("threads", "threads", "Some(2)"),
    ("threads_blocking", "threads", "None"),
    ("with_twins", "with_twins", "Some(1)"),
    ("with_twins_blocking", "with_twins", "None"),
];

/// This program again, with these arguments.
fn run(arguments: &[&str]) -> String {
    let program = std::env::current_exe().expect("the path of this test");
    let output = Command::new(program).args(arguments).output();
    let output = output.expect("this test can run itself");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_function_is_two_tests() {
    let listed = run(&["--list"]);
    let names = listed
        .lines()
        .filter_map(|line| line.strip_suffix(": test"));
    let mut found: Vec<&str> = names.filter(|name| !OTHERS.contains(name)).collect();
    found.sort_unstable();
    let expected: Vec<&str> = TESTS.iter().map(|(name, _, _)| *name).collect();
    assert_eq!(found, expected);
}

/// Tests that are looked at below.
const OTHERS: [&str; 8] = [
    "every_function_is_two_tests",
    "ignored",
    "ignored_blocking",
    "ignored_error",
    "ignored_error_blocking",
    "ignored_tests_do_not_run",
    "tests_fail_in_both_forms",
    "tests_run_in_their_form",
];

#[test]
fn tests_run_in_their_form() {
    for (name, mark, threads) in TESTS {
        let out = run(&["--exact", name, "--nocapture"]);
        assert!(out.contains("1 passed"), "{out}");
        let mark = format!("ran {mark} with {threads}\n");
        assert!(out.contains(&mark), "no `{mark}` in {out}");
    }
}

#[test]
fn ignored_tests_do_not_run() {
    for name in ["ignored", "ignored_blocking"] {
        let out = run(&["--exact", name, "--nocapture"]);
        assert!(
            out.contains("1 ignored") && !out.contains("ran ignored"),
            "{out}"
        );
    }
}

#[test]
fn tests_fail_in_both_forms() {
    for name in ["ignored", "ignored_error"] {
        for name in [name.to_owned(), format!("{name}_blocking")] {
            let out = run(&["--ignored", "--exact", &name]);
            assert!(out.contains("1 failed"), "{out}");
            let reason = ["asked to", "3 is odd"];
            assert!(reason.iter().any(|reason| out.contains(reason)), "{out}");
        }
    }
}
