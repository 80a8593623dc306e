//! `#[async_trait]` below our attribute: it boxes the async half, and is not there in the twin.
#![allow(
    clippy::items_after_statements,
    reason = "the function is a question about the lines above it"
)]

use std::sync::Arc;

use async_trait::async_trait;
use await_me_maybe::maybe_async;
use await_me_maybe_tests::{Guard, both, even, even_blocking, give, give_blocking, log};

#[maybe_async]
#[async_trait]
trait Handler: Send + Sync {
    async fn handle(&self, request: &str) -> Result<String, String>;

    async fn twice(&self, request: &str) -> Result<String, String> {
        let first = self.handle(request).await?;
        let early = self.handle(&first);
        log("between");
        early.await
    }

    fn name(&self) -> &'static str {
        "default"
    }
}

struct Echo(u32);

#[maybe_async]
#[async_trait]
impl Handler for Echo {
    async fn handle(&self, request: &str) -> Result<String, String> {
        let number = even(self.0).await?;
        Ok(format!("{request}{number}"))
    }
}

struct Chain(Vec<Arc<dyn Handler>>);

struct ChainBlocking(Vec<Arc<dyn HandlerBlocking>>);

/// The same body over each kind of object: the type is listed, so its twin is meant.
#[maybe_async(twins(Handler, Chain))]
async fn run(chain: &Chain, request: &str) -> Result<String, String> {
    let mut request = request.to_owned();
    for handler in &chain.0 {
        log(handler.name());
        request = handler.handle(&request).await?;
    }
    let last: Option<&Arc<dyn Handler>> = chain.0.last();
    match last {
        Some(last) => last.twice(&request).await,
        None => Ok(request),
    }
}

#[test]
fn trait_objects() {
    let run_both = |numbers: [u32; 2]| {
        let chain = Chain(numbers.map(|n| Arc::new(Echo(n)) as _).into());
        let twin = ChainBlocking(numbers.map(|n| Arc::new(Echo(n)) as _).into());
        both(run(&chain, "r"), || run_blocking(&twin, "r"))
    };
    let (value, log) = run_both([2, 4]);
    assert_eq!(value, Ok("r2444".to_owned()));
    assert_eq!(
        log,
        [
            "default", "even 2?", "default", "even 4?", "even 4?", "between", "even 4?"
        ]
    );
    let (value, log) = run_both([1, 2]);
    assert_eq!(value, Err("1 is odd".to_owned()));
    assert_eq!(log, ["default", "even 1?"]);
}

/// Parameters and their guards: `async_trait` moves them into a box, in their order.
#[maybe_async]
#[async_trait(?Send)]
trait Local {
    async fn take(&self, first: Guard, _: Guard, n: u32) -> u32;
}

#[maybe_async]
#[async_trait(?Send)]
impl Local for std::rc::Rc<u32> {
    async fn take(&self, first: Guard, _: Guard, n: u32) -> u32 {
        let inner = Guard::new("inner");
        let sum = **self + give(n).await;
        log(first.name());
        drop(inner);
        sum
    }
}

#[test]
fn not_send() {
    let (value, log) = both(
        async {
            let (first, second) = (Guard::new("first"), Guard::new("second"));
            std::rc::Rc::new(1).take(first, second, 2).await
        },
        || {
            let (first, second) = (Guard::new("first"), Guard::new("second"));
            std::rc::Rc::new(1).take_blocking(first, second, 2)
        },
    );
    assert_eq!(value, 3);
    assert_eq!(log[..3], ["give 2", "first", "drop inner"]);
    // The twin asks for no `Send` and no box.
    fn signature<T: LocalBlocking>(_: &T) -> fn(&T, Guard, Guard, u32) -> u32 {
        T::take_blocking
    }
    let _ = signature(&std::rc::Rc::new(1));
}

/// A full path, and an impl that is generic.
#[maybe_async]
#[async_trait::async_trait]
impl<H: Handler + ?Sized> Handler for Box<H> {
    async fn handle(&self, request: &str) -> Result<String, String> {
        log("box");
        (**self).handle(request).await
    }
}

#[test]
fn generic_impls() {
    let boxed = || Box::new(Echo(2));
    let (value, log) = both(async { boxed().handle("x").await }, || {
        HandlerBlocking::handle_blocking(&boxed(), "x")
    });
    assert_eq!(value, Ok("x2".to_owned()));
    assert_eq!(log, ["box", "even 2?"]);
}
