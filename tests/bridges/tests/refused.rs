//! `block_on` on threads that run an executor.

use std::cell::Cell;
use std::future::poll_fn;
use std::task::Poll;

use await_me_maybe::blocking::{BlockOnError, block_on, try_block_on};
use await_me_maybe_bridges::{in_child, panic_text};

async fn fetch() -> u32 {
    1
}

thread_local!(static POLLED: Cell<bool> = const { Cell::new(false) });

/// Asserts that this thread is refused in each way, by this name, with the future not polled.
fn refused(executor: &str) {
    let expected = format!(
        "`block_on` would stop all tasks of {executor}, which runs on this thread; await the future made in `refused::fetch`, or call the blocking twin inside `unblock`"
    );
    assert_eq!(panic_text(|| block_on(fetch())), expected);
    let error = try_block_on(fetch()).unwrap_err();
    assert!(error.is_nested());
    assert!(!error.is_shut_down());
    assert_eq!(error.to_string(), expected);
    let error: Box<dyn std::error::Error + Send + Sync> = Box::new(error);
    assert!(error.source().is_none());
    assert!(error.downcast_ref::<BlockOnError>().is_some());

    let polled = async { POLLED.set(true) };
    assert!(try_block_on(polled).unwrap_err().is_nested());
    assert!(!POLLED.take());
}

/// The name by which nested calls of our own are refused: that of the executor behind it.
const OWN: &str = if cfg!(feature = "tokio") {
    "tokio"
} else if cfg!(feature = "futures-executor") {
    "futures"
} else {
    "an outer `block_on`"
};

in_child! {
    fn inside_itself() {
        block_on(async { refused(OWN) });
        block_on(async {
            // Not at the first poll alone.
            let mut polls = 0;
            poll_fn(|context| {
                polls += 1;
                refused(OWN);
                if polls == 3 {
                    return Poll::Ready(());
                }
                context.waker().wake_by_ref();
                Poll::Pending
            })
            .await;
        });
    }

    fn and_not_after_it() {
        block_on(async { refused(OWN) });
        assert_eq!(block_on(fetch()), 1);
        assert_eq!(panic_text(|| block_on(async { panic!("inside") })), "inside");
        assert_eq!(try_block_on(fetch()).unwrap(), 1);
    }

    fn without_the_name_of_a_function_where_there_is_none() {
        let text = block_on(async { panic_text(|| block_on(std::future::ready(1))) });
        assert_eq!(
            text,
            format!("`block_on` would stop all tasks of {OWN}, which runs on this thread; await the future, or call the blocking twin inside `unblock`")
        );
    }

    fn and_the_panic_is_where_the_call_is() {
        use std::sync::Mutex;
        static PLACE: Mutex<Option<(String, u32)>> = Mutex::new(None);

        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(|place| (place.file().to_owned(), place.line()));
            *PLACE.lock().unwrap() = place;
        }));
        let line = block_on(async {
            panic_text(|| block_on(async {}));
            line!() - 1
        });
        let _ = std::panic::take_hook();
        assert_eq!(*PLACE.lock().unwrap(), Some((file!().to_owned(), line)));
    }
}

#[cfg(feature = "futures-executor")]
mod futures_executor {
    use super::refused;
    use await_me_maybe::blocking::block_on;
    use await_me_maybe_bridges::in_child;
    use futures::executor::{LocalPool, ThreadPool};
    use futures::task::{LocalSpawnExt as _, SpawnExt as _};

    #[test]
    fn block_on_of_futures() {
        in_child("futures_executor::block_on_of_futures", &[], || {
            futures::executor::block_on(async { refused("futures") });
            assert_eq!(block_on(super::fetch()), 1);
        });
    }

    #[test]
    fn pools_of_futures() {
        in_child("futures_executor::pools_of_futures", &[], || {
            let mut pool = LocalPool::new();
            let spawner = pool.spawner();
            spawner.spawn_local(async { refused("futures") }).unwrap();
            pool.run();

            let pool = ThreadPool::new().unwrap();
            let task = pool
                .spawn_with_handle(async { refused("futures") })
                .unwrap();
            futures::executor::block_on(task);
        });
    }
}

#[cfg(feature = "smol")]
mod smol_and_async_std {
    use super::{fetch, refused};
    use await_me_maybe::blocking::block_on;
    use await_me_maybe_bridges::in_child;

    const NAME: &str = "smol or async-std";

    #[test]
    fn smol() {
        in_child("smol_and_async_std::smol", &[], || {
            smol::block_on(async { refused(NAME) });
            smol::block_on(smol::spawn(async { refused(NAME) }));
            smol::block_on(async {
                let local = smol::LocalExecutor::new();
                local.run(local.spawn(async { refused(NAME) })).await;
            });
            // A thread for blocking code may wait.
            assert_eq!(smol::block_on(smol::unblock(|| block_on(fetch()))), 1);
            assert_eq!(block_on(fetch()), 1);
        });
    }

    #[test]
    fn async_std() {
        in_child("smol_and_async_std::async_std", &[], || {
            use async_std::task;

            task::block_on(async { refused(NAME) });
            task::block_on(task::spawn(async { refused(NAME) }));
            let value = task::block_on(task::spawn_blocking(|| block_on(fetch())));
            assert_eq!(value, 1);
            assert_eq!(block_on(fetch()), 1);
        });
    }

    #[test]
    fn futures_lite() {
        in_child("smol_and_async_std::futures_lite", &[], || {
            futures_lite::future::block_on(async { refused(NAME) });
            assert_eq!(block_on(fetch()), 1);
        });
    }

    #[test]
    fn the_executor_below_goes_on_as_before() {
        let name = "smol_and_async_std::the_executor_below_goes_on_as_before";
        in_child(name, &[], || {
            // The probe uses the parker of the thread: no wake-up may get lost.
            for _ in 0..1_000 {
                smol::block_on(async {
                    let task = smol::spawn(async { 1 });
                    assert!(super::try_block_on(fetch()).is_err());
                    assert_eq!(task.await, 1);
                });
            }
        });
    }
}
