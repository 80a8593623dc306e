//! What the programs in `tests/pass` share.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Runs the async half of a program that never has to be woken.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
