//! The source of the package beside this one in edition 2021.

#[cfg(feature = "alone")]
use await_me_maybe::asynchronous::maybe_async;
#[cfg(not(feature = "alone"))]
use await_me_maybe::maybe_async;

#[rustfmt::skip]
#[path = "../../lints/src/callbacks.rs"]
pub mod callbacks;
#[rustfmt::skip]
#[path = "../../lints/src/concurrent.rs"]
pub mod concurrent;
#[rustfmt::skip]
#[path = "../../lints/src/forms.rs"]
pub mod forms;
#[rustfmt::skip]
#[path = "../../lints/src/futures_as_values.rs"]
pub mod futures_as_values;
#[rustfmt::skip]
#[path = "../../lints/src/halves.rs"]
pub mod halves;
#[rustfmt::skip]
#[path = "../../lints/src/made.rs"]
pub mod made;
#[rustfmt::skip]
#[path = "../../lints/src/service.rs"]
pub mod service;
#[rustfmt::skip]
#[path = "../../lints/src/streamed.rs"]
pub mod streamed;
#[rustfmt::skip]
#[path = "../../lints/src/values.rs"]
pub mod values;
