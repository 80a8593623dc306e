//! A crate may forbid whole groups of lints, those that twins silence among them.
#![forbid(
    unsafe_code,
    unused,
    nonstandard_style,
    let_underscore,
    refining_impl_trait,
    unused_must_use,
    missing_docs,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![deny(warnings)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};

/// Not used by itself: the twin of what is private and the twin of what is public.
#[maybe_async]
async fn leaf(n: u32) -> u32 {
    log("leaf");
    give(n).await
}

/// Of every kind.
#[maybe_async(twins(leaf))]
async fn all(n: u32) -> u32 {
    let early = leaf(n);
    let late = async { leaf(n + 1).await };
    late.await + early.await + api::one().await
}

/// A module.
mod api {
    /// One.
    pub async fn one() -> u32 {
        std::future::ready(1).await
    }

    /// One.
    pub const fn one_blocking() -> u32 {
        1
    }
}

/// The module form.
#[maybe_async]
mod module {
    /// What both have.
    #[derive(Debug, PartialEq, Eq)]
    pub struct Shared(pub u32);

    /// Two.
    pub async fn two() -> Shared {
        let late = async { std::future::ready(2).await };
        Shared(late.await)
    }
}

#[test]
fn groups() {
    let (value, log) = both(all(1), || all_blocking(1));
    assert_eq!(value, 4);
    assert_eq!(log, ["leaf", "give 2", "leaf", "give 1"]);
    let (value, _) = both(module::two(), module::blocking::two);
    assert_eq!(value, module::Shared(2));
}
