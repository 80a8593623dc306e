//! Attributes on the item, its parameters, statements, arms and fields.
#![allow(
    clippy::non_minimal_cfg,
    clippy::unused_async,
    reason = "`cfg(all())` is always on, and what it is on is what is tested"
)]

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, give, give_blocking, log};

struct Fields {
    a: u32,
    #[cfg(any())]
    gone: u32,
}

/// Whatever `cfg` takes out may call what does not exist.
#[maybe_async]
#[inline]
#[allow(clippy::let_and_return, reason = "an attribute that the twin shares")]
async fn configured(#[cfg(any())] gone: u32, #[cfg(all())] here: u32) -> u32 {
    #[cfg(any())]
    let there = missing(here).await;
    #[cfg(all())]
    let there = give(here).await;
    #[cfg(any())]
    missing(here).await;
    #[cfg(any())]
    {
        missing(here).await
    }
    #[cfg(any())]
    missing!(here.await);
    #[allow(unused_must_use, reason = "an attribute on an awaited statement")]
    give(there).await;
    let fields = Fields {
        a: give(there).await,
        #[cfg(any())]
        gone: missing().await,
    };
    let list = [
        give(1).await,
        #[cfg(any())]
        missing().await,
        #[cfg(all())]
        give(2).await,
    ];
    let matched = match fields {
        #[cfg(any())]
        Missing => missing().await,
        #[cfg(all())]
        Fields { a, .. } => give(a).await,
    };
    #[cfg(all())]
    let result = matched + u32::try_from(list.len()).unwrap_or(0);
    result
}

#[test]
fn cfg_everywhere() {
    let (value, log) = both(configured(5), || configured_blocking(5));
    assert_eq!(value, 7);
    assert_eq!(
        log,
        ["give 5", "give 5", "give 5", "give 1", "give 2", "give 5"]
    );
}

/// A member that is not there has no twin.
struct Client;

#[maybe_async]
impl Client {
    #[cfg(any())]
    async fn gone(&self) {
        missing().await;
    }

    #[cfg(all())]
    #[must_use]
    async fn here(&self) -> u32 {
        give(1).await
    }
}

#[test]
fn cfg_on_members() {
    assert_eq!(both(Client.here(), || Client.here_blocking()).0, 1);
}

/// The author has silenced the lint; the twin must not deny it again.
#[maybe_async]
#[allow(unused_must_use, reason = "the result is dropped on purpose")]
async fn drops_results() {
    fallible(1).await;
    let _ = fallible(2).await;
    drop(fallible(3).await);
    _ = fallible(4).await;
    fallible(5).await.ok();
}

#[maybe_async]
async fn fallible(n: u32) -> Result<u32, String> {
    Err(format!("error {}", give(n).await))
}

#[test]
fn dropped_results() {
    let ((), log) = both(drops_results(), drops_results_blocking);
    assert_eq!(log, ["give 1", "give 2", "give 3", "give 4", "give 5"]);
}

/// The value of a `#[must_use]` function is used by awaiting it.
#[maybe_async]
#[must_use = "a reason"]
async fn must_use() -> u32 {
    give(1).await
}

#[maybe_async]
#[expect(unused_variables, reason = "`unused` is not used in either half")]
async fn expectation(unused: u32) -> u32 {
    let _ = must_use().await;
    must_use().await
}

#[test]
fn must_use_and_expectations() {
    assert_eq!(both(expectation(1), || expectation_blocking(1)).0, 1);
}

/// Deprecated: both halves are, so nobody may call either without a word.
#[maybe_async]
#[deprecated = "old"]
async fn old() {
    log("old");
}

#[test]
#[expect(deprecated, reason = "the twin is as deprecated as its original")]
fn deprecation_is_shared() {
    assert_eq!(both(old(), old_blocking).1, ["old"]);
}

/// A test that is async becomes two tests; each leaves its mark in a list of its own kind.
#[maybe_async]
#[tokio::test]
async fn both_are_tests() {
    assert_eq!(give(1).await, 1);
}

/// The level of a lint is the author's to choose, for a whole module too.
mod quiet {
    #![allow(unused_must_use, reason = "this is what is tested")]

    use super::{fallible, fallible_blocking, maybe_async};

    #[maybe_async]
    pub(super) async fn drops_results() {
        fallible(1).await;
    }
}

#[test]
fn levels_of_lints_are_the_authors() {
    let ((), log) = both(quiet::drops_results(), quiet::drops_results_blocking);
    assert_eq!(log, ["give 1"]);
}
