//! The same library without the pair of functions that tokio's mirror makes needless.

#[path = "."]
pub mod asynchronous {
    //! For callers with a runtime.
    use await_me_maybe::asynchronous::maybe_async as bisync;
    mod client;
    pub use client::*;
}

#[path = "."]
#[allow(clippy::duplicate_mod)]
pub mod blocking {
    //! For callers without one.
    use await_me_maybe::blocking::maybe_async as bisync;
    mod client;
    pub use client::*;
}
