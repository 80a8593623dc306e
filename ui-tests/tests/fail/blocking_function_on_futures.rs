//! `await_me_maybe_blocking` does not wait for futures.

use await_me_maybe::{await_me_maybe_blocking, blocking};

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
    let _: u8 = await_me_maybe_blocking(async { 1 }); //~
}

fn call_of_async_fn() {
    let _: u8 = await_me_maybe_blocking(fetch()); //~
}

fn async_fn() {
    let _: u8 = await_me_maybe_blocking(fetch); //~
}

fn async_closure() {
    let _: u8 = await_me_maybe_blocking(async || 1); //~
}

fn closure_giving_a_future() {
    let _: u8 = await_me_maybe_blocking(|| fetch()); //~
}

fn builder() {
    let _: u8 = await_me_maybe_blocking(Request); //~
}

fn by_module() {
    let _: u8 = blocking::await_me_maybe(async { 1 }); //~
}

fn wrong_type() {
    let _: u8 = await_me_maybe_blocking("text"); //~
}

fn main() {
    future();
    call_of_async_fn();
    async_fn();
    async_closure();
    closure_giving_a_future();
    builder();
    by_module();
    wrong_type();
}
