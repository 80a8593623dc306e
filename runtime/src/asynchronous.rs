//! The async half of a source that is compiled twice.
//!
//! Two modules share their files, and each gives the same names another meaning:
//!
//! ```text
//! // src/lib.rs
//! #[path = "."]
//! pub mod asynchronous {
//!     use await_me_maybe::asynchronous::*;
//!     pub mod client;
//! }
//!
//! #[path = "."]
//! #[allow(clippy::duplicate_mod)]
//! pub mod blocking {
//!     use await_me_maybe::blocking::*;
//!     pub mod client;
//! }
//!
//! // src/client.rs
//! use super::*;
//! ```
//!
//! Here [`maybe_async`] keeps an item as it is written, [`only_async`] keeps it too, and
//! [`only_blocking`] leaves it out. In [`blocking`](crate::blocking) it is the other way round.
//!
//! ```
//! use await_me_maybe::asynchronous::{is_async, maybe_async, only_async, only_blocking};
//!
//! #[maybe_async]
//! async fn half() -> &'static str {
//!     if is_async!() { "async" } else { "blocking" }
//! }
//!
//! #[only_async]
//! const HALVES: usize = 1;
//! #[only_blocking]
//! const HALVES: usize = 2;
//!
//! assert_eq!(HALVES, 1);
//! # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
//! assert_eq!(half().await, "async");
//! # });
//! ```

#[doc(inline)]
pub use crate::__true as is_async;
#[doc(inline)]
pub use await_me_maybe_macros::{
    keep_item as only_async, leave_item_out as only_blocking,
    maybe_async_asynchronous as maybe_async,
};
