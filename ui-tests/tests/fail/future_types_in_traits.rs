//! Futures as types in traits.

use await_me_maybe::maybe_async;

#[maybe_async]
trait Service {
    type Answer: Future<Output = u8>; //~

    fn call(&self) -> Self::Answer;

    async fn ready(&self) -> bool;
}

#[maybe_async]
trait Store: Future<Output = u8> { //~
    async fn get(&self) -> u8;
}

struct Ready;

impl Service for Ready {
    type Answer = std::future::Ready<u8>;

    fn call(&self) -> Self::Answer {
        std::future::ready(1)
    }

    async fn ready(&self) -> bool {
        true
    }
}

fn get(store: &impl Store) -> impl Future<Output = u8> {
    store.get()
}

fn main() {
    let _ = (Ready.call(), Ready.ready(), get(&Never));
}

struct Never;

impl Future for Never {
    type Output = u8;

    fn poll(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<u8> {
        std::task::Poll::Pending
    }
}

impl Store for Never {
    async fn get(&self) -> u8 {
        1
    }
}
