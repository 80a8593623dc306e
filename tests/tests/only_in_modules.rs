//! Code for one half alone, in an annotated module.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    async_fn_in_trait,
    reason = "libraries have more than a test uses"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::take_log;
use futures::executor::block_on;

#[maybe_async]
mod api {
    #[only_blocking]
    use std::cell::Cell as Slot;
    #[only_async]
    use std::cell::RefCell as Slot;

    #[only_async]
    use super::wire_async::send;
    #[only_blocking]
    use super::wire_blocking::send;

    use await_me_maybe_tests::log;

    #[only_async]
    pub const HALF: &str = "async";
    #[only_blocking]
    pub const HALF: &str = "blocking";

    #[derive(Default)]
    pub struct Client {
        pub slot: Slot<u8>,
        #[only_async]
        pub name: &'static str,
        #[only_blocking]
        pub number: u8,
    }

    #[derive(Debug, PartialEq)]
    pub enum State {
        Idle,
        #[only_async]
        Waiting(u8),
        #[only_blocking]
        Blocked {
            by: u8,
        },
    }

    #[derive(Debug, PartialEq)]
    pub struct Shared(pub u8);

    impl Client {
        #[only_async]
        pub fn new(name: &'static str) -> Self {
            let mut client = Self::default();
            client.name = name;
            client
        }

        #[only_blocking]
        pub fn new(number: u8) -> Self {
            Self {
                slot: Slot::new(0),
                number,
            }
        }

        pub fn half() -> &'static str {
            if is_async!() { "async" } else { "blocking" }
        }

        #[only_async]
        pub async fn read(&self, n: u8) -> u8 {
            log("read");
            n
        }

        #[only_blocking]
        pub fn read(&self, n: u8) -> u8 {
            log("read");
            n + self.number
        }

        pub async fn twice(&self, n: u8) -> u8 {
            let late = self.read(n);
            log("made");
            self.read(n).await + late.await
        }

        pub async fn flush(&self) -> Result<u8, Shared> {
            log("flush");
            send(1).await;
            Ok(1)
        }

        #[only_blocking]
        pub fn flush_all(&self) {
            let _ = self.flush();
            self.flush().ok();
            drop(self.flush());
        }

        pub async fn flush_here(&self) {
            if is_async!() {
                let _ = self.flush().await;
            } else {
                let _ = self.flush();
            }
            #[only_blocking]
            let _ = self.flush();
            #[only_blocking]
            for _ in 0..self.flush().map_or(0, |n| n) {
                log(format!("{:?}", self.flush()));
            }
        }

        pub async fn state(&self) -> State {
            let state = State::Idle;
            match state {
                State::Idle if is_async!() => {
                    #[only_async]
                    return State::Waiting(self.read(1).await);
                    #[only_blocking]
                    state
                }
                #[only_async]
                State::Waiting(_) => state,
                #[only_blocking]
                State::Blocked { .. } => state,
                #[only_async]
                State::Idle => state,
                #[only_blocking]
                State::Idle => State::Blocked { by: self.read(2) },
            }
        }
    }

    impl Drop for Client {
        fn drop(&mut self) {
            #[only_async]
            log("dropped");
            #[only_blocking]
            let _ = self.flush();
        }
    }

    #[only_async]
    pub async fn fetch(n: u8) -> u8 {
        n
    }

    #[only_blocking]
    pub fn fetch(n: u8) -> u8 {
        let _ = later(n);
        n + 100
    }

    pub async fn later(n: u8) -> u8 {
        log(format!("later {n}"));
        n
    }

    pub async fn through(n: u8) -> u8 {
        let late = fetch(n);
        fetch(n).await + late.await
    }

    pub trait Source {
        #[only_async]
        async fn next(&mut self) -> u8;
        #[only_blocking]
        fn next(&mut self) -> u8;

        async fn two(&mut self) -> u8 {
            self.next().await + self.next().await
        }
    }

    impl Source for u8 {
        #[only_async]
        async fn next(&mut self) -> u8 {
            *self += 1;
            *self
        }

        #[only_blocking]
        fn next(&mut self) -> u8 {
            *self += 10;
            *self
        }
    }

    #[only_async]
    pub mod only {
        pub const HERE: bool = true;
    }

    pub mod marked {
        #[only_blocking]
        pub fn flushed() -> u8 {
            let _ = super::later(1);
            super::fetch(1)
        }
    }
}

mod wire_async {
    pub(super) async fn send(_: u8) {}
}

mod wire_blocking {
    pub(super) fn send(_: u8) {
        await_me_maybe_tests::log("sent");
    }
}

#[test]
fn items_of_one_half() {
    assert_eq!((api::HALF, api::blocking::HALF), ("async", "blocking"));
    assert!(api::only::HERE);
    assert_eq!(api::Client::half(), "async");
    assert_eq!(api::blocking::Client::half(), "blocking");
    let _shared: api::blocking::Shared = api::Shared(1);
}

#[test]
fn methods_of_one_half() {
    let asynchronous = api::Client::new("name");
    let blocking = api::blocking::Client::new(100);
    drop(take_log());
    assert_eq!(block_on(asynchronous.twice(1)), 2);
    assert_eq!(take_log(), ["made", "read", "read"]);
    assert_eq!(blocking.twice(1), 202);
    assert_eq!(take_log(), ["made", "read", "read"]);
    assert_eq!(block_on(asynchronous.state()), api::State::Waiting(1));
    assert_eq!(blocking.state(), api::blocking::State::Blocked { by: 102 });
}

#[test]
fn blocking_code_runs_as_it_is_written() {
    let asynchronous = api::Client::new("name");
    let blocking = api::blocking::Client::new(1);
    drop(take_log());
    blocking.flush_all();
    assert_eq!(take_log(), ["flush", "sent"].repeat(3));
    block_on(asynchronous.flush_here());
    assert_eq!(take_log(), ["flush"]);
    blocking.flush_here();
    let mut expected = ["flush", "sent"].repeat(4);
    expected.push("Ok(1)");
    assert_eq!(take_log(), expected);
    drop(asynchronous);
    assert_eq!(take_log(), ["dropped"]);
    drop(blocking);
    assert_eq!(take_log(), ["flush", "sent"]);
}

#[test]
fn functions_of_one_half() {
    drop(take_log());
    assert_eq!(block_on(api::through(1)), 2);
    assert_eq!(take_log(), [""; 0]);
    assert_eq!(api::blocking::through(1), 202);
    assert_eq!(take_log(), ["later 1", "later 1"]);
    assert_eq!(api::blocking::marked::flushed(), 101);
    assert_eq!(take_log(), ["later 1", "later 1"]);
}

#[test]
fn pairs_in_traits() {
    use api::Source as _;
    assert_eq!(block_on(0_u8.two()), 3);
    assert_eq!(api::blocking::Source::two(&mut 0), 30);
}
