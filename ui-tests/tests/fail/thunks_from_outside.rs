//! What blocking code has to hand over where a thunk is asked for.

use await_me_maybe::blocking::{Resolve, Thunk, lazy};
use std::pin::Pin;

fn run(thunk: impl Resolve<Output = u8>) -> u8 {
    thunk.resolve()
}

fn store(thunk: Pin<Box<dyn Thunk<Output = u8> + Send>>) -> u8 {
    thunk.resolve()
}

fn value() {
    run(1); //~
}

fn future() {
    run(async { 1 }); //~
}

fn async_closure() {
    run(async || 1); //~
}

fn with_an_argument() {
    run(|n: u8| n); //~
}

fn stored_value() {
    store(Box::pin(1)); //~
}

fn stored_closure() {
    store(Box::pin(|| 1)); //~
}

fn stored_future() {
    store(Box::pin(async { 1 })); //~
}

fn not_send() {
    let count = std::rc::Rc::new(1);
    store(Box::pin(lazy(move || *count))); //~
}

fn main() {
    value();
    future();
    async_closure();
    with_an_argument();
    stored_value();
    stored_closure();
    stored_future();
    not_send();
}
