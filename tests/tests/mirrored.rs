//! Programs that use tokio and futures by their names: on the libraries in one half, on their
//! blocking mirrors in the other.

#![allow(unreachable_pub, reason = "the folder is that of a library")]

#[path = "mirrored/by_full_paths.rs"]
mod by_full_paths;
#[path = "mirrored/in_a_module.rs"]
mod in_a_module;

#[path = "mirrored/tree"]
mod asynchronous {
    use await_me_maybe::asynchronous::maybe_async;

    pub mod letters;
}

#[path = "mirrored/tree"]
#[allow(clippy::duplicate_mod)]
mod blocking {
    use await_me_maybe::blocking::maybe_async;

    pub mod letters;
}

use std::fmt::Debug;
use std::time::{Duration, Instant};
use std::{fs, process};

/// How long each program sleeps, at least.
const NAP: Duration = Duration::from_millis(5);

/// What the halves agree on, each on threads of its own: neither may use what the other one needs.
fn both<T: Debug + PartialEq + Send>(
    asynchronous: impl Future<Output = T>,
    blocking: impl FnOnce() -> T + Send,
) -> T {
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).enable_all().build().unwrap();
    let begin = Instant::now();
    let expected = runtime.block_on(asynchronous);
    assert!(begin.elapsed() >= NAP, "the async half has not slept");
    drop(runtime);
    let begin = Instant::now();
    let found = std::thread::scope(|scope| scope.spawn(blocking).join().unwrap());
    assert!(begin.elapsed() >= NAP, "the blocking half has not slept");
    assert_eq!(found, expected, "left is the blocking half");
    expected
}

/// A file that is there while it runs.
fn with_file<R>(name: &str, text: &str, run: impl FnOnce(&str) -> R) -> R {
    let name = format!("await-me-maybe-{}-{name}", process::id());
    let path = std::env::temp_dir().join(name);
    fs::write(&path, text).unwrap();
    let result = run(path.to_str().unwrap());
    fs::remove_file(&path).unwrap();
    result
}

#[test]
fn paths_in_full() {
    let log = both(by_full_paths::workers(), || {
        by_full_paths::workers_blocking()
    });
    assert_eq!(log, ["begin", "1", "4", "9", "total 14", "end of work"]);
    let echoed = with_file("suffix", "one\ntwo\n", |path| {
        both(by_full_paths::echo(path), || {
            by_full_paths::echo_blocking(path)
        })
    });
    assert_eq!(echoed, Ok(vec!["ONE".to_owned(), "TWO".to_owned()]));
    let squares = both(by_full_paths::squares(4), || {
        by_full_paths::squares_blocking(4)
    });
    assert_eq!(squares, (vec![4, 16], Some(1)));
}

#[test]
fn imports_in_a_module() {
    use in_a_module::{blocking, *};
    let log = both(Counter::new().run(3), || blocking::Counter::new().run(3));
    assert_eq!(log, ["0", "10", "20", "counted 30", "answer 30"]);
    let words = with_file("module", "a b\nc d e\n", |path| {
        both(words(path), || blocking::words(path))
    });
    assert_eq!(words, Ok((5, 10)));
}

#[test]
fn imports_in_a_tree() {
    let sent = with_file("tree", "dear\nyou\n", |path| {
        both(asynchronous::letters::deliver(path), || {
            blocking::letters::deliver(path)
        })
    });
    assert_eq!(sent, Ok(vec!["1: dear".to_owned(), "2: you".to_owned()]));
    let drawn = both(asynchronous::letters::Drawer::filled(5), || {
        blocking::letters::Drawer::filled(5)
    });
    assert_eq!(drawn, [0, 20, 40]);
}
