//! `DirBuilder`: how a folder is made.

use std::fs;
use std::io::Result;
use std::path::Path;

/// How a folder is made.
#[derive(Debug, Default)]
pub struct DirBuilder {
    recursive: bool,
    #[cfg(unix)]
    mode: Option<u32>,
}

impl DirBuilder {
    /// A folder in one that is there, for everybody.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether the folders it is in are made too, and whether it may be there already.
    pub fn recursive(&mut self, recursive: bool) -> &mut Self {
        self.recursive = recursive;
        self
    }

    /// Who may do what in it, less what the process forbids.
    #[cfg(unix)]
    pub fn mode(&mut self, mode: u32) -> &mut Self {
        self.mode = Some(mode);
        self
    }

    /// Makes the folder.
    pub fn create(&self, path: impl AsRef<Path>) -> Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(self.recursive);
        #[cfg(unix)]
        if let Some(mode) = self.mode {
            use std::os::unix::fs::DirBuilderExt as _;

            builder.mode(mode);
        }
        builder.create(path)
    }
}
