//! Tokio: whether it runs on this thread, and the runtimes that drive futures for others.

use alloc::string::String;
use core::any::Any;
use core::future::Future;
use core::task::{Context, Poll, Waker};
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, OnceLock, PoisonError};

use tokio::runtime::{Builder, Handle, Runtime, RuntimeFlavor};
use tokio::task::coop;

use super::error::BlockOnError;

/// Whether a task, or the future of a `block_on`, is being polled on this thread.
///
/// Tokio gives each poll a budget, and has none on its threads for blocking code and in
/// `block_in_place`. A budget runs out, and so it shows; the first step gives it back in the end.
pub(crate) fn is_polling() -> bool {
    if Handle::try_current().is_err() {
        return false;
    }
    let mut context = Context::from_waker(Waker::noop());
    if !coop::has_budget_remaining() {
        return true;
    }
    let Poll::Ready(_gives_back) = coop::poll_proceed(&mut context) else {
        return true;
    };
    for _ in 0..=u8::MAX {
        if !coop::has_budget_remaining() {
            return true;
        }
        if let Poll::Ready(step) = coop::poll_proceed(&mut context) {
            step.made_progress();
        }
    }
    false
}

/// Waits for the future where its timers, sockets and tasks have a runtime.
pub(crate) fn drive<F: Future>(future: F) -> Result<F::Output, BlockOnError> {
    let current = Handle::try_current();
    #[cfg(feature = "unblock")]
    let _held = super::slot::Held::here_if(current.is_ok());
    let handle = match current {
        // One of the current thread is driven by nobody once its `block_on` has returned.
        Ok(handle) if handle.runtime_flavor() == RuntimeFlavor::MultiThread => handle,
        // Destructors of thread-locals run after those of tokio.
        Err(error) if error.is_thread_local_destroyed() => return Ok(super::park::drive(future)),
        Ok(_) | Err(_) => background().map_err(BlockOnError::start)?.clone(),
    };
    let mut started = false;
    let future = async {
        started = true;
        future.await
    };
    let result = catch_unwind(AssertUnwindSafe(|| handle.block_on(future)));
    result.or_else(|payload| {
        if !started {
            // A poll without a budget: `unconstrained`, or a destructor that tokio runs. Nothing
            // but the attempt tells.
            return Err(BlockOnError::nested::<F>("tokio"));
        }
        if tells_of_a_shutdown(&*payload) {
            return Err(BlockOnError::shut_down());
        }
        resume_unwind(payload)
    })
}

/// Runs this where what it drops has a runtime, if there has been one.
#[cfg(feature = "stream")]
pub(crate) fn within<R>(run: impl FnOnce() -> R) -> R {
    let has_none = Handle::try_current().is_err_and(|error| error.is_missing_context());
    let _entered = RUNTIME
        .get()
        .filter(|_| has_none)
        .map(|runtime| runtime.enter());
    run()
}

/// A timer has no other way to say it. The text is what `tokio::runtime::is_rt_shutdown_err` goes by.
fn tells_of_a_shutdown(payload: &(dyn Any + Send)) -> bool {
    let text = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied());
    text == Some("A Tokio 1.x context was found, but it is being shutdown.")
}

/// Runs this on the pool of the runtime, and not at all if it is dropped before its turn.
#[cfg(feature = "unblock")]
pub(crate) async fn unblock<T: Send + 'static>(
    handle: Handle,
    work: impl FnOnce() -> T + Send + 'static,
) -> T {
    struct AbortOnDrop<T>(tokio::task::JoinHandle<T>);

    impl<T> Drop for AbortOnDrop<T> {
        fn drop(&mut self) {
            self.0.abort();
        }
    }

    let mut task = AbortOnDrop(handle.spawn_blocking(work));
    match (&mut task.0)
        .await
        .map_err(tokio::task::JoinError::try_into_panic)
    {
        Ok(value) => value,
        Err(Ok(payload)) => resume_unwind(payload),
        Err(Err(_)) => {
            panic!("the tokio runtime was shut down before it was the turn of this closure")
        }
    }
}

static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// The runtime for threads without one. It lives as long as the program.
fn background() -> io::Result<&'static Handle> {
    static STARTING: Mutex<()> = Mutex::new(());

    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime.handle());
    }
    let _starting = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime.handle());
    }
    // Two, so that a task that computes does not hold up the timers of all others.
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("await-me-maybe")
        .enable_all()
        .build()?;
    Ok(RUNTIME.get_or_init(|| runtime).handle())
}
