//! Work that a function does before it returns its future.

use await_me_maybe::maybe_async;
use std::pin::Pin;

fn log(_: &str) {}

async fn get(n: u8) -> u8 {
    n
}

fn get_blocking(n: u8) -> u8 {
    n
}

fn next() -> u8 {
    1
}

#[maybe_async]
fn statement(n: u8) -> impl Future<Output = u8> {
    log("start"); //~
    async move { get(n).await }
}

#[maybe_async]
fn called() -> impl Future<Output = u8> {
    let n = next(); //~
    async move { get(n).await }
}

#[maybe_async]
fn argument() -> impl Future<Output = u8> {
    get(next()) //~
}

#[maybe_async]
fn macro_call(n: u8) -> Pin<Box<dyn Future<Output = u8>>> {
    println!("start"); //~
    Box::pin(async move { get(n).await })
}

#[maybe_async]
fn condition(n: u8) -> impl Future<Output = u8> {
    get(if next() > n { 1 } else { 2 }) //~
}

#[maybe_async]
fn two(n: u8) -> impl Future<Output = u8> {
    log("one"); //~
    log("two"); //~
    get(n)
}

fn main() {
    let _ = (statement(1), called(), argument(), macro_call(1), condition(1), two(1));
    statement_blocking(1);
    called_blocking();
    argument_blocking();
    macro_call_blocking(1);
    condition_blocking(1);
    two_blocking(1);
}
