//! What `await_me_maybe_blocking` and thunk parameters suggest.

use await_me_maybe::blocking::{Resolve, Thunk, lazy};
use await_me_maybe::{await_me_maybe, await_me_maybe_blocking, maybe_async};
use await_me_maybe_ui_tests::block_on;
use std::pin::Pin;

async fn fetch() -> u8 {
    1
}

fn run(thunk: impl Resolve<Output = u8>) -> u8 {
    thunk.resolve()
}

fn store(thunk: Pin<Box<dyn Thunk<Output = u8>>>) -> u8 {
    thunk.resolve()
}

#[maybe_async]
async fn leads_to(value: u8) -> u8 {
    let one: u8 = await_me_maybe(value).await;
    let two: u8 = await_me_maybe(|| value).await;
    one + two
}

fn main() {
    // Does what `NoFuture` says: a value or a closure; or the future run by an executor.
    assert_eq!(
        [await_me_maybe_blocking(1), await_me_maybe_blocking(|| 1)],
        [1, 1]
    );
    let value: u8 = await_me_maybe_blocking(block_on(fetch()));
    assert_eq!(value, await_me_maybe_blocking!(|| block_on(fetch())));

    // Does what `Resolve` and `Thunk` say: a closure that returns the value, and `lazy` where a
    // thunk is stored.
    assert_eq!((run(|| 1), run(|| block_on(fetch()))), (1, 1));
    assert_eq!((store(Box::pin(lazy(|| 1))), block_on(fetch())), (1, 1));

    assert_eq!((block_on(leads_to(1)), leads_to_blocking(1)), (2, 2));
}
