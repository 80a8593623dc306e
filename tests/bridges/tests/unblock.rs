//! `unblock`: on which thread the closure runs, whether, and what comes back.

#![cfg(feature = "unblock")]

use std::future::Future;
use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread::{self, ThreadId};
use std::time::Duration;

use await_me_maybe::blocking::block_on;
use await_me_maybe::unblock;
use await_me_maybe_bridges::{in_child, payload};

fn poll_once<F: Future>(future: std::pin::Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

fn here() -> ThreadId {
    thread::current().id()
}

/// An executor that no feature of ours knows of, on a thread without tokio.
fn run<F: Future>(future: F) -> F::Output {
    smol::block_on(future)
}

in_child! {
    fn on_another_thread() {
        assert_ne!(run(unblock(here)), here());
        assert_ne!(futures::executor::block_on(unblock(here)), here());
        assert_ne!(block_on(unblock(here)), here());
    }

    fn what_it_returns_is_moved() {
        let text = Box::new(String::from("moved"));
        let place: *const String = &raw const *text;
        let place = place as usize;
        let back = run(unblock(move || text));
        assert_eq!(std::ptr::from_ref(&*back) as usize, place);
        let error: Result<(), std::io::Error> = run(unblock(|| Err(std::io::Error::from_raw_os_error(2))));
        assert_eq!(error.unwrap_err().raw_os_error(), Some(2));
    }

    fn nothing_runs_before_the_first_poll() {
        let (sender, ran) = channel();
        let work = unblock(move || sender.send(()).unwrap());
        thread::sleep(Duration::from_millis(20));
        assert!(ran.try_recv().is_err());
        drop(work);
        // The closure is gone, and with it the sender.
        assert!(ran.recv().is_err());
    }

    fn a_panic_crosses_with_its_payload() {
        #[derive(Debug, PartialEq)]
        struct Payload(u8);
        let payload = payload(|| run(unblock(|| std::panic::panic_any(Payload(7)))));
        assert_eq!(payload.downcast_ref(), Some(&Payload(7)));
        assert_eq!(run(unblock(|| 1)), 1);
    }

    fn a_panic_that_nobody_waits_for_does_no_harm() {
        let (sender, ran) = channel();
        let (go, waits) = channel::<()>();
        {
            let mut work = pin!(unblock(move || {
                sender.send(()).unwrap();
                let _ = waits.recv();
                panic!("unheard");
            }));
            assert!(poll_once(work.as_mut()).is_pending());
            ran.recv().unwrap();
        }
        drop(go);
        assert_eq!(run(unblock(|| 1)), 1);
    }
}

/// With a pool of one thread, that of the `blocking` crate.
#[test]
fn a_full_pool_waits_and_forgets_what_was_dropped() {
    let name = "a_full_pool_waits_and_forgets_what_was_dropped";
    in_child_with_one_thread(name, || {
        full_pool_waits(run);
    });
}

#[test]
fn nested_in_a_pool_of_one() {
    in_child_with_one_thread("nested_in_a_pool_of_one", || {
        assert_eq!(run(nested(5)), 5);
    });
}

fn in_child_with_one_thread(name: &str, body: impl FnOnce()) {
    await_me_maybe_bridges::in_child(name, &[("BLOCKING_MAX_THREADS", "1")], body);
}

/// Each waits on a thread for blocking code for another one.
fn nested(depth: u32) -> std::pin::Pin<Box<dyn Future<Output = u32> + Send>> {
    Box::pin(async move {
        if depth == 0 {
            return 0;
        }
        1 + unblock(move || block_on(nested(depth - 1))).await
    })
}

/// Occupies the only thread and asserts that others wait for it, in order, and do not run at all
/// once they are dropped.
fn full_pool_waits(run: impl FnOnce(std::pin::Pin<Box<dyn Future<Output = ()>>>)) {
    run(Box::pin(async {
        let (go, waits) = channel::<()>();
        let (sender, started) = channel();
        let ran = Arc::new(AtomicU32::new(0));

        let mut first = Box::pin(unblock(move || {
            sender.send(()).unwrap();
            let _ = waits.recv();
        }));
        assert!(poll_once(first.as_mut()).is_pending());
        started.recv().unwrap();

        let count = |number: u32| {
            let ran = Arc::clone(&ran);
            Box::pin(unblock(move || ran.fetch_add(number, Ordering::SeqCst)))
        };
        let (mut dropped, mut kept) = (count(1), count(10));
        assert!(poll_once(dropped.as_mut()).is_pending());
        assert!(poll_once(kept.as_mut()).is_pending());
        drop(dropped);
        thread::sleep(Duration::from_millis(20));
        assert_eq!(ran.load(Ordering::SeqCst), 0);

        drop(go);
        first.await;
        kept.await;
        assert_eq!(ran.load(Ordering::SeqCst), 10);
    }));
}

#[cfg(feature = "tokio")]
mod tokio_pool {
    use super::{full_pool_waits, here, nested};
    use await_me_maybe::blocking::block_on;
    use await_me_maybe::unblock;
    use await_me_maybe_bridges::{in_child, panic_text, payload};
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::sync::mpsc::channel;
    use tokio::runtime::{Builder, Handle, Runtime};

    fn pool_of_one(builder: &mut Builder) -> Runtime {
        builder
            .max_blocking_threads(1)
            .enable_all()
            .build()
            .unwrap()
    }

    fn runtimes() -> [Runtime; 2] {
        [
            pool_of_one(&mut Builder::new_current_thread()),
            pool_of_one(Builder::new_multi_thread().worker_threads(1)),
        ]
    }

    #[test]
    fn is_used_where_a_runtime_is_current() {
        in_child(
            "tokio_pool::is_used_where_a_runtime_is_current",
            &[],
            || {
                for runtime in runtimes() {
                    let outer = runtime.handle().id();
                    runtime.block_on(async {
                        let inner = unblock(|| Handle::current().id()).await;
                        assert_eq!(inner, outer);
                        // The pool has one thread, and this is it.
                        let thread = unblock(here).await;
                        assert_eq!(tokio::task::spawn_blocking(here).await.unwrap(), thread);
                    });
                }
            },
        );
    }

    #[test]
    fn waits_when_it_is_full_and_forgets_what_was_dropped() {
        let name = "tokio_pool::waits_when_it_is_full_and_forgets_what_was_dropped";
        in_child(name, &[], || {
            for runtime in runtimes() {
                full_pool_waits(|test| runtime.block_on(test));
            }
        });
    }

    #[test]
    fn of_one_thread_nests() {
        in_child("tokio_pool::of_one_thread_nests", &[], || {
            for runtime in runtimes() {
                assert_eq!(runtime.block_on(nested(5)), 5);
                // The outermost thread is tokio's own.
                let outer = runtime.spawn_blocking(|| block_on(nested(2)));
                assert_eq!(runtime.block_on(outer).unwrap(), 2);
            }
        });
    }

    #[test]
    fn gives_panics_back() {
        in_child("tokio_pool::gives_panics_back", &[], || {
            for runtime in runtimes() {
                let payload = payload(|| runtime.block_on(unblock(|| std::panic::panic_any(7_u8))));
                assert_eq!(payload.downcast_ref(), Some(&7_u8));
                // From a thread of its own, too.
                let text = panic_text(|| {
                    runtime.block_on(unblock(|| block_on(unblock(|| panic!("inside")))))
                });
                assert_eq!(text, "inside");
                assert_eq!(runtime.block_on(unblock(|| 1)), 1);
            }
        });
    }

    #[test]
    fn that_has_been_shut_down() {
        in_child("tokio_pool::that_has_been_shut_down", &[], || {
            for runtime in runtimes() {
                let handle = runtime.handle().clone();
                drop(runtime);
                let _entered = handle.enter();
                let text = panic_text(|| futures::executor::block_on(unblock(|| 1)));
                assert_eq!(
                    text,
                    "the tokio runtime was shut down before it was the turn of this closure"
                );
            }
        });
    }

    #[test]
    fn that_is_shut_down_while_it_works() {
        in_child("tokio_pool::that_is_shut_down_while_it_works", &[], || {
            for runtime in runtimes() {
                let (go, waits) = channel::<()>();
                let (sender, started) = channel();
                let mut work = Box::pin(unblock(move || {
                    sender.send(()).unwrap();
                    let _ = waits.recv();
                    7
                }));
                let mut waiting = Box::pin(unblock(|| 8));
                runtime.block_on(async {
                    assert!(super::poll_once(work.as_mut()).is_pending());
                    started.recv().unwrap();
                    assert!(super::poll_once(waiting.as_mut()).is_pending());
                });
                runtime.shutdown_background();
                drop(go);
                assert_eq!(futures::executor::block_on(work), 7);
                // Tokio may go on to the next one, or drop it: it ends.
                let waited =
                    catch_unwind(AssertUnwindSafe(|| futures::executor::block_on(waiting)));
                if let Err(payload) = waited {
                    let text = panic_text(|| resume_unwind(payload));
                    assert!(text.contains("shut down before it was the turn"), "{text}");
                }
            }
        });
    }
}

in_child! {
    fn a_thousand_at_once() {
        let order = Arc::new(Mutex::new(Vec::new()));
        let all = (0..1_000_u32).map(|number| {
            let order = Arc::clone(&order);
            unblock(move || {
                thread::sleep(Duration::from_millis(1));
                order.lock().unwrap().push(number);
                number
            })
        });
        let values = run(futures::future::join_all(all));
        assert_eq!(values, (0..1_000).collect::<Vec<_>>());
        assert_eq!(order.lock().unwrap().len(), 1_000);
    }

    fn a_thousand_that_wait_for_others() {
        // More than any pool has threads, and each holds one while it waits.
        let all = (0..1_000).map(|_| nested(2));
        assert_eq!(run(futures::future::join_all(all)), vec![2; 1_000]);
    }
}
