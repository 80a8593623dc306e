//! `await_me_maybe` in each form, beside the direct await, call or value.
//!
//! A thousand of them for one measurement, in one future, so that its executor does not count.

use std::future::Future;
use std::hint::black_box;
use std::pin::Pin;

use await_me_maybe::{Maybe, await_me_maybe, await_me_maybe_blocking};
use divan::Bencher;
use futures::executor::block_on;

await_me_maybe_benches::bench!();

const CALLS: u64 = 1_000;

/// Sums up what one call gives, many times.
fn measure(bencher: Bencher<'_, '_>, sum: impl AsyncFn(u64) -> u64 + Sync) {
    bencher
        .counter(divan::counter::ItemsCount::new(CALLS))
        .bench(|| {
            block_on(async {
                let mut total = 0;
                for number in 0..black_box(CALLS) {
                    total += sum(black_box(number)).await;
                }
                total
            })
        });
}

async fn next(number: u64) -> u64 {
    black_box(number) + 1
}

type Boxed = Pin<Box<dyn Future<Output = u64>>>;

#[divan::bench_group]
mod value {
    use super::{Bencher, await_me_maybe, await_me_maybe_blocking, black_box, measure};

    #[divan::bench]
    fn direct(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| black_box(number) + 1);
    }

    #[divan::bench]
    fn maybe(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe(black_box(number) + 1).await
        });
    }

    #[divan::bench]
    fn by_macro(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe!(black_box(number) + 1)
        });
    }

    #[divan::bench]
    fn blocking(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe_blocking(black_box(number) + 1)
        });
    }
}

#[divan::bench_group]
mod closure {
    use super::{Bencher, await_me_maybe, await_me_maybe_blocking, black_box, measure};

    #[divan::bench]
    fn direct(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            let call = || black_box(number) + 1;
            call()
        });
    }

    #[divan::bench]
    fn maybe(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe(|| black_box(number) + 1).await
        });
    }

    #[divan::bench]
    fn by_macro(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe!(|| black_box(number) + 1)
        });
    }

    #[divan::bench]
    fn blocking(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe_blocking(|| black_box(number) + 1)
        });
    }
}

#[divan::bench_group]
mod async_closure {
    use super::{Bencher, await_me_maybe, measure, next};

    #[divan::bench]
    fn direct(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            let call = async || next(number).await;
            call().await
        });
    }

    #[divan::bench]
    fn maybe(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe(async || next(number).await).await
        });
    }

    #[divan::bench]
    fn by_macro(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            await_me_maybe!(async || next(number).await)
        });
    }
}

#[divan::bench_group]
mod future {
    use super::{Bencher, await_me_maybe, measure, next};

    #[divan::bench]
    fn direct(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| next(number).await);
    }

    #[divan::bench]
    fn maybe(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| await_me_maybe(next(number)).await);
    }

    #[divan::bench]
    fn by_macro(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| await_me_maybe!(next(number)));
    }
}

#[divan::bench_group]
mod boxed {
    use super::{Bencher, Boxed, await_me_maybe, measure, next};

    fn boxed(number: u64) -> Boxed {
        Box::pin(next(number))
    }

    #[divan::bench]
    fn direct(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| boxed(number).await);
    }

    #[divan::bench]
    fn maybe(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| await_me_maybe(boxed(number)).await);
    }

    #[divan::bench]
    fn by_macro(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| await_me_maybe!(boxed(number)));
    }
}

/// Beside what one would write for the same without it.
#[divan::bench_group]
mod stored {
    use super::{Bencher, Boxed, Maybe, black_box, measure, next};

    enum Either {
        Value(u64),
        Call(Box<dyn FnOnce() -> u64>),
        Future(Boxed),
    }

    impl Either {
        async fn get(self) -> u64 {
            match self {
                Self::Value(value) => value,
                Self::Call(call) => call(),
                Self::Future(future) => future.await,
            }
        }
    }

    #[divan::bench]
    fn direct_value(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            black_box(Either::Value(number)).get().await
        });
    }

    #[divan::bench]
    fn maybe_value(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            black_box(Maybe::value(number)).await
        });
    }

    #[divan::bench]
    fn direct_call(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            black_box(Either::Call(Box::new(move || number + 1)))
                .get()
                .await
        });
    }

    #[divan::bench]
    fn maybe_call(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            black_box(Maybe::call(move || number + 1)).await
        });
    }

    #[divan::bench]
    fn direct_future(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            black_box(Either::Future(Box::pin(next(number))))
                .get()
                .await
        });
    }

    #[divan::bench]
    fn maybe_future(bencher: Bencher<'_, '_>) {
        measure(bencher, async |number| {
            black_box(Maybe::future(next(number))).await
        });
    }
}
