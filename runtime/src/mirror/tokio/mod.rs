//! The blocking mirror of `tokio`: the same paths, names and signatures, less the await.
//!
//! Twins use it in the place of `tokio`. What has no blocking meaning is not here, so that its use
//! is an unresolved import.

pub mod fs;
pub mod io;
pub mod net;
pub mod process;
pub mod sync;
pub mod task;
pub mod time;

pub use task::spawn;
