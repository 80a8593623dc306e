//! `await_me_maybe_blocking!` does not wait for futures, and needs no type to say so.

use await_me_maybe::await_me_maybe_blocking;

struct Request;

impl IntoFuture for Request {
    type Output = u8;
    type IntoFuture = std::future::Ready<u8>;

    fn into_future(self) -> Self::IntoFuture {
        std::future::ready(1)
    }
}

async fn fetch() -> u8 {
    1
}

fn future() {
    let _ = await_me_maybe_blocking!(async { 1 }); //~
}

fn call_of_async_fn() {
    let _: u8 = await_me_maybe_blocking!(fetch()); //~
}

fn async_fn() {
    let _ = await_me_maybe_blocking!(fetch); //~
}

fn async_closure() {
    let _: u8 = await_me_maybe_blocking!(async || 1); //~
}

fn builder() {
    let _ = await_me_maybe_blocking!(Request); //~
}

fn main() {
    future();
    call_of_async_fn();
    async_fn();
    async_closure();
    builder();
}
