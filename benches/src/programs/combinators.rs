//! Functions that take futures and return futures.

use await_me_maybe::maybe_async;

use super::Program;

#[maybe_async]
mod source {
    use std::cell::RefCell;
    use std::future::Future;
    use std::pin::Pin;

    /// Reads numbers, each of which it notes.
    pub(super) struct Meter<'a> {
        numbers: &'a [u32],
        pub(super) read: RefCell<Vec<usize>>,
    }

    impl<'a> Meter<'a> {
        pub(super) fn new(numbers: &'a [u32]) -> Self {
            Self {
                numbers,
                read: RefCell::default(),
            }
        }

        async fn read(&self, place: usize) -> Option<u32> {
            self.read.borrow_mut().push(place);
            self.numbers.get(place).copied()
        }
    }

    fn changed<A, B>(
        future: impl Future<Output = A>,
        change: impl FnOnce(A) -> B,
    ) -> impl Future<Output = B> {
        async move { change(future.await) }
    }

    fn both<A, B>(
        first: impl Future<Output = A>,
        second: impl Future<Output = B>,
    ) -> impl Future<Output = (A, B)> {
        async move {
            let first = first.await;
            (first, second.await)
        }
    }

    async fn or<A>(first: impl Future<Output = Option<A>>, other: impl Future<Output = A>) -> A {
        match first.await {
            Some(value) => value,
            None => other.await,
        }
    }

    fn boxed<'a>(meter: &'a Meter<'_>, place: usize) -> Pin<Box<dyn Future<Output = u32> + 'a>> {
        Box::pin(async move { meter.read(place).await.unwrap_or(0) })
    }

    pub(super) async fn sum(meter: &Meter<'_>, places: &[usize]) -> u64 {
        let mut sum = 0;
        for &place in places {
            let number = or(async { meter.read(place).await }, async {
                2 * boxed(meter, place / 2).await
            })
            .await;
            let (next, double) = both(async { boxed(meter, place + 1).await }, async {
                changed(meter.read(number as usize), |read| {
                    read.map_or(1, |number| 2 * number)
                })
                .await
            })
            .await;
            sum += u64::from(number ^ next) + u64::from(double);
        }
        sum
    }
}

mod by_hand {
    use std::cell::RefCell;

    pub(super) struct Meter<'a> {
        numbers: &'a [u32],
        pub(super) read: RefCell<Vec<usize>>,
    }

    impl<'a> Meter<'a> {
        pub(super) fn new(numbers: &'a [u32]) -> Self {
            Self {
                numbers,
                read: RefCell::default(),
            }
        }

        fn read(&self, place: usize) -> Option<u32> {
            self.read.borrow_mut().push(place);
            self.numbers.get(place).copied()
        }

        fn read_or_zero(&self, place: usize) -> u32 {
            self.read(place).unwrap_or(0)
        }
    }

    pub(super) fn sum(meter: &Meter<'_>, places: &[usize]) -> u64 {
        let mut sum = 0;
        for &place in places {
            let number = match meter.read(place) {
                Some(number) => number,
                None => 2 * meter.read_or_zero(place / 2),
            };
            let next = meter.read_or_zero(place + 1);
            let double = meter.read(number as usize).map_or(1, |number| 2 * number);
            sum += u64::from(number ^ next) + u64::from(double);
        }
        sum
    }
}

pub(super) struct Combinators;

impl Program for Combinators {
    const NAME: &'static str = "functions of futures";
    type Input = (Vec<u32>, Vec<usize>);
    type Output = (u64, Vec<usize>);

    fn input() -> Self::Input {
        (
            (0..100).map(|number| number * 37 % 101).collect(),
            (0..120).map(|number| number * 11 % 130).collect(),
        )
    }

    #[inline(never)]
    fn twin((numbers, places): &Self::Input) -> Self::Output {
        let meter = source::blocking::Meter::new(numbers);
        let sum = source::blocking::sum(&meter, places);
        (sum, meter.read.into_inner())
    }

    #[inline(never)]
    fn by_hand((numbers, places): &Self::Input) -> Self::Output {
        let meter = by_hand::Meter::new(numbers);
        (by_hand::sum(&meter, places), meter.read.into_inner())
    }

    async fn asynchronous((numbers, places): &Self::Input) -> Self::Output {
        let meter = source::Meter::new(numbers);
        let sum = source::sum(&meter, places).await;
        (sum, meter.read.into_inner())
    }
}
