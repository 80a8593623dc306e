//! What blocking code needs to stand in for futures.
//!
//! ```
//! use await_me_maybe::blocking::{self, Resolve as _};
//!
//! let thunk = blocking::lazy(|| 1 + 1);
//! assert_eq!(thunk.resolve(), 2);
//! let value: u32 = blocking::await_me_maybe(|| 3);
//! assert_eq!(value, 3);
//! ```

pub use crate::deferred::{Deferred, lazy};
pub use crate::maybe_await::await_me_maybe_blocking as await_me_maybe;
pub use crate::resolve::Resolve;
pub use crate::thunk::Thunk;
