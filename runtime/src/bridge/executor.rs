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

/// Tokio and `futures` mark the thread themselves, and tokio takes its mark away in
/// `block_in_place`.
#[cfg(not(any(feature = "tokio", feature = "futures-executor")))]
pub(crate) mod own {
    use core::cell::Cell;
    use core::marker::PhantomData;
    use std::thread_local;

    thread_local!(static RUNNING: Cell<bool> = const { Cell::new(false) });

    pub(crate) fn is_running() -> bool {
        RUNNING.get()
    }

    /// Marks the thread as long as it lives.
    pub(crate) struct Running(PhantomData<*mut ()>);

    impl Running {
        pub(crate) fn here() -> Self {
            RUNNING.set(true);
            Self(PhantomData)
        }
    }

    impl Drop for Running {
        fn drop(&mut self) {
            RUNNING.set(false);
        }
    }
}
