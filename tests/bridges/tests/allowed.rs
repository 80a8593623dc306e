//! `block_on` on threads that may wait.

use std::cell::Cell;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::channel;
use std::task::Poll;
use std::thread;
use std::time::Duration;

use await_me_maybe::blocking::{block_on, try_block_on};
use await_me_maybe_bridges::{in_child, panic_text, payload};

/// Woken from another thread, `times` times.
async fn woken(times: u32) -> u32 {
    let mut left = times;
    poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        let waker = context.waker().clone();
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(1));
            waker.wake();
        });
        Poll::Pending
    })
    .await;
    times
}

in_child! {
    fn on_a_plain_thread() {
        assert_eq!(block_on(woken(3)), 3);
        assert_eq!(try_block_on(woken(3)).unwrap(), 3);
        assert_eq!(thread::spawn(|| block_on(woken(3))).join().unwrap(), 3);
    }

    fn with_what_is_borrowed_and_not_send() {
        let cell = Cell::new(1);
        let mut own = String::from("a");
        block_on(async {
            cell.set(2);
            own.push('b');
        });
        assert_eq!((cell.get(), own.as_str()), (2, "ab"));
    }

    fn with_what_turns_into_a_future() {
        struct Request(u32);
        impl IntoFuture for Request {
            type Output = u32;
            type IntoFuture = std::future::Ready<u32>;
            fn into_future(self) -> Self::IntoFuture {
                std::future::ready(self.0)
            }
        }
        assert_eq!(block_on(Request(7)), 7);
    }

    fn with_a_future_that_is_kept_and_goes_on() {
        let mut steps = Box::pin(async {
            woken(1).await;
            7
        });
        assert_eq!(try_block_on(steps.as_mut()).unwrap(), 7);
    }

    fn where_the_future_parks_the_thread_itself() {
        let (sender, receiver) = channel();
        let parked = poll_fn(|context| {
            if receiver.try_recv().is_ok() {
                return Poll::Ready(());
            }
            let (waker, sender) = (context.waker().clone(), sender.clone());
            // Woken while it is still polled; then the token is taken.
            let helper = thread::spawn(move || {
                sender.send(()).unwrap();
                waker.wake();
            });
            helper.join().unwrap();
            thread::park_timeout(Duration::from_millis(50));
            Poll::Pending
        });
        block_on(parked);
    }

    fn while_the_thread_unwinds() {
        struct Closes<'a>(&'a Cell<u32>);
        impl Drop for Closes<'_> {
            fn drop(&mut self) {
                assert!(thread::panicking());
                self.0.set(block_on(woken(2)));
            }
        }
        let closed = Cell::new(0);
        let text = panic_text(|| {
            let _closes = Closes(&closed);
            panic!("first");
        });
        assert_eq!((text.as_str(), closed.get()), ("first", 2));
    }

    fn while_thread_locals_are_destroyed() {
        struct Last(std::sync::mpsc::Sender<u32>);
        impl Drop for Last {
            fn drop(&mut self) {
                self.0.send(try_block_on(woken(2)).unwrap()).unwrap();
            }
        }
        thread_local!(static LAST: Cell<Option<Last>> = const { Cell::new(None) });

        // Nothing may panic on the way, caught or not.
        std::panic::set_hook(Box::new(|_| std::process::abort()));
        let (sender, value) = channel();
        thread::spawn(move || {
            // Before those of the executors, so that it is destroyed after them.
            LAST.set(Some(Last(sender)));
            assert_eq!(block_on(woken(1)), 1);
        })
        .join()
        .unwrap();
        assert_eq!(value.recv().unwrap(), 2);
    }

    fn and_a_panic_crosses_with_its_payload() {
        #[derive(Debug, PartialEq)]
        struct Payload(u32);

        for polls in [0, 2] {
            let payload = payload(|| {
                block_on(async {
                    woken(polls).await;
                    std::panic::panic_any(Payload(polls));
                })
            });
            assert_eq!(payload.downcast_ref(), Some(&Payload(polls)));
        }
        // It was not a part of what comes later.
        assert_eq!(block_on(woken(1)), 1);
    }

    fn and_a_panic_in_the_destructor_of_the_future() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("dropped");
            }
        }
        let text = panic_text(|| block_on(async { let _bomb = Bomb; }));
        assert_eq!(text, "dropped");
        assert_eq!(block_on(woken(1)), 1);
    }

    fn a_thousand_at_once() {
        let threads: Vec<_> = (0..1_000)
            .map(|number| thread::spawn(move || block_on(async move { woken(1).await + number })))
            .collect();
        for (number, thread) in (0..).zip(threads) {
            assert_eq!(thread.join().unwrap(), 1 + number);
        }
    }

    fn one_after_the_other_after_a_panic() {
        for _ in 0..100 {
            let panicked = catch_unwind(AssertUnwindSafe(|| block_on(async { panic!() })));
            assert!(panicked.is_err());
            assert_eq!(block_on(woken(1)), 1);
        }
    }
}
