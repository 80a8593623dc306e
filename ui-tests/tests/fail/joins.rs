//! Policies, and what they ask for.

use std::rc::Rc;

use await_me_maybe::maybe_async;

#[maybe_async]
async fn step(n: u8) -> u8 {
    n
}

#[maybe_async(join = parallel)] //~
async fn unknown_policy() -> (u8, u8) {
    tokio::join!(step(1), step(2))
}

#[maybe_async(join = threads)]
async fn alone() -> (u8,) {
    tokio::join!(step(1)) //~
}

#[maybe_async(join = threads)]
async fn not_send(shared: Rc<u8>) -> (u8, u8) {
    tokio::join!(step(*shared), async { *shared }) //~
}

#[maybe_async(join = threads)]
async fn value_not_send() -> (u8, Rc<u8>) {
    tokio::join!(step(1), async { Rc::new(2) }) //~
}

fn main() {
    let _ = (unknown_policy(), alone(), not_send(Rc::new(1)), value_not_send());
}
