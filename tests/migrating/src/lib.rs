//! The code of `docs/migrating.md`, compiled.

pub mod from_bisync;
pub mod from_copies;
pub mod from_maybe_async;
pub mod tokio_names;
