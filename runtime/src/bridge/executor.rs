//! Which executor runs on this thread, as far as the features tell, and the mark of our own.

/// The name of an executor that would stop if this thread waited.
pub(crate) fn running() -> Option<&'static str> {
    #[cfg(feature = "tokio")]
    if super::tokio::is_polling() {
        return Some("tokio");
    }
    #[cfg(feature = "futures-executor")]
    if futures_executor::enter().is_err() {
        return Some("futures");
    }
    #[cfg(feature = "smol")]
    if super::smol::is_running() {
        return Some("smol or async-std");
    }
    #[cfg(not(any(feature = "tokio", feature = "futures-executor")))]
    if own::is_running() {
        return Some("an outer `block_on`");
    }
    None
}

/// Marks the thread as long as it lives.
#[cfg(all(feature = "futures-executor", not(feature = "tokio")))]
pub(crate) fn mark() -> Option<futures_executor::Enter> {
    futures_executor::enter().ok()
}

#[cfg(not(any(feature = "tokio", feature = "futures-executor")))]
pub(crate) use own::mark;

/// With neither of those that mark the thread themselves. (Tokio takes its mark away in
/// `block_in_place`.)
#[cfg(not(any(feature = "tokio", feature = "futures-executor")))]
mod own {
    use core::cell::Cell;
    use core::marker::PhantomData;
    use std::thread_local;

    thread_local!(static RUNNING: Cell<bool> = const { Cell::new(false) });

    pub(crate) fn is_running() -> bool {
        RUNNING.get()
    }

    pub(crate) struct Running(PhantomData<*mut ()>);

    /// Marks the thread as long as it lives.
    pub(crate) fn mark() -> Running {
        RUNNING.set(true);
        Running(PhantomData)
    }

    impl Drop for Running {
        fn drop(&mut self) {
            RUNNING.set(false);
        }
    }
}
