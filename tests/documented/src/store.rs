//! Traits: their examples implement and use the twin trait.

use await_me_maybe::maybe_async;

use crate::trace::{trace, trace_blocking};

/// Holds texts.
///
/// ```
/// use await_me_maybe_documented::Store;
///
/// struct Fixed;
///
/// impl Store for Fixed {
///     async fn get(&self, key: &str) -> Option<String> {
///         (key == "a").then(|| "b".to_owned())
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// assert_eq!(Fixed.get("a").await.as_deref(), Some("b"));
/// assert_eq!(Fixed.get_or("x", "y").await, "y");
/// # }
/// ```
#[maybe_async]
#[expect(
    async_fn_in_trait,
    reason = "nobody needs the futures to be `Send` here"
)]
pub trait Store {
    /// A text, if it is there.
    ///
    /// ```
    /// use await_me_maybe_documented::{Store, Upper};
    ///
    /// # futures::executor::block_on(async {
    /// assert_eq!(Store::get(&Upper, "a").await.as_deref(), Some("A"));
    /// # });
    /// ```
    async fn get(&self, key: &str) -> Option<String>;

    /// A text, or another one.
    ///
    /// ```
    /// # use await_me_maybe_documented::*;
    /// #
    /// fn show(store: &impl Store, key: &str) -> String {
    ///     futures::executor::block_on(store.get_or(key, "none"))
    /// }
    ///
    /// assert_eq!(show(&Upper, ""), "none");
    /// ```
    async fn get_or(&self, key: &str, other: &str) -> String {
        trace("get_or").await;
        self.get(key).await.unwrap_or_else(|| other.to_owned())
    }

    /// How many there are, which nobody has to wait for.
    ///
    /// ```
    /// use await_me_maybe_documented::{Store, Upper};
    ///
    /// assert_eq!(Upper.count(), 0);
    /// ```
    fn count(&self) -> usize {
        0
    }
}

/// Every text but the empty one, in capitals.
#[derive(Debug)]
pub struct Upper;

#[maybe_async]
impl Store for Upper {
    async fn get(&self, key: &str) -> Option<String> {
        trace("Upper").await;
        (!key.is_empty()).then(|| key.to_uppercase())
    }
}

/// The longest text among these.
///
/// ```
/// use await_me_maybe_documented::{Store, Upper, longest};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let expected = Upper.get("bc").await;
/// assert_eq!(longest(&Upper, &["a", "bc"]).await, expected);
/// # }
/// ```
#[maybe_async(twins(Store))]
pub async fn longest(store: &impl Store, keys: &[&str]) -> Option<String> {
    trace("longest").await;
    let mut longest: Option<String> = None;
    for key in keys {
        let text = store.get(key).await;
        if text.as_ref().map(String::len) > longest.as_ref().map(String::len) {
            longest = text;
        }
    }
    longest
}
