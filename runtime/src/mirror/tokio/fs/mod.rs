//! Files and folders.
//!
//! ```
//! use await_me_maybe::mirror::tokio::fs;
//! use await_me_maybe::mirror::tokio::io::{self, AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
//!
//! # let folder = std::env::temp_dir().join(format!("mirror-of-fs-{}", std::process::id()));
//! # let name = folder.join("greeting");
//! fs::create_dir_all(&folder)?;
//! let mut file = fs::File::create_new(&name)?;
//! file.write_all(b"hello")?;
//! file.rewind()?;
//! let mut text = String::new();
//! file.read_to_string(&mut text)?;
//! assert_eq!(text, "hello");
//! assert_eq!(fs::read(&name)?, b"hello");
//! fs::remove_dir_all(&folder)?;
//! # Ok::<(), io::Error>(())
//! ```
//!
//! # Errors
//!
//! Those of the operating system, as in tokio. One comes earlier: tokio says at the next call or at
//! `flush` that a write has failed, here the write says so itself.

#![allow(
    clippy::missing_errors_doc,
    reason = "each function fails as the operating system does: see the docs of the module"
)]

mod dir_builder;
mod file;
mod open_options;
mod paths;
mod read_dir;

pub use std::fs::FileTimes;

pub use dir_builder::DirBuilder;
pub use file::File;
pub use open_options::OpenOptions;
#[cfg(unix)]
pub use paths::symlink;
pub use paths::{
    canonicalize, copy, create_dir, create_dir_all, hard_link, metadata, read, read_link,
    read_to_string, remove_dir, remove_dir_all, remove_file, rename, set_permissions,
    symlink_metadata, try_exists, write,
};
#[cfg(windows)]
pub use paths::{symlink_dir, symlink_file};
pub use read_dir::{DirEntry, ReadDir, read_dir};
