//! `TryStream`: iterators of results.

/// An iterator of results, with a name for either side.
///
/// ```
/// use await_me_maybe::mirror::futures::stream::{TryStream, TryStreamExt as _};
///
/// fn sum<S: TryStream<Ok = u32>>(numbers: S) -> Result<u32, S::Error> {
///     numbers.try_fold(0, |sum, number| Ok(sum + number))
/// }
///
/// assert_eq!(sum(["1", "2"].map(str::parse).into_iter()), Ok(3));
/// assert!(sum(["1", "two"].map(str::parse).into_iter()).is_err());
/// ```
pub trait TryStream:
    Iterator<Item = Result<<Self as TryStream>::Ok, <Self as TryStream>::Error>>
{
    /// What a success holds.
    type Ok;

    /// What a failure holds.
    type Error;
}

impl<S, T, E> TryStream for S
where
    S: Iterator<Item = Result<T, E>> + ?Sized,
{
    type Ok = T;
    type Error = E;
}
