//! What the texts on code for one half alone suggest, done as they say it.
#![allow(
    unreachable_pub,
    clippy::unused_async,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};

// Does what `TWO_HALVES`, `HALF_TWICE` and `HALF_WITH_ARGUMENTS` say: one of the two, once, alone.
#[maybe_async]
async fn marked() -> Vec<&'static str> {
    let mut words = vec!["both"];
    #[only_async]
    words.push("async");
    #[only_blocking]
    words.push("blocking");
    words
}

// Does what `OTHER_HALF_INSIDE` says: moved out.
#[maybe_async]
async fn beside() -> Vec<&'static str> {
    let mut words = Vec::new();
    #[only_async]
    {
        words.push("in async");
    }
    #[only_blocking]
    words.push("in blocking");
    words
}

// Does what `HALF_OF_A_PREDICATE` says: the bound stands at the parameter.
#[maybe_async]
async fn bounded<#[only_async] T: Send + Into<u8>, #[only_blocking] T: Into<u8>>(value: T) -> u8 {
    value.into()
}

/// Not `Send`.
struct Local(std::rc::Rc<u8>);

impl From<Local> for u8 {
    fn from(local: Local) -> u8 {
        *local.0
    }
}

// Does what `HOLE` says: a choice with a value in both halves.
#[maybe_async]
async fn chosen(n: u8) -> u8 {
    let one = if is_async!() { n } else { n + 100 };
    let two = 1 + if is_async!() { 10 } else { 20 };
    one + two
}

macro_rules! keep {
    ($name:ident <- $value:expr) => {
        let $name = $value;
    };
}

// Does what `HALF_IN_MACRO` says: chosen outside.
#[maybe_async]
async fn chosen_outside() -> u8 {
    let value = if is_async!() { 1 } else { 2 };
    keep!(kept <- value);
    kept
}

// Does what `ONE_HALF_ALONE` says: not annotated, with the item of the other half beside it.
async fn alone() -> &'static str {
    "async"
}

fn alone_blocking() -> &'static str {
    "blocking"
}

#[maybe_async]
async fn either() -> &'static str {
    alone().await
}

#[test]
fn in_functions() {
    let run = futures::executor::block_on::<std::pin::Pin<Box<dyn Future<Output = _>>>>;
    assert_eq!(run(Box::pin(marked())), ["both", "async"]);
    assert_eq!(marked_blocking(), ["both", "blocking"]);
    assert_eq!(run(Box::pin(beside())), ["in async"]);
    assert_eq!(beside_blocking(), ["in blocking"]);
    assert_eq!(futures::executor::block_on(bounded(5_u8)), 5);
    assert_eq!(bounded_blocking(Local(std::rc::Rc::new(5))), 5);
    assert_eq!(futures::executor::block_on(chosen(1)), 12);
    assert_eq!(chosen_blocking(1), 122);
    assert_eq!(futures::executor::block_on(chosen_outside()), 1);
    assert_eq!(chosen_outside_blocking(), 2);
    assert_eq!(futures::executor::block_on(either()), "async");
    assert_eq!(either_blocking(), "blocking");
}

struct Client(u8);

// Does what `half_of_one` says: the async one is marked, the blocking one has another name, and
// the choice is where they are used.
#[maybe_async]
impl Client {
    #[only_async]
    const PORT: u16 = 1;

    #[only_blocking]
    const PORT_BLOCKING: u16 = 2;

    async fn port(&self) -> u16 {
        if is_async!() {
            Self::PORT
        } else {
            Self::PORT_BLOCKING
        }
    }

    // Does what `same_name_in_one_type` says: the name that an awaited call has in the twin.
    #[only_async]
    async fn connect(&self) -> u8 {
        log("connect");
        self.0
    }

    #[only_blocking]
    fn connect_blocking(&self) -> u8 {
        log("connect");
        self.0
    }

    async fn connected(&self) -> u8 {
        self.connect().await
    }

    // Does what `async_in_blocking` says: blocking code calls the twin.
    #[only_blocking]
    fn flush(&self) -> u8 {
        self.connected_blocking() + 1
    }
}

#[test]
fn in_types() {
    let client = Client(1);
    assert_eq!(futures::executor::block_on(client.port()), 1);
    assert_eq!(client.port_blocking(), 2);
    assert_eq!(
        both(client.connected(), || client.connected_blocking()),
        (1, vec!["connect".to_owned()])
    );
    assert_eq!(client.flush(), 2);
}

mod outside {
    pub(crate) const fn level() -> u8 {
        7
    }
}

// Does what `BLOCKING_MODULE` says: the items in it are marked, or it stands outside and is used
// by the blocking half.
#[maybe_async]
mod api {
    pub mod nested {
        #[only_blocking]
        pub fn level() -> u8 {
            6
        }

        #[only_async]
        pub async fn level() -> u8 {
            6
        }
    }

    #[only_blocking]
    use super::outside;

    pub async fn get() -> u8 {
        let more = if is_async!() { 7 } else { outside::level() };
        nested::level().await + more
    }
}

#[test]
fn in_modules() {
    assert_eq!(both(api::get(), api::blocking::get).0, 13);
}
