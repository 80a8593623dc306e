//! A function that returns a future and leaves a parameter behind: the parameter is dropped at the
//! call, so such a call is not deferred as a whole.
#![allow(clippy::unused_async, reason = "a future that is never awaited")]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, log};

struct Machine;

#[maybe_async]
impl Machine {
    #[allow(
        clippy::manual_async_fn,
        clippy::needless_pass_by_value,
        clippy::unused_self,
        reason = "an `async fn` would take the guard with it"
    )]
    fn leaves(
        &self,
        #[allow(unused_variables, reason = "that is the point")] guard: Guard,
        n: u32,
    ) -> impl Future<Output = u32> {
        async move {
            log("body");
            n
        }
    }

    async fn awaited(&self) -> u32 {
        let value = self.leaves(Guard::new("left"), 1).await;
        log("after");
        value
    }

    async fn never_awaited(&self) -> u32 {
        let _never = self.leaves(Guard::new("left"), 1);
        log("after");
        2
    }
}

#[test]
fn dropped_before_the_body() {
    let (value, log) = both(Machine.awaited(), || Machine.awaited_blocking());
    assert_eq!(value, 1);
    assert_eq!(log, ["drop left", "body", "after"]);
}

#[test]
fn dropped_at_the_call() {
    let (value, log) = both(Machine.never_awaited(), || Machine.never_awaited_blocking());
    assert_eq!(value, 2);
    assert_eq!(log, ["drop left", "after"]);
}
