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

// A call may do more than make a future, unless it is known to be of an async function.
#[maybe_async]
fn unknown(n: u8) -> impl Future<Output = u8> {
    let request = get(n); //~
    async move { request.await }
}

#[maybe_async(twins(get))]
fn argument_of_a_future() -> impl Future<Output = u8> {
    let request = get(next()); //~
    async move { request.await }
}

type Make = fn(u8) -> std::future::Ready<u8>;

#[maybe_async(twins(get))]
fn hidden(make: Option<Make>) -> Pin<Box<dyn Future<Output = u8>>> {
    match make {
        Some(get) => {
            let request = get(1); //~
            Box::pin(async move { request.await })
        }
        None => Box::pin(get(2)),
    }
}

#[maybe_async(twins(get))]
fn hidden_by_a_variable(make: Make) -> impl Future<Output = u8> {
    let get = make;
    let request = get(1); //~
    async move { request.await }
}

fn main() {
    let _ = (unknown(1), argument_of_a_future(), hidden(None), hidden_by_a_variable(std::future::ready));
    unknown_blocking(1);
    argument_of_a_future_blocking();
    hidden_blocking(None);
    hidden_by_a_variable_blocking(std::future::ready);
    let _ = (statement(1), called(), argument(), macro_call(1), condition(1), two(1));
    statement_blocking(1);
    called_blocking();
    argument_blocking();
    macro_call_blocking(1);
    condition_blocking(1);
    two_blocking(1);
}
