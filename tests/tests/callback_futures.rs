//! Callbacks that return futures, in every spelling of their bounds.

#![allow(clippy::type_complexity, reason = "spelt out, they are the point")]

use std::collections::HashMap;
use std::fmt::Debug;
use std::pin::Pin;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};
use futures::future::BoxFuture;

#[maybe_async]
async fn pair<F, Fut>(call: F) -> u8
where
    F: Fn(u8) -> Fut,
    Fut: Future<Output = u8>,
{
    call(1).await + call(2).await
}

#[maybe_async]
async fn inline<F: FnMut(u8) -> Fut + Send, Fut: Future<Output = Result<u8, String>> + Send>(
    mut call: F,
) -> Result<u8, String> {
    let first = call(1).await?;
    Ok(first + call(2).await?)
}

#[maybe_async]
async fn once<Fut>(call: impl FnOnce() -> Fut + Send + 'static) -> Fut::Output
where
    Fut: Future + Send + 'static,
    Fut::Output: Debug + Send,
{
    let output: Fut::Output = call().await;
    log(format!("{output:?}"));
    output
}

#[maybe_async]
async fn several<A, B, FutA, FutB, T>(make: A, show: B) -> String
where
    A: Fn() -> FutA,
    FutA: Future<Output = T>,
    B: for<'a> Fn(T, &'a str) -> FutB,
    FutB: Future<Output = String>,
    T: Clone,
{
    let value = make().await;
    show(value.clone(), "x").await + &show(value, "y").await
}

#[maybe_async]
async fn late<F: Fn(u8) -> Fut, Fut: Future<Output = u8>>(call: F) -> u8 {
    let first = call(1);
    log("made");
    first.await
}

#[maybe_async]
async fn boxing(call: &dyn Fn(u8) -> BoxFuture<'static, u8>) -> u8 {
    call(1).await
}

#[maybe_async]
async fn boxed(
    call: Box<dyn Fn(u8) -> Pin<Box<dyn Future<Output = u8> + Send>> + Send>,
    pointer: fn(u8) -> BoxFuture<'static, u8>,
) -> u8 {
    call(1).await + pointer(2).await
}

struct Service<F> {
    handler: F,
}

#[maybe_async]
impl<F, Fut> Service<F>
where
    F: Fn(u8) -> Fut,
    Fut: Future<Output = u8>,
{
    async fn serve(&self, n: u8) -> u8 {
        (self.handler)(n).await
    }

    async fn twice(&self, n: u8) -> u8 {
        let once = self.serve(n).await;
        self.serve(once).await
    }
}

#[maybe_async]
mod routes {
    use super::*;

    type Handler = Box<dyn Fn(&str) -> BoxFuture<'static, String> + Send>;

    #[derive(Default)]
    pub(super) struct Router {
        handlers: HashMap<&'static str, Handler>,
    }

    impl Router {
        pub(super) fn on<F, Fut>(&mut self, path: &'static str, handler: F)
        where
            F: Fn(String) -> Fut + Send + 'static,
            Fut: Future<Output = String> + Send + 'static,
        {
            let handler: Handler = Box::new(move |path| Box::pin(handler(path.to_owned())));
            self.handlers.insert(path, handler);
        }

        pub(super) async fn call(&self, path: &str) -> Option<String> {
            let handler = self.handlers.get(path)?;
            Some(handler(path).await)
        }
    }

    pub(super) async fn work() -> Vec<Option<String>> {
        let mut router = Router::default();
        router.on("/a", async |path| {
            log("handler a");
            format!("a {path}")
        });
        router.on("/b", b);
        log("routed");
        vec![
            router.call("/a").await,
            router.call("/b").await,
            router.call("/c").await,
        ]
    }

    async fn b(path: String) -> String {
        log("handler b");
        format!("b {path}")
    }
}

async fn double(n: u8) -> u8 {
    log(format!("double {n}"));
    n * 2
}

fn double_blocking(n: u8) -> u8 {
    log(format!("double {n}"));
    n * 2
}

#[test]
fn bounds_that_name_the_future() {
    assert_eq!(both(pair(double), || pair_blocking(double_blocking)).0, 6);
    let (value, _) = both(inline(|n| async move { Ok(n) }), || inline_blocking(Ok));
    assert_eq!(value, Ok(3));
    let (value, _) = both(inline(|_| async { Err("no".to_owned()) }), || {
        inline_blocking(|_| Err("no".to_owned()))
    });
    assert_eq!(value, Err("no".to_owned()));
    let (_, entries) = both(once(|| async { 7 }), || once_blocking(|| 7));
    assert_eq!(entries, ["7"]);
    let (value, _) = both(
        several(
            || async { 1 },
            |n: u8, text: &str| {
                let text = format!("{n}{text}");
                async move { text }
            },
        ),
        || several_blocking(|| 1, |n: u8, text: &str| format!("{n}{text}")),
    );
    assert_eq!(value, "1x1y");
}

#[test]
fn a_call_that_is_awaited_later() {
    let (_, entries) = both(late(double), || late_blocking(double_blocking));
    assert_eq!(entries, ["made", "double 1"]);
}

#[test]
fn boxed_futures() {
    both(boxing(&|n| Box::pin(double(n))), || {
        boxing_blocking(&double_blocking)
    });
    let (value, _) = both(
        boxed(Box::new(|n| Box::pin(double(n))), |n| Box::pin(double(n))),
        || boxed_blocking(Box::new(double_blocking), double_blocking),
    );
    assert_eq!(value, 6);
}

#[test]
fn on_the_type() {
    let (value, _) = both(async { Service { handler: double }.twice(3).await }, || {
        Service {
            handler: double_blocking,
        }
        .twice_blocking(3)
    });
    assert_eq!(value, 12);
}

#[test]
fn stored_handlers() {
    let (value, entries) = both(routes::work(), routes::blocking::work);
    assert_eq!(value[2], None);
    assert_eq!(value[1].as_deref(), Some("b /b"));
    assert_eq!(entries, ["routed", "handler a", "handler b"]);
}

/// The type of the future is written at the closure.
#[maybe_async]
mod written {
    use futures::future::LocalBoxFuture;

    use super::*;

    async fn twice(callback: &dyn Fn(u32) -> LocalBoxFuture<'static, u32>) -> u32 {
        callback(1).await + callback(2).await
    }

    fn made(n: u32) -> LocalBoxFuture<'static, u32> {
        Box::pin(async move {
            log(format!("made {n}"));
            n
        })
    }

    pub(crate) async fn callback() -> u32 {
        let block = twice(&|n: u32| -> LocalBoxFuture<'static, u32> {
            Box::pin(async move {
                log(format!("block {n}"));
                n
            })
        });
        block.await + twice(&|n: u32| -> LocalBoxFuture<'static, u32> { made(n) }).await
    }

    pub(crate) async fn producer() -> u32 {
        let later =
            |n: u32| -> LocalBoxFuture<'static, u32> { Box::pin(async move { made(n).await }) };
        let first = later(3);
        log("nothing yet");
        first.await
    }
}

#[test]
fn types_of_futures_at_closures() {
    let (value, log) = both(written::callback(), written::blocking::callback);
    assert_eq!(value, 6);
    assert_eq!(log, ["block 1", "block 2", "made 1", "made 2"]);
    let (value, log) = both(written::producer(), written::blocking::producer);
    assert_eq!(value, 3);
    assert_eq!(log, ["nothing yet", "made 3"]);
}
