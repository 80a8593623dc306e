//! One source against the real crates and against their blocking mirrors: what the tests share.

pub mod folder;
pub mod halves;
pub mod outcome;
pub mod scripted;

use std::fmt::Debug;
use std::future::Future;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long a half may take before it counts as hanging.
const LIMIT: Duration = Duration::from_secs(30);

/// Runs each half, the async one on a multi-threaded runtime and the blocking one on a thread of
/// its own, and returns what they agree on.
///
/// # Panics
/// If they give different values, panic, or take longer than half a minute.
pub fn both<T, A, B>(asynchronous: A, blocking: B) -> T
where
    T: Debug + PartialEq + Send + 'static,
    A: Future<Output = T> + Send + 'static,
    B: FnOnce() -> T + Send + 'static,
{
    let expected = within_limit("async", move || {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime starts");
        runtime.block_on(asynchronous)
    });
    let found = within_limit("blocking", blocking);
    assert_eq!(
        found, expected,
        "the halves give different values (left is the blocking one)"
    );
    expected
}

fn within_limit<T: Send + 'static>(half: &str, run: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, value) = channel();
    thread::spawn(move || done.send(run()));
    match value.recv_timeout(LIMIT) {
        Ok(value) => value,
        Err(RecvTimeoutError::Timeout) => panic!("the {half} half hangs"),
        Err(RecvTimeoutError::Disconnected) => panic!("the {half} half panics"),
    }
}
