//! Awaited twice: once for the function, once for what it returns.

use await_me_maybe::maybe_async;
use std::pin::Pin;

type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

#[maybe_async]
async fn opaque() -> impl Future<Output = u8> { //~
    async { 1 }
}

#[maybe_async]
async fn boxed() -> Pin<Box<dyn Future<Output = u8>>> { //~
    Box::pin(async { 1 })
}

#[maybe_async]
async fn named() -> BoxFuture<'static, u8> { //~
    Box::pin(async { 1 })
}

#[maybe_async]
trait Store {
    async fn get(&self) -> BoxFuture<'static, u8>; //~
}

fn main() {
    let _ = (opaque(), boxed(), named());
    let _: (u8, u8) = (boxed_blocking(), named_blocking());
}
