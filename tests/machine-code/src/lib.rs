//! Functions whose machine code is compared: [`twin`] against [`hand`], and [`resolved`]
//! against [`direct`].
//!
//! Nothing here is called: `tests/equal.rs` has it compiled in release and reads the assembly.

#![allow(
    clippy::inline_always,
    clippy::manual_async_fn,
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    clippy::redundant_closure_call,
    clippy::unused_async,
    reason = "each function shows one construct, needed or not"
)]

pub mod direct;
pub mod hand;
pub mod resolved;
pub mod twin;

/// Stands for a device: an operation the optimiser cannot look into.
pub struct Port(());

impl Port {
    /// Reads one byte.
    #[inline(never)]
    pub fn read(&mut self) -> Result<u8, Error> {
        std::hint::black_box(Ok(7))
    }

    /// Writes one byte.
    #[inline(never)]
    pub fn write(&mut self, byte: u8) -> Result<(), Error> {
        std::hint::black_box(byte);
        std::hint::black_box(Ok(()))
    }

    /// As [`read`](Self::read), under the name that twins call.
    #[inline(always)]
    pub fn get_blocking(&mut self) -> Result<u8, Error> {
        self.read()
    }

    /// As [`write`](Self::write), under the name that twins call.
    #[inline(always)]
    pub fn put_blocking(&mut self, byte: u8) -> Result<(), Error> {
        self.write(byte)
    }

    /// The async leaf.
    pub async fn get(&mut self) -> Result<u8, Error> {
        self.read()
    }

    /// The async leaf.
    pub async fn put(&mut self, byte: u8) -> Result<(), Error> {
        self.write(byte)
    }
}

/// What a device can say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Error {
    /// Nothing is there.
    Gone,
    /// What came was not a number.
    Bad,
}

/// A source of numbers.
#[allow(
    async_fn_in_trait,
    reason = "rustc says this of any public trait with an `async fn`"
)]
#[await_me_maybe::maybe_async]
pub trait Source {
    /// The next one.
    async fn next(&mut self) -> Option<u64>;
}

/// Counts down.
pub struct Countdown(
    /// Where it stands.
    pub u64,
);

#[await_me_maybe::maybe_async]
impl Source for Countdown {
    #[inline]
    async fn next(&mut self) -> Option<u64> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
}
