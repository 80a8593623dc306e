//! The twin adds no warning of its own, and hides none of the author's.
#![deny(warnings)]
#![deny(
    missing_docs,
    unused,
    unreachable_pub,
    future_incompatible,
    rust_2018_idioms,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::default_numeric_fallback,
    clippy::unused_async
)]

use std::pin::Pin;

use await_me_maybe::maybe_async;
use await_me_maybe_tests::{both, even, even_blocking, give, give_blocking};

/// A public trait, documented.
#[maybe_async]
#[allow(
    async_fn_in_trait,
    reason = "rustc says this of any public trait with an `async fn`"
)]
pub trait Store {
    /// What goes wrong.
    type Error;

    /// Gets one.
    ///
    /// # Errors
    /// If there is none.
    async fn get(&self, key: u32) -> Result<u32, Self::Error>;

    /// Gets two.
    ///
    /// # Errors
    /// If one of them is missing.
    async fn two(&self) -> Result<u32, Self::Error> {
        Ok(self.get(2).await? + self.get(4).await?)
    }

    /// How many.
    fn size(&self) -> usize;
}

/// A store.
#[derive(Debug, Clone, Copy, Default)]
pub struct Numbers;

#[maybe_async]
impl Store for Numbers {
    type Error = String;

    async fn get(&self, key: u32) -> Result<u32, String> {
        let found = even(key).await?;
        Ok(found)
    }

    fn size(&self) -> usize {
        usize::MAX
    }
}

#[maybe_async]
impl Numbers {
    /// The sum, unless it is zero.
    ///
    /// # Errors
    /// If a number is odd.
    #[must_use = "this is a number"]
    pub async fn sum(&self, numbers: &[u32]) -> Result<Option<u32>, String> {
        let mut sum = 0_u32;
        for &number in numbers {
            let add = async {
                if number == 0 {
                    return Ok(0);
                }
                even(number).await
            };
            sum += add.await?;
        }
        Ok((sum > 0).then_some(sum))
    }

    /// Nothing at all.
    pub async fn nothing(&self) {
        let unit = give_unit().await;
        give_unit().await;
        let () = unit;
    }

    /// A future.
    #[must_use]
    pub fn future(&self, number: u32) -> Pin<Box<dyn Future<Output = u32> + Send + '_>> {
        Box::pin(async move { give(number).await })
    }
}

/// Gives nothing.
#[maybe_async]
pub async fn give_unit() {
    let early = async {};
    early.await;
    give(1_u8).await;
}

/// Ends, or does not.
#[maybe_async]
#[expect(clippy::unused_async, reason = "fires in the async half alone")]
pub async fn ends(number: u32) -> u32 {
    number + 1
}

/// Diverges.
///
/// # Panics
/// Always.
#[maybe_async]
#[expect(clippy::unused_async, reason = "fires in the async half alone")]
pub async fn never() -> ! {
    panic!("never")
}

/// Uses what diverges.
///
/// # Panics
/// With a number over nine.
#[maybe_async]
pub async fn bounded(number: u32) -> u32 {
    let Some(bounded) = Some(number).filter(|number| *number < 10) else {
        never().await
    };
    if bounded == 9 {
        never().await;
    }
    bounded
}

/// Callbacks, generics and lifetimes.
///
/// # Errors
/// As the store says.
#[expect(clippy::future_not_send, reason = "fires in the async half alone")]
#[maybe_async(twins(Store))]
pub async fn generic<'a, S: Store + 'a, F>(store: &'a S, f: F) -> Result<(&'a S, u32), S::Error>
where
    F: AsyncFn(u32) -> u32,
{
    let closure = async |number: u32| f(number).await;
    let block = |number: u32| async move { give(number).await };
    let (first, second) = (closure(1).await, block(2).await);
    let two = store.two().await?;
    Ok((store, first + second + two + u32::from(store.size() == 0)))
}

#[test]
fn strict_code_works() {
    let (value, _) = both(
        async {
            generic(&Numbers, async |n| give(n).await)
                .await
                .map(|(_, sum)| sum)
        },
        || generic_blocking(&Numbers, give_blocking).map(|(_, sum)| sum),
    );
    assert_eq!(value, Ok(9));
    let numbers = [2, 0, 4];
    let (value, log) = both(Numbers.sum(&numbers), || Numbers.sum_blocking(&numbers));
    assert_eq!(value, Ok(Some(6)));
    assert_eq!(log, ["even 2?", "even 4?"]);
    assert_eq!(both(Numbers.future(1), || Numbers.future_blocking(1)).0, 1);
    assert_eq!(
        both(Numbers.nothing(), || Numbers.nothing_blocking()).1,
        ["give 1", "give 1"]
    );
    assert_eq!(both(bounded(1), || bounded_blocking(1)).0, 1);
    assert_eq!(both(ends(1), || ends_blocking(1)).0, 2);
}
