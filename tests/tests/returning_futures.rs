//! Functions that are not `async` but return a future: their twins return its output.
#![allow(
    clippy::manual_async_fn,
    clippy::needless_return,
    clippy::unused_self,
    clippy::needless_pass_by_value,
    reason = "each is the explicit spelling of what clippy would shorten"
)]

use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{
    Guard, both, even, even_blocking, give, give_blocking, log, say, say_blocking,
};
use futures::FutureExt as _;
use futures::future::{BoxFuture, LocalBoxFuture};

#[maybe_async]
fn opaque(n: u32) -> impl Future<Output = u32> + Send {
    async move { give(n).await * 2 }
}

#[maybe_async]
fn boxed<'a>(word: &'a str, n: u32) -> Pin<Box<dyn Future<Output = (&'a str, u32)> + Send + 'a>> {
    Box::pin(async move { (word, give(n).await) })
}

#[maybe_async]
fn alias(n: u32) -> BoxFuture<'static, Result<u32, String>> {
    async move {
        let n = even(n).await?;
        Ok(n + 1)
    }
    .boxed()
}

#[maybe_async]
fn local(n: Rc<u32>) -> LocalBoxFuture<'static, Rc<u32>> {
    async move {
        give(*n).await;
        n
    }
    .boxed_local()
}

#[maybe_async]
async fn all(n: u32) -> Result<u32, String> {
    let (word, number) = boxed("w", n).await;
    log(word);
    Ok(opaque(number).await + alias(n).await? + *local(Rc::new(n)).await)
}

#[test]
fn each_form() {
    let (value, log) = both(all(2), || all_blocking(2));
    assert_eq!(value, Ok(4 + 3 + 2));
    assert_eq!(log, ["give 2", "w", "give 2", "even 2?", "give 2"]);
    assert_eq!(
        both(alias(3), || alias_blocking(3)).0,
        Err("3 is odd".to_owned())
    );
    let _: fn(u32) -> u32 = opaque_blocking;
}

/// What only prepares the future may stand before it.
#[maybe_async]
fn with_lets(name: &Arc<str>, n: u32) -> impl Future<Output = String> + use<> {
    let name = Arc::clone(name);
    let shown = n.to_string();
    async move {
        say(&name).await;
        format!("{name}{shown}")
    }
}

#[test]
fn lets_before_the_block() {
    let name: Arc<str> = "n".into();
    let (value, log) = both(with_lets(&name, 1), || with_lets_blocking(&name, 1));
    assert_eq!(value, "n1");
    assert_eq!(log, ["n (", ") n"]);
    assert_eq!(Arc::strong_count(&name), 1);
}

/// A `let` that the block does not take is dropped before the future runs.
#[derive(Clone)]
struct Held(Arc<()>);

#[maybe_async]
fn drops_first(held: &Held, n: u32) -> impl Future<Output = usize> + use<> {
    let _held = held.clone();
    let taken = held.clone();
    async move {
        let count = Arc::strong_count(&taken.0);
        give(n).await;
        count
    }
}

#[test]
fn what_the_block_does_not_take_goes_first() {
    let held = Held(Arc::new(()));
    let (count, _) = both(drops_first(&held, 1), || drops_first_blocking(&held, 1));
    assert_eq!(count, 2);
}

#[maybe_async]
fn matched(n: u32) -> BoxFuture<'static, u32> {
    match n {
        0 => Box::pin(async { 100 }),
        1 => opaque(1).boxed(),
        2 | 3 => {
            let more = n;
            async move { give(more).await }.boxed()
        }
        _ if n % 2 == 0 => return Box::pin(async move { give(n).await / 2 }),
        _ => Box::pin(matched(n - 1)),
    }
}

#[test]
fn tails_of_a_match() {
    for (n, expected) in [(0, 100), (1, 2), (2, 2), (3, 3), (6, 3), (7, 3)] {
        assert_eq!(both(matched(n), || matched_blocking(n)).0, expected, "{n}");
    }
}

#[maybe_async]
fn branches(word: Option<&str>) -> Pin<Box<dyn Future<Output = usize> + '_>> {
    if let Some(word) = word {
        Box::pin(async move {
            say(word).await;
            word.len()
        })
    } else {
        Box::pin(async { 0 })
    }
}

/// An early `return` of another future.
#[maybe_async]
fn early_return(n: u32) -> BoxFuture<'static, u32> {
    if n == 0 {
        return async { give(7).await }.boxed();
    }
    Box::pin(async move { give(n).await })
}

#[test]
fn tails_of_branches() {
    assert_eq!(
        both(branches(Some("ab")), || branches_blocking(Some("ab"))).0,
        2
    );
    assert_eq!(both(branches(None), || branches_blocking(None)).0, 0);
    assert_eq!(both(early_return(0), || early_return_blocking(0)).0, 7);
    assert_eq!(both(early_return(3), || early_return_blocking(3)).0, 3);
}

/// Recursion without any macro.
#[maybe_async]
fn sum(values: &[u32]) -> LocalBoxFuture<'_, u32> {
    Box::pin(async move {
        let Some((first, rest)) = values.split_first() else {
            return 0;
        };
        give(*first).await + sum(rest).await
    })
}

#[test]
fn recursion() {
    let (value, log) = both(sum(&[1, 2, 3]), || sum_blocking(&[1, 2, 3]));
    assert_eq!(value, 6);
    assert_eq!(log, ["give 1", "give 2", "give 3"]);
}

struct Client {
    name: String,
}

#[maybe_async]
impl Client {
    fn hello(&self) -> impl Future<Output = String> + '_ {
        async move { self.word("hello").await + &self.name }
    }

    fn word<'a>(&'a self, word: &'a str) -> BoxFuture<'a, String> {
        Box::pin(async move {
            say(word).await;
            word.to_owned()
        })
    }

    fn taken(self) -> impl Future<Output = String> {
        let name = self.name;
        async move {
            say(&name).await;
            name
        }
    }

    /// An early one, of a method that is nothing but an async block.
    async fn early(&self) -> String {
        let hello = self.hello();
        let word = self.word("first");
        log("made");
        let word = word.await;
        word + &hello.await
    }
}

#[test]
fn methods() {
    let client = || Client {
        name: "c".to_owned(),
    };
    let (value, log) = both(async { client().early().await }, || {
        client().early_blocking()
    });
    assert_eq!(value, "firsthelloc");
    assert_eq!(log, ["made", "first (", ") first", "hello (", ") hello"]);
    assert_eq!(both(client().taken(), || client().taken_blocking()).0, "c");
}

/// The twin drops what the future owns at the same moment.
#[maybe_async]
fn owns(guard: Guard, n: u32) -> impl Future<Output = u32> {
    async move {
        let inner = Guard::new("inner");
        let value = give(n).await;
        log(guard.name());
        drop(inner);
        value
    }
}

/// What the future does not take is dropped by the call, before its body runs.
#[maybe_async]
#[expect(unused_variables, reason = "this is the point")]
fn takes_less(taken: Guard, unused: Guard) -> impl Future<Output = ()> {
    async move {
        log("body");
        drop(taken);
    }
}

#[test]
fn drops() {
    let (value, log) = both(async { owns(Guard::new("outer"), 1).await }, || {
        owns_blocking(Guard::new("outer"), 1)
    });
    assert_eq!(value, 1);
    assert_eq!(log, ["give 1", "outer", "drop inner", "drop outer"]);
    let guards = || (Guard::new("taken"), Guard::new("unused"));
    let ((), log) = both(
        async {
            let (taken, unused) = guards();
            takes_less(taken, unused).await;
        },
        || {
            let (taken, unused) = guards();
            takes_less_blocking(taken, unused);
        },
    );
    assert_eq!(log, ["drop unused", "body", "drop taken"]);
}

/// Awaiting a parameter takes all of it: the call of such a function can be deferred.
#[maybe_async]
mod changed {
    use super::*;

    fn changed<A, B>(
        future: impl Future<Output = A>,
        change: impl FnOnce(A) -> B,
    ) -> impl Future<Output = B> {
        async move { change(future.await) }
    }

    async fn second<A, B>(a: impl Future<Output = A>, b: impl Future<Output = B>) -> (B, A) {
        let b = b.await;
        (b, a.await)
    }

    async fn logged(n: u32) -> u32 {
        log(format!("logged {n}"));
        n
    }

    pub(crate) async fn backwards() -> (u32, u32) {
        second(logged(1), changed(logged(2), |n| n + 10)).await
    }
}

#[test]
fn awaited_parameters() {
    let (value, log) = both(changed::backwards(), changed::blocking::backwards);
    assert_eq!(value, (12, 1));
    assert_eq!(log, ["logged 2", "logged 1"]);
}
