//! Functions, and the ways in which examples run them.

use await_me_maybe::maybe_async;
use std::fmt;

use crate::trace::{trace, trace_blocking};

/// What [`even`] says of odd numbers.
#[derive(Debug, PartialEq, Eq)]
pub struct Odd(pub u32);

impl fmt::Display for Odd {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} is odd", self.0)
    }
}

impl std::error::Error for Odd {}

/// Twice the number.
///
/// ```
/// use await_me_maybe_documented::double;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// assert_eq!(double(2).await, 4); // not four .await
/// # }
/// ```
#[maybe_async]
pub async fn double(n: u32) -> u32 {
    trace("double").await;
    n * 2
}

/// The number, if it is even; see [`double`] to make it so.
///
/// # Errors
///
/// [`Odd`] holds what is not.
///
/// ```
/// # use await_me_maybe_documented::{double, even, functions::Odd};
/// #
/// # #[tokio::main]
/// # async fn main() -> Result<(), Odd> {
/// let four = even(double(2)
///     .await)
///     .await?;
/// assert_eq!(four, 4);
/// assert_eq!(even(3).await, Err(Odd(3)));
/// # Ok(())
/// # }
/// ```
#[maybe_async]
pub async fn even(n: u32) -> Result<u32, Odd> {
    trace("even").await;
    if n % 2 == 0 { Ok(n) } else { Err(Odd(n)) }
}

/// The sum of the doubles.
///
/// Run by an executor, with a `?` that stays in the block:
///
/// ```
/// # futures::executor::block_on(async {
/// let numbers = [1, 2];
/// let sum = await_me_maybe_documented::sum(&numbers).await;
/// await_me_maybe_documented::even(sum).await?;
/// # Ok::<(), await_me_maybe_documented::functions::Odd>(())
/// # }).unwrap();
/// ```
///
/// By a runtime of its own:
///
/// ```
/// use await_me_maybe_documented::sum;
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
/// assert_eq!(runtime.block_on(sum(&[1, 2])), 6);
/// # runtime.block_on(async {
/// assert_eq!(sum(&[2, 3]).await, 10);
/// # });
/// ```
///
/// With a helper:
///
/// ```
/// use await_me_maybe_documented::sum;
///
/// async fn twice(numbers: &[u32]) -> u32 {
///     sum(numbers).await + sum(numbers).await
/// }
///
/// # fn main() {
/// # futures::executor::block_on(async move {
/// assert_eq!(twice(&[1]).await, 4);
/// # });
/// # }
/// ```
#[maybe_async]
pub async fn sum(numbers: &[u32]) -> u32 {
    trace("sum").await;
    let mut sum = 0;
    for n in numbers {
        sum += double(*n).await;
    }
    sum
}
