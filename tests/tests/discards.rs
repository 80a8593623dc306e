//! Values that are thrown away where both halves have the same names.

#![allow(
    unused_must_use,
    dropping_copy_types,
    clippy::let_underscore_future,
    clippy::unused_async,
    clippy::let_underscore_untyped,
    reason = "what is thrown away is the point"
)]

use std::collections::HashMap;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};

/// A sync type whose methods have the names of async ones.
#[derive(Default)]
struct Notes(HashMap<String, u8>);

impl Notes {
    fn remove(&mut self, key: &str) -> Option<u8> {
        log(format!("note {key}"));
        self.0.remove(key)
    }
}

#[maybe_async]
mod api {
    use super::{Notes, log};

    pub(crate) struct Client<const N: usize> {
        notes: Notes,
    }

    impl<const N: usize> Client<N> {
        pub(crate) fn new() -> Self {
            Self {
                notes: Notes::default(),
            }
        }

        pub(crate) async fn remove(&mut self, key: &str) -> usize {
            log(format!("remove {key}"));
            let _ = self.notes.remove(key);
            self.notes.remove("statement");
            drop(self.notes.remove("drop"));
            _ = self.notes.remove("assigned");
            N
        }

        pub(crate) async fn nothing_runs(&mut self) {
            // Known to be async.
            let _ = self.remove("never");
            let _ = late("never");
            drop(late("never"));
            log("end");
        }
    }

    async fn late(what: &str) {
        log(what);
    }

    pub(crate) trait Shelf<'a, T: 'a = u8>
    where
        T: std::fmt::Debug,
    {
        type Fault: std::fmt::Debug + PartialEq;

        fn fault(&self) -> Self::Fault;

        async fn clear(&mut self, mut notes: Notes, _: (T, &'a str)) -> Result<(), Self::Fault> {
            let _ = notes.remove("default");
            Err(self.fault())
        }
    }

    impl<'a, T: std::fmt::Debug + 'a> Shelf<'a, T> for Vec<T> {
        type Fault = String;

        fn fault(&self) -> Self::Fault {
            "fault".to_owned()
        }
    }

    impl<'a, T, const N: usize> Shelf<'a, T> for [T; N]
    where
        T: std::fmt::Debug + 'a,
    {
        type Fault = usize;

        fn fault(&self) -> Self::Fault {
            N
        }

        async fn clear(
            &mut self,
            mut notes: Notes,
            (value, text): (T, &'a str),
        ) -> Result<(), Self::Fault> {
            let _ = notes.remove(text);
            let fault: Self::Fault = N + 1;
            log(format!("{value:?}"));
            Err::<(), Self::Fault>(fault)
        }
    }
}

mod asynchronous {
    use await_me_maybe::asynchronous::*;

    use super::Notes;

    #[maybe_async]
    pub(super) async fn forget(mut notes: Notes) -> Option<u8> {
        let _ = notes.remove("a");
        notes.remove("b")
    }
}

mod blocking {
    use await_me_maybe::blocking::*;

    use super::Notes;

    #[maybe_async]
    pub(super) async fn forget(mut notes: Notes) -> Option<u8> {
        let _ = notes.remove("a");
        notes.remove("b")
    }
}

#[test]
fn sync_methods_of_async_names_run_in_both_halves() {
    let (value, log) = both(async { api::Client::<3>::new().remove("x").await }, || {
        api::blocking::Client::<3>::new().remove("x")
    });
    assert_eq!(value, 3);
    assert_eq!(
        log,
        [
            "remove x",
            "note x",
            "note statement",
            "note drop",
            "note assigned"
        ]
    );
}

#[test]
fn futures_that_are_thrown_away_run_in_neither() {
    let ((), log) = both(
        async { api::Client::<1>::new().nothing_runs().await },
        || api::blocking::Client::<1>::new().nothing_runs(),
    );
    assert_eq!(log, ["end"]);
}

#[test]
fn default_methods_and_impls_of_foreign_types() {
    let (value, log) = both(
        async {
            let first = api::Shelf::clear(&mut vec![1_u8], Notes::default(), (1, "")).await;
            let second = api::Shelf::clear(&mut [1_u8], Notes::default(), (7, "text")).await;
            (first, second)
        },
        || {
            let first = api::blocking::Shelf::clear(&mut vec![1_u8], Notes::default(), (1, ""));
            let second = api::blocking::Shelf::clear(&mut [1_u8], Notes::default(), (7, "text"));
            (first, second)
        },
    );
    assert_eq!(value, (Err("fault".to_owned()), Err(2)));
    assert_eq!(log, ["note default", "note text", "7"]);
}

#[test]
fn in_a_source_that_is_compiled_twice() {
    let (value, log) = both(asynchronous::forget(Notes::default()), || {
        blocking::forget(Notes::default())
    });
    assert_eq!(
        (value, log),
        (None, vec!["note a".to_owned(), "note b".to_owned()])
    );
}
