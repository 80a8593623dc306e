//! Streams in an annotated module: what the attribute and the mirror do together.

#![allow(clippy::unused_async, reason = "what is awaited is small here")]

use await_me_maybe::maybe_async;
use await_me_maybe_conformance::both;

#[maybe_async]
mod suite {
    use std::pin::{Pin, pin};

    use await_me_maybe_conformance::halves::Log;
    use futures::stream::{self, BoxStream, Stream, StreamExt, TryStream, TryStreamExt};

    async fn double(log: &Log, n: u32) -> u32 {
        log.push(format!("double {n}"));
        n * 2
    }

    async fn even(n: u32) -> Result<u32, String> {
        if n % 2 == 0 {
            Ok(n)
        } else {
            Err(format!("{n} is odd"))
        }
    }

    pub(crate) async fn consumed() -> Vec<String> {
        async fn sum(mut numbers: impl Stream<Item = u32> + Unpin) -> u32 {
            let mut sum = 0;
            while let Some(n) = numbers.next().await {
                sum += n;
            }
            sum
        }

        let log = Log::default();
        log.value(sum(stream::iter([1, 2, 3])).await);
        log.value(sum(stream::empty()).await);
        log.take()
    }

    pub(crate) async fn adapted() -> Vec<String> {
        let log = Log::default();
        let log = &log;
        let numbers = stream::iter(0..6)
            .filter(|n| {
                let n = *n;
                async move {
                    log.push(format!("filter {n}"));
                    n % 2 == 0
                }
            })
            .then(|n| async move { double(log, n).await })
            .map(|n| n + 1);
        log.push("made");
        log.value(numbers.collect::<Vec<_>>().await);
        stream::iter([1, 2])
            .for_each(|n| async move { log.push(format!("each {n}")) })
            .await;
        let sum = stream::iter([1, 2, 3])
            .fold(0, |sum, n| async move { sum + double(log, n).await })
            .await;
        log.value(sum);
        log.take()
    }

    pub(crate) async fn tried() -> Vec<String> {
        let log = Log::default();
        let log = &log;
        let items = || stream::iter([Ok(2), Err("fault".to_owned()), Ok(3)]);
        let checked = items().and_then(|n| async move { even(n).await });
        let all: Vec<_> = checked.collect().await;
        log.value(all);
        let all: Result<Vec<u32>, String> = items().try_collect().await;
        log.value(all);
        let sum = items()
            .or_else(|error| async move { Ok::<_, String>(error.len().try_into().unwrap()) })
            .try_fold(0, |sum, n: u32| async move { Ok(sum + n) })
            .await;
        log.value(sum);
        let done = items()
            .try_for_each(|n| async move {
                log.value(n);
                even(n).await.map(drop)
            })
            .await;
        log.value(done);
        log.take()
    }

    fn pages(log: &Log, to: u32) -> BoxStream<'_, u32> {
        stream::unfold(0, move |n| async move {
            log.push(format!("page {n}"));
            (n < to).then_some((n, n + 1))
        })
        .boxed()
    }

    fn halved<'a>(
        numbers: impl Stream<Item = u32> + Send + 'a,
    ) -> Pin<Box<dyn Stream<Item = u32> + Send + 'a>> {
        Box::pin(numbers.map(|n| n / 2))
    }

    async fn first_error<S>(mut results: S) -> Option<String>
    where
        S: TryStream<Ok = u32, Error = String> + Unpin,
    {
        loop {
            match results.try_next().await {
                Ok(Some(_)) => {}
                Ok(None) => return None,
                Err(error) => return Some(error),
            }
        }
    }

    pub(crate) async fn returned() -> Vec<String> {
        let log = Log::default();
        let mut pages = pages(&log, 3);
        log.push("made");
        log.value(pages.next().await);
        let mut rest = halved(pages);
        while let Some(n) = rest.next().await {
            log.value(n);
        }
        log.value(first_error(stream::iter([Ok(1), Err("fault".to_owned())])).await);
        drop(rest);
        log.take()
    }

    #[derive(Default)]
    pub(crate) struct Feed {
        numbers: Vec<u32>,
    }

    impl Feed {
        pub(crate) fn stream(&self) -> impl Stream<Item = u32> + '_ {
            stream::iter(self.numbers.iter().copied())
        }

        pub(crate) async fn total(&self) -> u32 {
            let mut numbers = pin!(self.stream().chunks(2));
            let mut total = 0;
            while let Some(chunk) = numbers.next().await {
                total = total * 100 + chunk.into_iter().sum::<u32>();
            }
            total
        }
    }

    pub(crate) async fn method() -> u32 {
        let feed = Feed {
            numbers: vec![1, 2, 3, 4, 5],
        };
        feed.total().await
    }
}

macro_rules! same {
    ($($case:ident)*) => {$(
        #[test]
        fn $case() {
            assert!(!both(suite::$case(), suite::blocking::$case).is_empty());
        }
    )*};
}

same!(consumed adapted tried returned);

#[test]
fn method() {
    assert_eq!(both(suite::method(), suite::blocking::method), 30705);
}
