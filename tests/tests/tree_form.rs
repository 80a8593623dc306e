//! One folder of source files, compiled as two modules.

#![allow(
    unreachable_pub,
    clippy::unused_async,
    reason = "the folder is that of a library"
)]

mod shared {
    #[derive(Debug, PartialEq)]
    pub enum Error {
        Closed,
        Refused(String),
    }
}

#[path = "tree"]
mod asynchronous {
    use await_me_maybe::asynchronous::*;

    pub mod client;
    pub mod retry;
    pub mod transport;
    pub mod types;
    pub mod wire;

    mod cases;
}

#[path = "tree"]
#[allow(clippy::duplicate_mod)]
mod blocking {
    use await_me_maybe::blocking::*;

    pub mod client;
    pub mod retry;
    pub mod transport;
    pub mod types;
    pub mod wire;

    mod cases;
}

use await_me_maybe_tests::both;
use shared::Error;

#[test]
fn the_same_names_in_both_halves() {
    let (value, _) = both(
        async {
            let mut client =
                asynchronous::client::Client::new(asynchronous::transport::Memory::default());
            client.set("k", "v").await.unwrap();
            let values = (client.get("k").await, client.get("none").await);
            (values, client.log().to_vec())
        },
        || {
            let mut client = blocking::client::Client::new(blocking::transport::Memory::default());
            client.set("k", "v").unwrap();
            let values = (client.get("k"), client.get("none"));
            (values, client.log().to_vec())
        },
    );
    assert_eq!(value.0, (Ok(Some("v".to_owned())), Ok(None)));
    assert_eq!(value.1[..2], ["made, not sent", "set k v"]);
    assert_eq!(asynchronous::client::half(), "async");
    assert_eq!(blocking::client::half(), "blocking");
}

#[test]
fn one_error_for_both() {
    let (value, _) = both(
        asynchronous::retry::three_times(async |n| Err::<u8, _>(Error::Refused(n.to_string()))),
        || blocking::retry::three_times(|n| Err::<u8, _>(Error::Refused(n.to_string()))),
    );
    assert_eq!(value, Err(Error::Refused("3".to_owned())));
}

#[test]
fn what_only_one_half_has() {
    assert_eq!(asynchronous::types::HALF, "async");
    assert_eq!(blocking::types::HALF, "blocking");
    assert_eq!(
        asynchronous::types::Halves {
            only_here: 1,
            both: 2
        }
        .sum(),
        3
    );
    assert_eq!(blocking::types::Halves { here: 10, both: 2 }.sum(), 12);
    assert!(asynchronous::types::Kind::Async.is_mine());
    assert!(blocking::types::Kind::Blocking.is_mine());
}

#[test]
fn a_module_in_one_of_the_files() {
    let (value, _) = both(
        async { asynchronous::wire::inline::Steps(Vec::new()).late().await },
        || blocking::wire::inline::Steps(Vec::new()).late(),
    );
    assert_eq!(value, [0, 2, 3, 4]);
    assert_eq!(blocking::wire::inline::half(), "blocking");
    let half = futures::executor::block_on(asynchronous::wire::inline::half());
    assert_eq!(half, "async");
}
