//! The same through `await_me_maybe`.

use await_me_maybe::{await_me_maybe, await_me_maybe_blocking};

use crate::direct::drive;
use crate::{Error, Port};

/// A value.
#[inline(never)]
pub fn value(number: u64) -> u64 {
    drive(async { await_me_maybe(number.rotate_left(3)).await })
}

/// A callable.
#[inline(never)]
pub fn call(port: &mut Port) -> Result<u8, Error> {
    drive(async { await_me_maybe(|| port.read()).await })
}

/// A future.
#[inline(never)]
pub fn future(port: &mut Port) -> Result<u8, Error> {
    drive(async { await_me_maybe(port.get()).await })
}

/// A callable that returns a future.
#[inline(never)]
pub fn async_closure(port: &mut Port) -> Result<u8, Error> {
    drive(async { await_me_maybe(async || port.get().await).await })
}

/// A callable, in blocking code.
#[inline(never)]
pub fn blocking_call(port: &mut Port) -> Result<u8, Error> {
    await_me_maybe_blocking(|| port.read())
}
