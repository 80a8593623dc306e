//! `replace(from = to)`: impls, traits, functions that return futures, and what is not awaited.
#![allow(
    clippy::unused_async,
    reason = "both forms of a library have the same functions"
)]

#[path = "replace/libraries.rs"]
mod libraries;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, log};
use libraries::{net, sync_net};

struct Fields {
    reply: u32,
}

struct Pool(Vec<u32>);
struct SyncPool(Vec<u32>);

impl Pool {
    async fn take(&mut self) -> Option<u32> {
        self.0.pop()
    }
}

impl SyncPool {
    fn take(&mut self) -> Option<u32> {
        self.0.pop()
    }
}

/// The impl goes on the replaced type.
#[maybe_async(replace(Pool = SyncPool), keep(take))]
impl Pool {
    async fn take_two(&mut self) -> Option<[u32; 2]> {
        Some([self.take().await?, self.take().await?])
    }

    async fn sum(pools: &mut [Pool]) -> u32 {
        let mut sum = 0;
        for pool in pools {
            sum += pool.take().await.unwrap_or_default();
        }
        sum + Pool::fixed().await
    }

    async fn fixed() -> u32 {
        1000
    }
}

impl SyncPool {
    const fn fixed() -> u32 {
        1000
    }
}

#[test]
fn inherent_impls_of_replaced_types() {
    let value = both(async { Pool(vec![1, 2]).take_two().await }, || {
        SyncPool(vec![1, 2]).take_two_blocking()
    });
    assert_eq!(value.0, Some([2, 1]));
    let value = both(async { Pool::sum(&mut [Pool(vec![3])]).await }, || {
        SyncPool::sum_blocking(&mut [SyncPool(vec![3])])
    });
    assert_eq!(value.0, 1003);
}

/// A replaced trait has methods of the same names.
#[maybe_async(replace(net::Peer = sync_net::Peer))]
impl net::Peer for Fields {
    async fn name(&self) -> String {
        if self.reply == 0 {
            return "zero".to_owned();
        }
        let less = Fields {
            reply: self.reply - 1,
        };
        format!(
            "{} + {}",
            Box::pin(<Fields as net::Peer>::name(&less)).await,
            <u32 as net::Peer>::name(&1).await
        )
    }
}

#[test]
fn impls_of_replaced_traits() {
    let (value, _) = both(
        async { net::Peer::name(&Fields { reply: 2 }).await },
        || sync_net::Peer::name(&Fields { reply: 2 }),
    );
    assert_eq!(value, "zero + async 1 + async 1");
}

/// An awaited trait that is not replaced is still renamed.
#[maybe_async(replace(Pool = SyncPool))]
trait Drain {
    async fn drain(&mut self, from: &mut Pool) -> u32;
}

#[maybe_async(replace(Pool = SyncPool), keep(take))]
impl Drain for u32 {
    async fn drain(&mut self, from: &mut Pool) -> u32 {
        while let Some(n) = from.take().await {
            *self += n;
        }
        *self
    }
}

#[test]
fn traits_that_name_replaced_types() {
    let (value, _) = both(async { 1.drain(&mut Pool(vec![2, 3])).await }, || {
        1.drain_blocking(&mut SyncPool(vec![2, 3]))
    });
    assert_eq!(value, 6);
}

#[maybe_async(replace(net = sync_net))]
fn returns_a_future(n: u8) -> impl Future<Output = Result<u32, net::Error>> {
    let double = n * 2;
    async move {
        if double > 100 {
            return Err(net::Error(double.into()));
        }
        Ok(net::lookup(double).await)
    }
}

#[maybe_async(replace(net = sync_net))]
fn hands_on(n: u8) -> impl Future<Output = u32> {
    let double = n * 2;
    net::lookup(double)
}

#[test]
fn functions_that_return_futures() {
    let (value, log) = both(returns_a_future(2), || {
        returns_a_future_blocking(2).map_err(|error| net::Error(error.0))
    });
    assert_eq!(value, Ok(4));
    assert_eq!(log, ["give 4"]);
    assert_eq!(both(hands_on(2), || hands_on_blocking(2)).0, 4);
}

/// Replaced functions may well be plain ones.
#[maybe_async(replace(net = sync_net, net::note = sync_note), keep(note))]
async fn plain_calls() -> (u32, u32) {
    let port = net::port();
    let shown = net::port();
    net::note();
    let _ = net::Stream(1);
    log(format!("{shown}"));
    (port, Some(net::port()).map_or(0, |port| port + 1))
}

fn sync_note() {
    log("note");
}

#[test]
fn calls_that_are_not_awaited_stay() {
    let (value, log) = both(plain_calls(), plain_calls_blocking);
    assert_eq!(value, (80, 81));
    assert_eq!(log, ["note", "80"]);
}

/// `$crate` and whole paths of a macro.
macro_rules! looked_up {
    ($name:ident, $from:path, $to:path) => {
        #[maybe_async(replace($from = $to, $crate::net::LIMIT = $crate::sync_net::LIMIT))]
        async fn $name() -> u32 {
            $from(1_u8).await + $crate::net::LIMIT
        }
    };
}

looked_up!(looked_up, net::lookup, sync_net::lookup);

#[test]
fn rules_made_by_a_macro() {
    assert_eq!(both(looked_up(), looked_up_blocking).0, 6);
}
