//! `block_on` on threads that run tokio.

#![cfg(feature = "tokio")]

use std::future::poll_fn;
use std::pin::pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, Waker};

use await_me_maybe::blocking::{block_on, try_block_on};
use await_me_maybe_bridges::{in_child, panic_text};
use tokio::runtime::{Builder, Runtime};
use tokio::task::{self, LocalSet, coop};

fn multi_thread() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn refused() {
    let text = panic_text(|| block_on(async {}));
    assert!(
        text.contains("tokio") && text.contains("call the blocking twin"),
        "{text}"
    );
    assert!(try_block_on(async {}).unwrap_err().is_nested());
}

in_child! {
    fn multi_threaded() {
        let runtime = multi_thread();
        runtime.block_on(async {
            refused();
            tokio::spawn(async { refused() }).await.unwrap();
            task::yield_now().await;
            refused();
        });
        runtime.handle().block_on(async { refused() });
    }

    fn of_the_current_thread() {
        let runtime = current_thread();
        runtime.block_on(async {
            refused();
            tokio::spawn(async { refused() }).await.unwrap();
        });
    }

    fn in_a_local_set() {
        for runtime in [multi_thread(), current_thread()] {
            let set = LocalSet::new();
            set.block_on(&runtime, async {
                refused();
                task::spawn_local(async { refused() }).await.unwrap();
            });
            runtime.block_on(async {
                let set = LocalSet::new();
                set.spawn_local(async { refused() });
                set.await;
            });
        }
    }

    fn in_futures_inside_of_others() {
        current_thread().block_on(async {
            tokio::join!(async { refused() }, async { refused() });
            tokio::select! { () = async { refused() } => {} }
            futures::future::join_all((0..3).map(|_| async { refused() })).await;
            // An executor that nobody sees, in a task of tokio's.
            futures_lite::future::block_on(async { refused() });
        });
    }

    fn by_one_panic_and_by_none_if_asked_for_an_error() {
        static PANICS: AtomicU32 = AtomicU32::new(0);

        fn panics(run: impl FnOnce()) -> u32 {
            PANICS.store(0, Ordering::SeqCst);
            run();
            PANICS.load(Ordering::SeqCst)
        }
        fn count() {
            assert_eq!(panics(|| assert!(try_block_on(async {}).is_err())), 0);
            assert_eq!(panics(|| drop(panic_text(|| block_on(async {})))), 1);
        }

        std::panic::set_hook(Box::new(|_| {
            PANICS.fetch_add(1, Ordering::SeqCst);
        }));
        for runtime in [multi_thread(), current_thread()] {
            runtime.block_on(async {
                count();
                tokio::spawn(async { count() }).await.unwrap();
                LocalSet::new().run_until(async { count() }).await;
            });
        }
        let _ = std::panic::take_hook();
    }

    fn with_a_budget_that_is_used_up() {
        current_thread().block_on(async {
            while coop::has_budget_remaining() {
                let mut consume = pin!(coop::consume_budget());
                let mut context = Context::from_waker(Waker::noop());
                let _ = std::future::Future::poll(consume.as_mut(), &mut context);
            }
            refused();
        });
    }

    fn where_there_is_no_budget() {
        for runtime in [multi_thread(), current_thread()] {
            runtime.block_on(task::unconstrained(async { refused() }));
        }
    }

    fn in_the_destructor_of_a_task_at_shutdown() {
        struct Refused(std::sync::mpsc::Sender<bool>);
        impl Drop for Refused {
            fn drop(&mut self) {
                let nested = try_block_on(async {}).is_err_and(|error| error.is_nested());
                self.0.send(nested).unwrap();
            }
        }

        for runtime in [multi_thread(), current_thread()] {
            let (sender, nested) = std::sync::mpsc::channel();
            runtime.block_on(async {
                let refused = Refused(sender);
                tokio::spawn(async move {
                    let _refused = refused;
                    std::future::pending::<()>().await;
                });
                task::yield_now().await;
            });
            drop(runtime);
            // Whichever thread drops it: it gets an answer.
            nested.recv().unwrap();
        }
    }

    fn and_the_budget_is_given_back() {
        fn steps(context: &mut Context<'_>) -> u32 {
            let mut steps = 0;
            while let Poll::Ready(step) = coop::poll_proceed(context) {
                step.made_progress();
                steps += 1;
            }
            steps
        }
        current_thread().block_on(async {
            let untouched = poll_fn(|context| Poll::Ready(steps(context))).await;
            task::yield_now().await;
            let asked = poll_fn(|context| {
                assert!(try_block_on(async {}).is_err());
                Poll::Ready(steps(context))
            })
            .await;
            assert!(untouched > 1, "{untouched}");
            assert_eq!(asked, untouched);
        });
    }
}
