//! Futures as types of parameters, bounds, bindings and fields.

use await_me_maybe::maybe_async;
use futures::future::{BoxFuture, LocalBoxFuture};
use std::pin::Pin;

#[maybe_async]
async fn parameter(later: impl Future<Output = u8>) -> u8 { //~
    later.await
}

#[maybe_async]
async fn bound<F: Future<Output = u8>>(later: F) -> u8 { //~
    later.await
}

#[maybe_async]
async fn predicate<F>(later: F) -> u8
where
    F: IntoFuture<Output = u8>, //~
{
    later.await
}

#[maybe_async]
async fn boxed(later: BoxFuture<'_, u8>) -> u8 { //~
    later.await
}

#[maybe_async]
async fn dynamic(later: Pin<Box<dyn Future<Output = u8>>>) -> u8 { //~
    later.await
}

#[maybe_async]
async fn typed() -> u8 {
    let later: LocalBoxFuture<'_, u8> = Box::pin(async { 1 }); //~
    later.await
}

#[maybe_async]
async fn listed() -> u8 {
    let mut all: Vec<Pin<Box<dyn Future<Output = u8>>>> = Vec::new(); //~
    all.push(Box::pin(async { 1 }));
    all.remove(0).await
}

#[maybe_async]
async fn callback<F, R>(call: F) -> u8
where
    F: Fn(u8) -> R,
    R: Future<Output = u8>, //~
{
    call(1).await
}

#[maybe_async]
async fn boxing_callback(call: impl Fn(u8) -> BoxFuture<'static, u8>) -> u8 { //~
    call(1).await
}

struct Holder<F> {
    future: F,
}

#[maybe_async]
impl<F: Future<Output = u8> + Unpin> Holder<F> { //~
    async fn get(&mut self) -> u8 {
        Pin::new(&mut self.future).await
    }
}

fn main() {
    let _ = (parameter(async { 1 }), bound(async { 1 }), predicate(async { 1 }));
    let _ = (boxed(Box::pin(async { 1 })), dynamic(Box::pin(async { 1 })), typed(), listed());
    let _ = (callback(|n| async move { n }), boxing_callback(|n| Box::pin(async move { n })));
    let _ = Holder { future: std::future::ready(1) }.get();
    typed_blocking();
    listed_blocking();
}
