//! `cfg(..)`: a twin that is there under a condition.

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking};

#[maybe_async(cfg(all()))]
async fn there(n: u32) -> u32 {
    give(n).await
}

#[test]
fn a_twin_whose_condition_holds() {
    assert_eq!(both(there(1), || there_blocking(1)).0, 1);
}

#[maybe_async(cfg(any()))]
async fn absent(n: u32) -> u32 {
    // This callee has no twin, and needs none.
    no_twin(n).await
}

async fn no_twin(n: u32) -> u32 {
    n + 1
}

/// Takes the name of the twin, which is not there.
fn absent_blocking(n: u32) -> u32 {
    n + 1
}

#[test]
fn a_twin_whose_condition_does_not_hold() {
    assert_eq!(both(absent(1), || absent_blocking(1)).0, 2);
}

struct Client(u32);

#[maybe_async(cfg(not(unix)), name = unused)]
async fn unused() -> u32 {
    0
}

#[maybe_async(cfg(feature = "twins"))]
impl Client {
    const STEP: u32 = 1;

    async fn step(&mut self) -> u32 {
        self.0 += Self::STEP;
        give(self.0).await
    }

    async fn steps(&mut self) -> u32 {
        self.step().await + self.step().await
    }
}
