//! One file, open in both halves.

use std::path::Path;

use explore::{Result, open, open_blocking};
use tokio::runtime::{Builder, Runtime};

/// Both see the same state of the file: while one half has it open, nobody can change it for the
/// other.
pub(crate) struct Halves {
    pub(crate) runtime: Runtime,
    pub(crate) asynchronous: tokio_rusqlite::Connection,
    pub(crate) blocking: rusqlite::Connection,
}

impl Halves {
    pub(crate) fn open(path: &Path) -> Result<Self> {
        let runtime = Builder::new_current_thread().build()?;
        let asynchronous = runtime.block_on(open(path))?;
        let blocking = open_blocking(path)?;
        Ok(Self {
            runtime,
            asynchronous,
            blocking,
        })
    }
}
