//! Annotated code with every form and every lowering: `tests/silence.rs` compares what all lints of
//! rustc and clippy say of it with what they say of the async source alone.

#[cfg(feature = "alone")]
use await_me_maybe::asynchronous::maybe_async;
#[cfg(not(feature = "alone"))]
use await_me_maybe::maybe_async;

pub mod callbacks;
pub mod concurrent;
pub mod forms;
pub mod futures_as_values;
pub mod halves;
pub mod made;
pub mod service;
pub mod streamed;
pub mod values;
