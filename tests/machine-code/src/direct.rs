//! What `await_me_maybe` resolves, used directly.

use core::future::Future;
use core::pin::pin;
use core::task::{Context, Poll, Waker};

use crate::{Error, Port};

/// Polls until ready: the least that an executor does.
#[inline(always)]
pub fn drive<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}

/// A value.
#[inline(never)]
pub fn value(number: u64) -> u64 {
    drive(async { number.rotate_left(3) })
}

/// A callable.
#[inline(never)]
pub fn call(port: &mut Port) -> Result<u8, Error> {
    drive(async { (|| port.read())() })
}

/// A future.
#[inline(never)]
pub fn future(port: &mut Port) -> Result<u8, Error> {
    drive(async { port.get().await })
}

/// A callable that returns a future.
#[inline(never)]
pub fn async_closure(port: &mut Port) -> Result<u8, Error> {
    drive(async { (async || port.get().await)().await })
}

/// A callable, in blocking code.
#[inline(never)]
pub fn blocking_call(port: &mut Port) -> Result<u8, Error> {
    (|| port.read())()
}
