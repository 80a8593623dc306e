//! Implementation of the macros of `await-me-maybe`.
//!
//! Depend on `await-me-maybe`, which re-exports them: this crate is an implementation detail,
//! pinned by it to one exact version.

// Data goes one way: tokens -> `args` and `item` (what was written, spans kept) -> `names` (who
// is renamed to what, decided once) -> `signature`, `types` and `lower` (ordered passes that
// collect `errors`) -> `twin` -> `expand`. No module imports a later one.

mod args;
mod callee;
mod docs;
mod emit;
mod errors;
mod examples;
mod expand;
mod fences;
mod groups;
mod helpers;
mod item;
mod lower;
mod messages;
mod names;
mod returns;
#[cfg(test)]
mod robustness;
mod shape;
mod signature;
#[cfg(test)]
mod snapshots;
mod stars;
mod stub;
mod test_attribute;
mod twin;
mod types;

use proc_macro::TokenStream;

/// Keeps an async item exactly as it is written and adds its blocking twin.
///
/// | on | twin |
/// |---|---|
/// | `async fn fetch` | `fn fetch_blocking` |
/// | `fn fetch() -> impl Future<Output = T>` (also boxed) | `fn fetch_blocking() -> T` |
/// | `impl Client { async fn get }` | a second `impl Client` with `get_blocking`; other members stay single |
/// | `trait Store { async fn get }` | `trait StoreBlocking { fn get_blocking }`, other members keep their names |
/// | `impl Store for X` | `impl StoreBlocking for X` |
///
/// In the twin every *awaited* call is renamed the same way (`g(x).await` becomes
/// `g_blocking(x)`); calls that are not awaited, local bindings and callbacks keep their names.
///
/// # Arguments
///
/// | argument | meaning |
/// |---|---|
/// | `name = ident` | the twin's name; also on a method, as `#[maybe_async(name = ident)]` |
/// | `suffix = _sync` | instead of `_blocking`; a trait `Store` becomes `StoreSync` |
/// | `keep(a, b)` | awaited calls that are not renamed |
/// | `twins(Store, fetch)` | types, traits and functions annotated elsewhere that have a twin |
/// | `crate = path` | where `await_me_maybe` is found |
///
/// On a method inside an annotated `impl` or `trait`, `#[maybe_async(skip)]` leaves it without a
/// twin.
///
/// # Documentation
///
/// The twin's documentation is that of the item, headed by a link to it. Its examples become
/// blocking code and are doc tests of their own; one that cannot be rewritten for sure is shown as
/// text. What `#[doc = include_str!(..)]` holds cannot be seen and stays.
///
/// ```
/// # use await_me_maybe::maybe_async;
/// /// Adds one.
/// ///
/// /// ```
/// /// # use numbers::increment;
/// /// # #[tokio::main] async fn main() {
/// /// assert_eq!(increment(1).await, 2); // the twin's: assert_eq!(increment_blocking(1), 2);
/// /// # }
/// /// ```
/// #[maybe_async]
/// pub async fn increment(n: u32) -> u32 {
///     n + 1
/// }
/// # assert_eq!(increment_blocking(1), 2);
/// ```
///
/// # Errors
///
/// What cannot be lowered with its meaning kept is a compile error on the token that has to
/// change, with what to write instead. The async item stays usable.
///
/// # Example
///
/// ```
/// use await_me_maybe::maybe_async;
///
/// #[maybe_async]
/// async fn double(n: u32) -> u32 {
///     n * 2
/// }
///
/// #[maybe_async]
/// async fn quadruple(n: u32) -> u32 {
///     double(double(n).await).await
/// }
///
/// assert_eq!(quadruple_blocking(2), 8);
/// # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
/// assert_eq!(runtime.block_on(quadruple(2)), 8);
/// ```
#[proc_macro_attribute]
pub fn maybe_async(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::expand(args.into(), item.into()).into()
}

/// Makes two tests from one async function: `name`, a `#[tokio::test]`, and `name_blocking`, a
/// plain `#[test]` of its blocking twin.
///
/// What stands in the parentheses is handed to `#[tokio::test]` (`flavor = "multi_thread"`,
/// `worker_threads = 2`), save the arguments of [`macro@maybe_async`], which mean the same here:
/// `name`, `suffix`, `keep`, `twins`, `crate = path`. (`crate = "name"`, a string, is tokio's.)
/// `#[should_panic]`, `#[ignore]` and other attributes count for both tests, and both may return a
/// `Result`. The crate under test needs `tokio` with the features `macros` and `rt`.
///
/// # Errors
///
/// A function that is not async, that has parameters, or that is a `#[test]` or `#[tokio::test]`
/// already; `start_paused`, as the blocking test would really sleep; and all that
/// [`macro@maybe_async`] refuses.
///
/// # Example
///
/// ```
/// use await_me_maybe::maybe_async;
///
/// #[maybe_async]
/// async fn parse(text: &str) -> Result<u32, std::num::ParseIntError> {
///     text.parse()
/// }
///
/// #[await_me_maybe::test]
/// async fn parses() -> Result<(), std::num::ParseIntError> {
///     assert_eq!(parse("7").await?, 7);
///     Ok(())
/// }
///
/// #[await_me_maybe::test(flavor = "multi_thread", worker_threads = 2)]
/// #[should_panic(expected = "InvalidDigit")]
/// async fn refuses_words() {
///     parse("seven").await.unwrap();
/// }
/// ```
#[proc_macro_attribute]
pub fn test(args: TokenStream, item: TokenStream) -> TokenStream {
    test_attribute::expand_test(args.into(), item.into()).into()
}
