//! Code for one half alone, in files that are compiled as two modules.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unused_async,
    async_fn_in_trait,
    reason = "the folder is that of a library"
)]

#[path = "tree_only"]
mod asynchronous {
    use await_me_maybe::asynchronous::*;

    pub mod wire;
}

#[path = "tree_only"]
#[allow(clippy::duplicate_mod)]
mod blocking {
    use await_me_maybe::blocking::*;

    pub mod wire;
}

use await_me_maybe_tests::take_log;
use futures::executor::block_on;

#[test]
fn pairs_of_methods() {
    let (wire, twin) = (
        asynchronous::wire::Wire::default(),
        blocking::wire::Wire::default(),
    );
    drop(take_log());
    assert_eq!(block_on(wire.twice(1)), 2);
    assert_eq!(take_log(), ["made", "send", "send"]);
    assert_eq!(twin.twice(1), 2);
    assert_eq!(take_log(), ["made", "send", "flush", "send", "flush"]);
    assert_eq!((wire.sent.get(), twin.written.get()), (2, 4));
    *wire.slot.borrow_mut() = 1;
    twin.slot.set(1);
    assert_eq!(asynchronous::wire::Wire::HALF, "async");
    assert_eq!(blocking::wire::Wire::HALF, "blocking");
}

#[test]
fn blocking_code_runs_as_it_is_written() {
    let (wire, twin) = (
        asynchronous::wire::Wire::default(),
        blocking::wire::Wire::default(),
    );
    drop(take_log());
    block_on(wire.flush_here());
    assert_eq!(take_log(), ["flush"]);
    twin.flush_here();
    assert_eq!(take_log(), ["flush", "flush"]);
    block_on(asynchronous::wire::flush_all(&[wire]));
    assert_eq!(take_log(), ["flush", "dropped"]);
    blocking::wire::flush_all(&[twin]);
    assert_eq!(take_log(), ["flush", "flush"]);
}

#[test]
fn pairs_in_traits() {
    use asynchronous::wire::Source as _;
    assert_eq!(block_on(0_u8.two()), 3);
    assert_eq!(blocking::wire::Source::two(&mut 0), 30);
}

#[test]
fn inline_modules() {
    let (wire, twin) = (
        asynchronous::wire::Wire::default(),
        blocking::wire::Wire::default(),
    );
    drop(take_log());
    assert_eq!(block_on(asynchronous::wire::inner::through(&wire)), 1);
    assert_eq!(take_log(), ["send"]);
    assert_eq!(blocking::wire::inner::through(&twin), 4);
    assert_eq!(take_log(), ["flush", "send", "flush"]);
    assert_eq!(blocking::wire::inner::deeper::fetched(&twin), 2);
    assert_eq!(take_log(), ["flush", "send", "flush"]);
}
