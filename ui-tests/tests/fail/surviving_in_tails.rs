//! A kept callee that is still async, as the value of a function, block or closure.

use await_me_maybe::maybe_async;
use std::fmt::Debug;

async fn foreign(n: u8) -> u8 {
    n
}

async fn nothing() {}

#[maybe_async(keep(foreign))]
async fn tail() -> u8 {
    foreign(1).await //~
}

#[maybe_async(keep(nothing))]
async fn tail_without_value() {
    nothing().await //~
}

#[maybe_async(keep(foreign))]
async fn opaque_tail() -> impl Sized {
    foreign(1).await //~
}

#[maybe_async(keep(foreign))]
async fn boxed_tail() -> Box<dyn Debug> {
    Box::new(foreign(1).await) //~
}

#[maybe_async(keep(foreign))]
async fn early(n: u8) -> u8 {
    if n > 1 {
        return foreign(1).await; //~
    }
    n
}

#[maybe_async(keep(foreign))]
async fn branches(n: u8) -> u8 {
    if n > 1 {
        foreign(1).await //~
    } else {
        n
    }
}

#[maybe_async(keep(foreign))]
async fn arms(n: u8) -> u8 {
    match n {
        0 => n,
        _ => foreign(1).await, //~
    }
}

#[maybe_async(keep(foreign))]
async fn broken() -> u8 {
    loop {
        break foreign(1).await; //~
    }
}

#[maybe_async(keep(foreign))]
fn returns_a_future(n: u8) -> impl Future<Output = u8> {
    foreign(n) //~
}

#[maybe_async(keep(foreign))]
fn returns_a_block(n: u8) -> impl Future<Output = u8> {
    async move { foreign(n).await } //~
}

fn main() {
    let _ = (tail(), tail_without_value(), opaque_tail(), boxed_tail(), early(1), branches(1));
    let _ = (arms(1), broken(), returns_a_future(1), returns_a_block(1));
    tail_blocking();
    tail_without_value_blocking();
    let _ = opaque_tail_blocking();
    let _ = boxed_tail_blocking();
    early_blocking(1);
    branches_blocking(1);
    arms_blocking(1);
    broken_blocking();
    returns_a_future_blocking(1);
    returns_a_block_blocking(1);
}
