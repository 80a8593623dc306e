//! A library in the layout of bisync.

#[path = "."]
pub mod asynchronous {
    //! For callers with a runtime.
    use bisync::asynchronous::*;
    mod client;
    pub use client::*;
}

#[path = "."]
#[allow(clippy::duplicate_mod)]
pub mod blocking {
    //! For callers without one.
    use bisync::synchronous::*;
    mod client;
    pub use client::*;
}
