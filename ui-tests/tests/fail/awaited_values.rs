//! Awaiting what an unknown function has returned: its work may be done already.

use await_me_maybe::maybe_async;

async fn foreign(n: u8) -> u8 {
    n
}

fn made(n: u8) -> std::future::Ready<u8> {
    std::future::ready(n)
}

#[maybe_async]
async fn unknown_function() -> u8 {
    let later = foreign(1);
    later.await //~
}

#[maybe_async]
async fn plain_function() -> u8 {
    let later = made(1);
    later.await + 1 //~
}

#[maybe_async]
async fn collected() -> u8 {
    let mut sum = 0;
    for later in [foreign(1), foreign(2)] {
        sum += later.await; //~
    }
    sum
}

struct Slot {
    future: Option<std::future::Ready<u8>>,
}

#[maybe_async]
impl Slot {
    async fn get(&mut self) -> u8 {
        match self.future.take() {
            Some(future) => future.await, //~
            None => 0,
        }
    }
}

fn main() {
    let mut slot = Slot { future: None };
    let _ = (unknown_function(), plain_function(), collected());
    let _ = slot.get();
    unknown_function_blocking();
    plain_function_blocking();
    collected_blocking();
    slot.get_blocking();
}
