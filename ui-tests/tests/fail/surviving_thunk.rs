//! A twin written by hand that gives a thunk: nobody has run it.

use await_me_maybe::blocking::{Deferred, Thunk, lazy};
use await_me_maybe::maybe_async;
use std::pin::Pin;

async fn made() -> u8 {
    1
}

fn made_blocking() -> Deferred<impl FnOnce() -> u8> {
    lazy(|| 1)
}

async fn stored() -> u8 {
    1
}

fn stored_blocking() -> Pin<Box<dyn Thunk<Output = u8>>> {
    Box::pin(lazy(|| 1))
}

#[maybe_async]
async fn statement() {
    made().await; //~
}

#[maybe_async]
async fn bound() {
    let _value = stored().await; //~
}

#[maybe_async]
async fn argument() {
    drop(made().await); //~
}

#[maybe_async]
async fn operand() -> u8 {
    made().await.count_ones() as u8 //~
}

fn main() {
    let _ = (made(), stored(), statement(), bound(), argument(), operand());
    statement_blocking();
    bound_blocking();
    argument_blocking();
    operand_blocking();
}
