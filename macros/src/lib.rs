//! Implementation of the macros of `await-me-maybe`.
//!
//! Depend on `await-me-maybe`, which re-exports them: this crate is an implementation detail,
//! pinned by it to one exact version.

// Data goes one way: tokens -> `reading` (which `words` occur: a pass is entered only for its own)
// -> `args` and `item` (what was written, spans kept) -> `replace` (paths that the author has given
// others) -> `names` (who is renamed to what, decided once) -> `signature`, `pairs`, `types` (read
// together by `hints`) and `lower` (ordered passes that collect `errors`) -> `twin` -> `module`
// (which items have one, and where it stands) -> `expand`. No module imports a later one.

mod args;
mod arguments;
mod attrs;
mod callee;
mod check;
mod code_text;
mod docs;
mod emit;
mod errors;
mod examples;
mod expand;
mod fences;
mod fields;
mod form;
mod future_types;
mod generator;
mod groups;
mod helpers;
mod hints;
mod into_future;
mod item;
mod library;
mod lower;
#[cfg(test)]
mod lowerings;
mod mapped_types;
mod messages;
mod module;
mod names;
mod only;
mod pairs;
mod pass;
mod patterns;
mod reading;
mod replace;
mod returns;
mod shape;
mod signature;
#[cfg(test)]
mod snapshots;
mod stars;
mod stream_types;
mod stub;
mod table;
mod test_attribute;
mod tokio_test;
mod twin;
mod types;
#[cfg(test)]
mod unparsed;
mod uses;
mod values;
mod variant;
mod words;

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
/// | `mod api { .. }` | `mod blocking` inside it, with the same names; what is not async is one item in both |
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
/// | `streams(pages)` | functions annotated elsewhere that return a stream |
/// | `replace(a::net = b::net)` | paths that begin otherwise in the twin; a call of one is not renamed |
/// | `cfg(feature = "blocking")` | the `#[cfg(..)]` of the twin |
/// | `join = sequential` | branches of `join!` and its kin one after the other; `join = threads`: a scoped thread each |
/// | `crate = path` | where `await_me_maybe` is found |
/// | `path = crate::api` | on a module: its own path, so that `crate::api::X` inside it means the same half |
///
/// On a method inside an annotated `impl` or `trait`, `#[maybe_async(skip)]` leaves it without a
/// twin. On an item inside an annotated module, `#[maybe_async(shared)]` keeps it single and
/// `#[maybe_async(twin)]` repeats it.
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
    expand::beside(args.into(), item.into()).into()
}

/// In the async half of a source that is compiled twice: keeps the item as it is written.
///
/// What is marked `#[only_blocking]` inside it is left out, and of `if is_async!() { .. } else
/// { .. }` the first branch stays. See the module `asynchronous` of `await-me-maybe`.
#[proc_macro_attribute]
pub fn maybe_async_asynchronous(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::asynchronous(args.into(), &item.into()).into()
}

/// In the blocking half of a source that is compiled twice: puts the twin in the place of the
/// item, under the same names.
///
/// It goes on any item. The arguments are those of `maybe_async` less `name` and `suffix`. See the
/// module `blocking` of `await-me-maybe`.
///
/// # Errors
///
/// As `maybe_async`.
#[proc_macro_attribute]
pub fn maybe_async_blocking(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::in_place(args.into(), item.into()).into()
}

/// Keeps an item in the half that its `#[only_async]` or `#[only_blocking]` names.
#[proc_macro_attribute]
pub fn keep_item(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::keep(args.into(), item.into()).into()
}

/// Leaves an item out of the half that its `#[only_async]` or `#[only_blocking]` does not name.
#[proc_macro_attribute]
pub fn leave_item_out(_args: TokenStream, _item: TokenStream) -> TokenStream {
    TokenStream::new()
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
