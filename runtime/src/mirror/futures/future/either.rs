//! `Either`: one of two types that can do the same.

use crate::mirror::futures::sink::Sink;
use crate::pending::Pending;
use crate::resolve::Resolve;

/// One of two kinds of work, of iterators or of sinks.
///
/// ```
/// use await_me_maybe::mirror::futures::StreamExt as _;
///
/// fn numbers(odd: bool) -> impl Iterator<Item = u32> {
///     if odd {
///         (1..6).step_by(2).left_stream()
///     } else {
///         (0..6).skip(3).right_stream()
///     }
/// }
///
/// assert_eq!(numbers(true).collect::<Vec<_>>(), [1, 3, 5]);
/// assert_eq!(numbers(false).collect::<Vec<_>>(), [3, 4, 5]);
/// ```
#[derive(Clone, Debug)]
pub enum Either<A, B> {
    /// The first of the two.
    Left(A),
    /// The second of the two.
    Right(B),
}

impl<T, A, B> Either<(T, A), (T, B)> {
    /// What both sides have first, and the rest.
    pub fn factor_first(self) -> (T, Either<A, B>) {
        match self {
            Self::Left((first, rest)) => (first, Either::Left(rest)),
            Self::Right((first, rest)) => (first, Either::Right(rest)),
        }
    }
}

impl<T, A, B> Either<(A, T), (B, T)> {
    /// What both sides have second, behind the rest.
    pub fn factor_second(self) -> (Either<A, B>, T) {
        match self {
            Self::Left((rest, second)) => (Either::Left(rest), second),
            Self::Right((rest, second)) => (Either::Right(rest), second),
        }
    }
}

impl<T> Either<T, T> {
    /// What it holds, of whichever side.
    pub fn into_inner(self) -> T {
        match self {
            Self::Left(inner) | Self::Right(inner) => inner,
        }
    }
}

impl<A: Resolve, B: Resolve> Pending for Either<A, B> {}

#[diagnostic::do_not_recommend]
impl<A: Resolve, B: Resolve<Output = A::Output>> Resolve for Either<A, B> {
    type Output = A::Output;

    #[track_caller]
    fn resolve(self) -> A::Output {
        match self {
            Self::Left(work) => work.resolve(),
            Self::Right(work) => work.resolve(),
        }
    }
}

impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Either<A, B> {
    type Item = A::Item;

    fn next(&mut self) -> Option<A::Item> {
        match self {
            Self::Left(items) => items.next(),
            Self::Right(items) => items.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Left(items) => items.size_hint(),
            Self::Right(items) => items.size_hint(),
        }
    }
}

impl<A, B, Item> Sink<Item> for Either<A, B>
where
    A: Sink<Item>,
    B: Sink<Item, Error = A::Error>,
{
    type Error = A::Error;

    fn sink_feed(&mut self, item: Item) -> Result<(), A::Error> {
        match self {
            Self::Left(sink) => sink.sink_feed(item),
            Self::Right(sink) => sink.sink_feed(item),
        }
    }

    fn sink_flush(&mut self) -> Result<(), A::Error> {
        match self {
            Self::Left(sink) => sink.sink_flush(),
            Self::Right(sink) => sink.sink_flush(),
        }
    }

    fn sink_close(&mut self) -> Result<(), A::Error> {
        match self {
            Self::Left(sink) => sink.sink_close(),
            Self::Right(sink) => sink.sink_close(),
        }
    }
}
