//! An annotated module relies on no name being in scope.
#![no_implicit_prelude]
#![forbid(unsafe_code)]

use ::await_me_maybe::maybe_async;
use ::await_me_maybe_tests::{both, give, give_blocking};
use ::std::assert_eq;
use ::std::prelude::v1::test;

/// Names that the expansion uses, with another meaning.
mod core {}
mod std {}

#[maybe_async]
mod api {
    use ::std::result::Result::{self, Err, Ok};
    use ::std::string::{String, ToString as _};

    #[only_async]
    use super::give;
    #[only_blocking]
    use super::give_blocking as give;

    /// In the way of our own paths.
    mod core {}
    mod std {}
    mod await_me_maybe {}

    pub(super) struct Client {
        level: u8,
    }

    impl Client {
        pub(super) fn new(level: u8) -> Self {
            Self { level }
        }

        pub(super) async fn get(&self) -> Result<u8, String> {
            let level = self.level;
            let late = async move { give(level).await };
            let text = async { give(1_u8).await };
            if self.level == 0 {
                return Err("none".to_string());
            }
            Ok(text.await + late.await + nested::level().await)
        }
    }

    mod nested {
        pub(super) async fn level() -> u8 {
            match super::give(2_u8).await {
                2 => 4,
                other => other,
            }
        }
    }

    ::std::thread_local! {
        static CALLS: ::std::cell::Cell<u8> = const { ::std::cell::Cell::new(0) };
    }

    pub(super) async fn calls() -> u8 {
        CALLS.set(CALLS.get() + 1);
        CALLS.get()
    }
}

#[test]
fn both_halves() {
    let (value, log) = both(async { api::Client::new(3).get().await }, || {
        api::blocking::Client::new(3).get()
    });
    assert_eq!(value, ::std::result::Result::Ok(8));
    assert_eq!(log, ["give 1", "give 3", "give 2"]);
    assert_eq!(::futures::executor::block_on(api::calls()), 1);
    assert_eq!(api::blocking::calls(), 2);
}
