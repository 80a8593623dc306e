//! What is no work that is still to do cannot stand for a future.

use std::pin::Pin;

use await_me_maybe::maybe_async;

#[maybe_async]
async fn run(later: impl Future<Output = u8>) -> u8 {
    later.await
}

#[maybe_async]
async fn push(all: &mut Vec<Pin<Box<dyn Future<Output = u8>>>>) {
    all.push(Box::pin(async { 1 }));
}

// A future or its result: the twin has to know which.
#[maybe_async]
async fn both<F, Fut>(first: Fut, make: F) -> u8 //~
where
    F: Fn() -> Fut,
    Fut: Future<Output = u8>,
{
    first.await + make().await
}

fn work() -> u8 {
    1
}

async fn future() -> u8 {
    1
}

fn main() {
    let _ = (run(future()), push(&mut Vec::new()), both(future(), future));
    run_blocking(1); //~
    run_blocking(work()); //~
    run_blocking(future()); //~
    run_blocking(|| "text"); //~
    let mut all: Vec<Pin<Box<dyn await_me_maybe::blocking::Thunk<Output = u8>>>> = Vec::new();
    push_blocking(&mut all);
    all.push(Box::pin(future())); //~
    all.push(Box::pin(1)); //~
}
