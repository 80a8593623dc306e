//! Child processes.
//!
//! ```
//! use std::process::Stdio;
//!
//! use await_me_maybe::mirror::tokio::io::{self, AsyncWriteExt};
//! use await_me_maybe::mirror::tokio::process::Command;
//!
//! # if cfg!(unix) {
//! let mut command = Command::new("sort");
//! command.stdin(Stdio::piped()).stdout(Stdio::piped());
//! let mut child = command.spawn()?;
//! if let Some(mut stdin) = child.stdin.take() {
//!     stdin.write_all(b"b\na\n")?;
//! }
//! assert_eq!(child.wait_with_output()?.stdout, b"a\nb\n");
//! # }
//! # Ok::<(), io::Error>(())
//! ```
//!
//! # Errors
//!
//! Those of the operating system, as in tokio.
//!
//! # What is not here
//!
//! `pre_exec`, which is unsafe: give [`Command::as_std_mut`] what has to run in the child.

#![allow(
    clippy::missing_errors_doc,
    reason = "each function fails as the operating system does: see the docs of the module"
)]

mod child;
mod command;
mod orphans;
mod pipes;

pub use child::Child;
pub use command::Command;
pub use pipes::{ChildStderr, ChildStdin, ChildStdout};
