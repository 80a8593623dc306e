//! Whether this thread runs an executor of smol or async-std.
//!
//! Neither says so, and both let their `block_on` be nested. But each keeps one waker for a thread,
//! and has to make another one while that is in use. So two calls that are not nested see the same
//! waker, and two that are nested see two.

use core::future::poll_fn;
use core::task::{Poll, Waker};
use std::panic::catch_unwind;
use std::sync::OnceLock;
use std::{thread, thread_local};

pub(crate) fn is_running() -> bool {
    if ALIVE.try_with(|_| ()).is_err() {
        return false;
    }
    // The wakers may be gone all the same, if this is the first call: then the question panics, as if the answer were no.
    catch_unwind(|| {
        nests(in_async_io) && is_reliable(&ASYNC_IO, in_async_io)
            || nests(in_futures_lite) && is_reliable(&FUTURES_LITE, in_futures_lite)
    })
    .unwrap_or(false)
}

/// Gone when thread-locals are destroyed, in which no executor runs and the wakers are gone, too.
struct Alive;

impl Drop for Alive {
    fn drop(&mut self) {}
}

thread_local!(static ALIVE: Alive = const { Alive });

static ASYNC_IO: OnceLock<bool> = OnceLock::new();
static FUTURES_LITE: OnceLock<bool> = OnceLock::new();

/// The waker in a `block_on`.
type Inside = fn() -> Waker;

fn in_async_io() -> Waker {
    async_io::block_on(poll_fn(|context| Poll::Ready(context.waker().clone())))
}

fn in_futures_lite() -> Waker {
    futures_lite::future::block_on(poll_fn(|context| Poll::Ready(context.waker().clone())))
}

fn nests(inside: Inside) -> bool {
    // The first one lives on, or the second one might be made in its place.
    let first = inside();
    let second = inside();
    !first.will_wake(&second)
}

/// Nobody has promised that wakers are kept. A version that did not would seem to nest always, which
/// a thread that runs nothing shows.
fn is_reliable(known: &OnceLock<bool>, inside: Inside) -> bool {
    *known.get_or_init(|| {
        thread::scope(|scope| {
            thread::Builder::new()
                .spawn_scoped(scope, || !nests(inside))
                .is_ok_and(|thread| thread.join().unwrap_or(false))
        })
    })
}
