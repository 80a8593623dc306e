//! A type that is polled has no blocking form.

use await_me_maybe::maybe_async;
use std::pin::Pin;
use std::task::{Context, Poll};

struct Never;

#[maybe_async]
impl Future for Never { //~
    type Output = u8;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u8> {
        Poll::Pending
    }
}

struct Request;

#[maybe_async]
impl IntoFuture for Request { //~
    type Output = u8;
    type IntoFuture = Never;

    fn into_future(self) -> Never {
        Never
    }
}

struct Bytes;

#[maybe_async]
impl futures::Stream for Bytes { //~
    type Item = u8;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u8>> {
        Poll::Ready(None)
    }
}

fn main() {
    let _ = (async { Request.await }, Bytes);
}
