//! Futures, sinks and streams of futures in an annotated module.

#![allow(clippy::unused_async, reason = "what is awaited is small here")]

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod adaptors {
    use await_me_maybe_conformance::halves::Log;
    use futures::future::{self, BoxFuture, FutureExt, TryFutureExt};

    async fn number(log: &Log, n: u8) -> u8 {
        log.push(format!("number {n}"));
        n
    }

    async fn checked(log: &Log, n: u8) -> Result<u8, String> {
        log.push(format!("checked {n}"));
        if n < 10 {
            Ok(n)
        } else {
            Err(format!("{n} is too much"))
        }
    }

    pub(crate) async fn mapped() -> Vec<String> {
        let log = Log::default();
        let log = &log;
        let work = number(log, 1)
            .map(|n| {
                log.push("maps");
                n + 1
            })
            .inspect(|n| log.value(n));
        log.push("made");
        log.value(work.await);
        let work = number(log, 3).then(|n| async move { number(log, n + 1).await });
        log.value(work.await);
        log.take()
    }

    pub(crate) async fn tried() -> Vec<String> {
        let log = Log::default();
        let log = &log;
        for n in [1, 10] {
            let work = checked(log, n)
                .map_ok(|n| n + 1)
                .and_then(|n| async move { checked(log, n + 7).await })
                .map_err(|error| error.len());
            log.push("made");
            log.value(work.await);
            let work = checked(log, n).or_else(|error| async move {
                log.push(error);
                Ok::<u8, String>(0)
            });
            log.value(work.await);
            let work = checked(log, n).unwrap_or_else(|_| 7);
            log.value(work.await);
        }
        log.take()
    }

    pub(crate) async fn made() -> Vec<String> {
        let log = Log::default();
        let log = &log;
        let work = number(log, 1).map(|n| n + 1).boxed();
        let value = future::ready(1);
        let pair: [BoxFuture<'_, u8>; 2] = [work, value.boxed()];
        log.push("made");
        for work in pair {
            log.value(work.await);
        }
        let work = future::lazy(|_| {
            log.push("runs");
            3
        });
        log.push("made");
        log.value(work.await);
        log.take()
    }
}

#[maybe_async]
mod sinks {
    use await_me_maybe_conformance::halves::Log;
    use futures::sink::SinkExt;
    use futures::stream::{self, StreamExt};

    async fn fill(sink: &mut Vec<u8>) -> Result<(), std::convert::Infallible> {
        sink.send(1).await?;
        sink.feed(2).await?;
        sink.send_all(&mut stream::iter([Ok(3), Ok(4)])).await?;
        sink.flush().await
    }

    pub(crate) async fn filled() -> Vec<String> {
        let log = Log::default();
        let mut items = Vec::new();
        log.value(fill(&mut items).await);
        let forwarded = stream::iter([5, 6]).map(Ok).forward(&mut items).await;
        log.value(forwarded);
        log.value(&items);
        log.take()
    }
}

#[maybe_async(join = sequential)]
mod concurrent {
    use await_me_maybe_conformance::halves::Log;
    use futures::stream::{self, FuturesUnordered, StreamExt, TryStreamExt};

    async fn work(log: &Log, n: u32) -> u32 {
        log.push(format!("work {n}"));
        n * 10
    }

    pub(crate) async fn buffered() -> Vec<String> {
        let log = Log::default();
        let log = &log;
        let results: Vec<u32> = stream::iter(1..5)
            .map(|n| async move { work(log, n).await })
            .buffered(2)
            .collect()
            .await;
        log.value(results);
        let results: Result<Vec<u32>, String> = stream::iter([1, 2])
            .map(Ok)
            .map_ok(|n| async move { Ok(work(log, n).await) })
            .try_buffer_unordered(2)
            .try_collect()
            .await;
        log.value(results);
        stream::iter(1..4)
            .for_each_concurrent(2, |n| async move {
                work(log, n).await;
            })
            .await;
        log.take()
    }

    pub(crate) async fn set() -> Vec<String> {
        let log = Log::default();
        let mut set = FuturesUnordered::new();
        for n in [1, 2] {
            set.push(work(&log, n));
        }
        log.push("made");
        while let Some(n) = set.next().await {
            log.value(n);
        }
        drop(set);
        log.take()
    }
}

macro_rules! same {
    ($($suite:ident: $($case:ident)*;)*) => {$($(
        #[test]
        fn $case() {
            assert!(!both($suite::$case(), $suite::blocking::$case).is_empty());
        }
    )*)*};
}

same! {
    adaptors: mapped tried made;
    sinks: filled;
    concurrent: buffered set;
}
