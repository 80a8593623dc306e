//! Items and imports inside a body, in a module whose halves have the same names: they hide what
//! the module has under that name, which may be async where they are not, and the other way round.
#![allow(
    clippy::items_after_statements,
    clippy::ignored_unit_patterns,
    clippy::let_underscore_future,
    clippy::let_unit_value,
    clippy::new_without_default,
    clippy::unused_async,
    non_upper_case_globals,
    unreachable_pub,
    reason = "names are hidden here on purpose"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::both;

/// Nothing here is async.
pub(crate) mod outside {
    pub(crate) fn source(n: u8) -> u8 {
        await_me_maybe_tests::log(format!("outside {n}"));
        n
    }
}

#[maybe_async]
mod api {
    use await_me_maybe_tests::log;

    pub async fn source(n: u8) -> u8 {
        log(format!("source {n}"));
        n
    }

    pub fn level(n: u8) -> u8 {
        log(format!("level {n}"));
        n
    }

    pub struct Client;

    impl Client {
        pub fn new() -> Self {
            Self
        }

        pub async fn get(&self) -> u8 {
            log("get");
            1
        }
    }

    /// Nothing here is async, but has the names of what is.
    pub mod plain {
        pub fn source(n: u8) -> u8 {
            await_me_maybe_tests::log(format!("plain {n}"));
            n
        }

        pub struct Client;

        impl Client {
            pub fn new() -> Self {
                Self
            }

            pub fn get(&self) -> u8 {
                await_me_maybe_tests::log("plain get");
                2
            }
        }
    }

    pub mod late {
        pub async fn level(n: u8) -> u8 {
            await_me_maybe_tests::log(format!("late {n}"));
            n
        }
    }

    pub async fn imported() {
        use plain::source;
        let _ = source(1);
        drop(plain::source(2).to_string());
    }

    pub async fn imported_all() {
        use plain::*;
        let _ = source(1);
        let _unused = source(2);
        let _ = Client::new().get();
    }

    pub async fn imported_from_outside() {
        {
            use super::outside::source;
            let _ = source(1);
        }
        let _ = source(2);
        use super::outside::source as other;
        let _ = other(3);
    }

    pub async fn imported_and_late() -> u8 {
        use late::{level, level as renamed};
        let first = level(1);
        let second = renamed(2);
        log("before");
        let _ = level(3);
        second.await + first.await
    }

    pub async fn defined() {
        fn source(n: u8) -> u8 {
            log(format!("defined {n}"));
            n
        }
        let _ = source(1);
        {
            const source: fn(u8) -> u8 = plain::source;
            let _ = source(2);
        }
        mod plain {
            pub fn source(n: u8) -> u8 {
                await_me_maybe_tests::log(format!("inner {n}"));
                n
            }
        }
        let _ = plain::source(3);
    }

    pub async fn types() {
        {
            use plain::Client;
            let client: Client = Client::new();
            client.get();
            let client = Client::new();
            client.get();
            let client = Client {};
            client.get();
        }
        use plain as late;
        let client = late::Client::new();
        let _ = client.get();
        fn inside(client: &Client) {
            struct Client;
            impl Client {
                fn get(&self) {
                    log("own get");
                }
            }
            let _ = client;
            let client = Client;
            client.get();
        }
        inside(&Client);
        // Nothing hides this one.
        let client = Client::new();
        let later = client.get();
        log("before");
        later.await;
    }
}

#[test]
fn functions_that_are_imported() {
    let ((), log) = both(api::imported(), api::blocking::imported);
    assert_eq!(log, ["plain 1", "plain 2"]);
    let ((), log) = both(api::imported_all(), api::blocking::imported_all);
    assert_eq!(log, ["plain 1", "plain 2", "plain get"]);
    let ((), log) = both(
        api::imported_from_outside(),
        api::blocking::imported_from_outside,
    );
    assert_eq!(log, ["outside 1", "outside 3"]);
    let (value, log) = both(api::imported_and_late(), api::blocking::imported_and_late);
    assert_eq!(value, 3);
    assert_eq!(log, ["before", "late 2", "late 1"]);
}

#[test]
fn functions_that_are_defined() {
    let ((), log) = both(api::defined(), api::blocking::defined);
    assert_eq!(log, ["defined 1", "inner 2", "inner 3"]);
}

#[test]
fn types_that_are_imported_or_defined() {
    let ((), log) = both(api::types(), api::blocking::types);
    assert_eq!(
        log,
        [
            "plain get",
            "plain get",
            "plain get",
            "plain get",
            "own get",
            "before",
            "get"
        ]
    );
}

#[test]
fn the_module_itself() {
    assert_eq!(both(api::source(1), || api::blocking::source(1)).0, 1);
    assert_eq!(api::level(1), 1);
    let (client, twin) = (api::Client::new(), api::blocking::Client::new());
    assert_eq!(both(client.get(), || twin.get()).0, 1);
}
