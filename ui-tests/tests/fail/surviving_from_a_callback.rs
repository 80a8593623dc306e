//! Callbacks whose calls still give futures in the twin.

use await_me_maybe::maybe_async;
use std::pin::Pin;

type Boxed = Pin<Box<dyn Future<Output = u8>>>;

#[maybe_async]
async fn returns_a_box(make: &dyn Fn() -> Boxed) -> u8 {
    make().await //~
}

struct Handlers {
    handler: fn(u8) -> Boxed,
}

#[maybe_async]
impl Handlers {
    async fn handle(&self, n: u8) -> u8 {
        let answer = (self.handler)(n).await;
        answer //~
    }
}

#[maybe_async]
async fn calls(callback: impl AsyncFn(u8) -> u8) -> u8 {
    callback(1).await
}

async fn foreign(n: u8) -> u8 {
    n
}

#[maybe_async]
async fn passes_an_async_function() -> u8 {
    calls(foreign).await //~
}

fn main() {
    let handlers = Handlers { handler: |n| Box::pin(async move { n }) };
    let _ = (returns_a_box(&|| Box::pin(async { 1 })), handlers.handle(1));
    let _ = passes_an_async_function();
    returns_a_box_blocking(&|| Box::pin(async { 1 }));
    handlers.handle_blocking(1);
    passes_an_async_function_blocking();
}
