//! Examples without a blocking form that is sure: they are shown, and not compiled again.

use await_me_maybe::maybe_async;

use crate::trace::{trace, trace_blocking};

/// Nothing.
///
/// A future as a value:
///
/// ```
/// # futures::executor::block_on(async {
/// let later = await_me_maybe_documented::unchanged::nothing();
/// later.await;
/// # });
/// ```
///
/// What belongs to a runtime:
///
/// ```
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// tokio::spawn(await_me_maybe_documented::unchanged::nothing()).await.unwrap();
/// # }
/// ```
///
/// What does not compile:
///
/// ```compile_fail
/// await_me_maybe_documented::unchanged::nothing().await;
/// ```
///
/// What is no Rust:
///
/// ```toml
/// await = true
/// ```
#[maybe_async]
pub async fn nothing() {
    trace("nothing").await;
}

/// Documentation from a file cannot be seen by a macro: its examples run twice, as they are.
#[doc = include_str!("from_a_file.md")]
#[maybe_async]
pub async fn from_a_file() {
    trace("from_a_file").await;
}
