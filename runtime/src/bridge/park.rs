//! The executor that needs nothing but std: it parks the thread until the future is woken.

use alloc::sync::Arc;
use alloc::task::Wake;
use core::cell::Cell;
use core::future::Future;
use core::pin::pin;
use core::sync::atomic::{AtomicBool, Ordering};
use core::task::{Context, Poll, Waker};
use std::thread::{self, Thread};
use std::thread_local;

/// The flag is needed because what is polled may park the thread, too, and take the token of an
/// `unpark` that was not for it.
struct Unpark {
    thread: Thread,
    woken: AtomicBool,
}

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if !self.woken.swap(true, Ordering::Release) {
            self.thread.unpark();
        }
    }
}

impl Unpark {
    fn here() -> (Arc<Self>, Waker) {
        let unpark = Arc::new(Self {
            thread: thread::current(),
            woken: AtomicBool::new(false),
        });
        let waker = Waker::from(Arc::clone(&unpark));
        (unpark, waker)
    }
}

// Kept for the next call, for which a late wake-up is one poll too many.
thread_local!(static KEPT: Cell<Option<(Arc<Unpark>, Waker)>> = const { Cell::new(None) });

pub(crate) fn drive<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    // Nothing is kept in the destructors of thread-locals.
    let kept = KEPT.try_with(Cell::take).ok().flatten();
    let (unpark, waker) = kept.unwrap_or_else(Unpark::here);
    let mut context = Context::from_waker(&waker);
    let output = loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            break output;
        }
        while !unpark.woken.swap(false, Ordering::Acquire) {
            thread::park();
        }
    };
    let _ = KEPT.try_with(|kept| kept.set(Some((unpark, waker))));
    output
}
