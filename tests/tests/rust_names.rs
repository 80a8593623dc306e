//! Names: raw identifiers, names that only look like keywords, and names that are hidden by others.
#![allow(
    clippy::items_after_statements,
    clippy::redundant_closure,
    clippy::unused_async,
    reason = "names are hidden here on purpose"
)]

use std::future::Future;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};

#[derive(Debug, Clone, PartialEq)]
struct Look {
    r#await: u8,
    r#async: u8,
    awaited: u8,
}

impl Look {
    fn awaited(&self) -> u8 {
        self.awaited
    }

    fn r#async(&self) -> u8 {
        self.r#async
    }

    fn resolve(self) -> Self {
        self
    }
}

mod r#await {
    use await_me_maybe::maybe_async;

    #[maybe_async]
    pub(crate) async fn r#async(n: u8) -> u8 {
        await_me_maybe_tests::log(format!("async {n}"));
        n
    }
}

mod asynchrony {
    pub(crate) const fn r#await() -> u8 {
        30
    }
}

#[maybe_async]
async fn look_alikes(look: Look) -> u8 {
    let r#await = look.r#await + look.r#async;
    let awaited = |n: u8| n + 1;
    let check = look.awaited() + look.r#async();
    let resolve = look.clone().resolve();
    let run = r#await::r#async(r#await).await;
    let sum = asynchrony::r#await() + awaited(run) + check;
    log(format!("async.await {} .await {run}", "f().await"));
    #[allow(non_snake_case)]
    let Deferred = async { resolve.r#await };
    sum + Deferred.await
}

#[test]
fn names_that_look_like_keywords() {
    let look = Look {
        r#await: 1,
        r#async: 2,
        awaited: 3,
    };
    let (value, log) = both(look_alikes(look.clone()), || look_alikes_blocking(look));
    assert_eq!(value, 30 + 4 + 5 + 1);
    assert_eq!(log, ["async 3", "async.await f().await .await 3"]);
}

struct Type(u8);

#[maybe_async]
impl Type {
    async fn r#match(&self, r#type: u8) -> u8 {
        give(self.0 + r#type).await
    }

    async fn r#in(&self) -> u8 {
        let r#fn = self.r#match(1);
        log("made");
        r#fn.await + Self::r#match(self, 2).await
    }
}

#[maybe_async]
trait Raw {
    async fn r#loop(&self) -> u8;

    async fn twice(&self) -> u8 {
        self.r#loop().await + Self::r#loop(self).await
    }
}

#[maybe_async]
impl Raw for Type {
    async fn r#loop(&self) -> u8 {
        self.r#in().await
    }
}

#[test]
fn raw_methods() {
    let (value, log) = both(Type(5).twice(), || Type(5).twice_blocking());
    assert_eq!(value, 26);
    assert_eq!(
        log,
        ["made", "give 6", "give 7", "made", "give 6", "give 7"]
    );
}

#[maybe_async]
async fn source(n: u8) -> u8 {
    log(format!("source {n}"));
    n
}

#[maybe_async(twins(source))]
async fn hidden_by_variables(list: &[(u8, Option<u8>)]) -> Vec<u8> {
    let mut all = Vec::new();
    all.push(source(1).await);
    {
        let source = async |n: u8| give(n * 10).await;
        all.push(source(1).await);
        {
            async fn source(n: u8) -> u8 {
                log(format!("inner {n}"));
                n + 100
            }
            // A variable hides a function of an outer block, and is hidden by one of its own.
            all.push(source(1).await);
        }
        all.push(source(2).await);
    }
    all.push(source(2).await);
    for &(source, other) in list {
        if let Some(source) = other {
            all.push(source);
        }
        match other {
            Some(source) if source > 3 => all.push(source),
            Some(_) => all.push(source),
            None => {}
        }
    }
    let last = source(3);
    log("last");
    all.push(last.await);
    all
}

#[test]
fn variables_and_functions_of_one_name() {
    let list = [(1, Some(2)), (3, Some(4)), (5, None)];
    let (value, log) = both(hidden_by_variables(&list), || {
        hidden_by_variables_blocking(&list)
    });
    assert_eq!(value, [1, 10, 101, 20, 2, 2, 1, 4, 4, 3]);
    assert_eq!(
        log,
        [
            "source 1", "give 10", "inner 1", "give 20", "source 2", "last", "source 3"
        ]
    );
}

#[maybe_async(twins(source))]
async fn parameter_named_as_a_method<F, Fut>(get: F, twice: u8) -> u8
where
    F: Fn(u8) -> Fut,
    Fut: Future<Output = u8>,
{
    struct Holder {
        get: u8,
    }
    impl Holder {
        fn get(&self) -> u8 {
            self.get
        }

        fn twice(&self) -> u8 {
            self.get * 2
        }
    }
    let holder = Holder { get: twice };
    get(holder.get()).await + holder.twice() + source(holder.get).await
}

#[test]
fn parameters_named_as_methods() {
    let (value, log) = both(parameter_named_as_a_method(|n| give(n), 2), || {
        parameter_named_as_a_method_blocking(|n| give_blocking(n), 2)
    });
    assert_eq!(value, 8);
    assert_eq!(log, ["give 2", "source 2"]);
}

#[maybe_async(twins(source))]
async fn bound_by_closures() -> u8 {
    let apply = |source: &dyn Fn(u8) -> u8| source(1);
    let nested = |n: u8| {
        let source = |m: u8| m + n;
        source(10)
    };
    let late = |n: u8| source(n);
    let first = late(apply(&|n| n + 1));
    let second = late(nested(3));
    log("closures");
    second.await + first.await
}

#[test]
fn parameters_of_closures() {
    let (value, log) = both(bound_by_closures(), bound_by_closures_blocking);
    assert_eq!(value, 15);
    assert_eq!(log, ["closures", "source 13", "source 2"]);
}

mod elsewhere {
    use await_me_maybe::maybe_async;

    #[maybe_async]
    pub(crate) async fn source(n: u8) -> u8 {
        await_me_maybe_tests::log(format!("elsewhere {n}"));
        n
    }
}

#[maybe_async]
async fn imported_in_a_block() -> u8 {
    let first = source(1).await;
    let second = {
        #[allow(unused_imports)]
        use elsewhere::{source, source_blocking};
        source(2).await
    };
    first + second + crate_relative(3).await
}

#[maybe_async]
async fn crate_relative(n: u8) -> u8 {
    self::source(n).await + self::elsewhere::source(n).await
}

#[test]
fn imports_in_blocks() {
    let (value, log) = both(imported_in_a_block(), imported_in_a_block_blocking);
    assert_eq!(value, 9);
    assert_eq!(log, ["source 1", "elsewhere 2", "source 3", "elsewhere 3"]);
}
