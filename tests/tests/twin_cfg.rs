//! `cfg(..)`: a twin that is there under a condition.

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, pause};

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
    pause().await;
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

#[maybe_async(cfg(any(test, windows)))]
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

#[maybe_async(cfg(not(test)))]
impl Client {
    /// The names of these twins are free.
    async fn first(&mut self) -> u32 {
        no_twin(self.0).await
    }

    async fn second(&mut self) -> u32 {
        self.first().await
    }
}

impl Client {
    fn first_blocking(&mut self) -> u32 {
        self.0 + 1
    }

    fn second_blocking(&mut self) -> u32 {
        self.first_blocking()
    }
}

#[test]
fn impls() {
    assert_eq!(
        both(async { Client(1).steps().await }, || Client(1)
            .steps_blocking())
        .0,
        5
    );
    assert_eq!(
        both(async { Client(1).second().await }, || Client(1)
            .second_blocking())
        .0,
        2
    );
}

#[maybe_async(cfg(not(test)))]
trait Absent {
    async fn get(&self) -> u32;
}

#[maybe_async(cfg(not(test)))]
impl Absent for Client {
    async fn get(&self) -> u32 {
        no_twin(self.0).await
    }
}

/// Takes the name of the twin.
trait AbsentBlocking {
    fn get_blocking(&self) -> u32;
}

impl AbsentBlocking for Client {
    fn get_blocking(&self) -> u32 {
        self.0 + 1
    }
}

#[maybe_async(cfg(test))]
trait There {
    async fn get_there(&self) -> u32;
}

#[maybe_async(cfg(test), replace(give = give_blocking))]
impl There for Client {
    async fn get_there(&self) -> u32 {
        give(self.0).await
    }
}

#[test]
fn traits() {
    assert_eq!(
        both(async { Client(1).get().await }, || Client(1).get_blocking()).0,
        2
    );
    assert_eq!(
        both(async { Client(1).get_there().await }, || Client(1)
            .get_there_blocking())
        .0,
        1
    );
}
