//! The blocking half of a source that is compiled twice, and what stands in for futures there.
//!
//! [`asynchronous`](crate::asynchronous) shows how two modules share their files. Here
//! [`maybe_async`] puts the blocking twin in the place of an item, under the same names;
//! [`only_blocking`] keeps an item, and [`only_async`] leaves it out.
//!
//! ```
//! use await_me_maybe::blocking::{is_async, maybe_async, only_async, only_blocking};
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
//! assert_eq!(half(), "blocking");
//! assert_eq!(HALVES, 2);
//! ```
//!
//! Thunks, and values that may have to be called:
//!
//! ```
//! use await_me_maybe::blocking::{self, Resolve as _};
//!
//! let thunk = blocking::lazy(|| 1 + 1);
//! assert_eq!(thunk.resolve(), 2);
//! let value: u32 = blocking::await_me_maybe(|| 3);
//! assert_eq!(value, 3);
//! ```
//!
//! And for blocking code that has nothing but an async function to call, `block_on`, which waits,
//! and `iter_from_stream`.

#[doc(inline)]
pub use crate::__false as is_async;
#[cfg(feature = "std")]
pub use crate::bridge::{BlockOnError, block_on, try_block_on};
#[cfg(feature = "stream")]
pub use crate::bridge::{StreamIter, iter_from_stream};
pub use crate::deferred::{Deferred, lazy};
pub use crate::maybe_await::await_me_maybe_blocking as await_me_maybe;
pub use crate::resolve::Resolve;
pub use crate::thunk::Thunk;
#[doc(inline)]
pub use await_me_maybe_macros::{
    keep_item as only_blocking, leave_item_out as only_async, maybe_async_blocking as maybe_async,
};
