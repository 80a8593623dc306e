//! The type that makes a function async is not there in the twin.

use std::future::Future;
use std::pin::Pin;

use await_me_maybe::maybe_async;

type BoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;
type Later<T> = T;

#[maybe_async(replace(BoxFuture = Wrapped))]
fn hidden() -> BoxFuture<u8> { //~
    Box::pin(async { 1 })
}

#[maybe_async(replace(Later = BoxFuture))]
async fn made() -> Later<u8> { //~
    1
}

fn main() {
    let _ = (hidden(), made());
}
