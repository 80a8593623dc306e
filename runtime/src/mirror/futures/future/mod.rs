//! Thunks: what futures are in a twin.
//!
//! [`Future`] is [`Resolve`](crate::blocking::Resolve). The adaptors take work that is still to do
//! and return such work: nothing runs before it is awaited.
//!
//! ```
//! use await_me_maybe::mirror::futures::future::{self, BoxFuture, FutureExt as _};
//! use await_me_maybe::blocking::{self, Resolve as _};
//!
//! fn double(work: BoxFuture<'_, u32>) -> BoxFuture<'_, u32> {
//!     work.map(|n| 2 * n).boxed()
//! }
//!
//! assert_eq!(double(blocking::lazy(|| 2).boxed()).resolve(), 4);
//! assert_eq!(double(future::ready(3).boxed()).resolve(), 6);
//! ```

mod either;
mod ext;
mod option;
mod ready;
mod try_ext;
mod work;

pub use crate::resolve::Resolve as Future;
pub use crate::thunk::{BoxThunk as BoxFuture, LocalBoxThunk as LocalBoxFuture};
pub use either::Either;
pub use ext::FutureExt;
pub use option::OptionFuture;
pub use ready::{NoContext, Ready, err, lazy, ok, ready};
pub use try_ext::{TryFuture, TryFutureExt};
