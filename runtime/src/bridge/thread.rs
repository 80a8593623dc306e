//! A thread of its own, for what may hold one for long.

use std::thread;

/// # Panics
///
/// If the operating system has no thread to give.
pub(crate) fn start(run: impl FnOnce() + Send + 'static) {
    let started = thread::Builder::new()
        .name("await-me-maybe".into())
        .spawn(run);
    if let Err(error) = started {
        panic!("a thread for blocking code does not start: {error}");
    }
}
