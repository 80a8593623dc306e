//! What is in a folder.

use std::ffi::OsString;
use std::fs::{self, FileType, Metadata};
use std::io::Result;
use std::path::{Path, PathBuf};

/// What is in a folder, in no order.
#[derive(Debug)]
pub struct ReadDir(fs::ReadDir);

/// Something in a folder.
#[derive(Debug)]
pub struct DirEntry(fs::DirEntry);

/// What is in a folder.
pub fn read_dir(path: impl AsRef<Path>) -> Result<ReadDir> {
    fs::read_dir(path).map(ReadDir)
}

impl ReadDir {
    /// The next thing in the folder, if there is one.
    pub fn next_entry(&mut self) -> Result<Option<DirEntry>> {
        let entry = self.0.next().transpose()?;
        Ok(entry.map(DirEntry))
    }
}

impl DirEntry {
    /// Its path: the one that was given to [`read_dir`] and its name.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.0.path()
    }

    /// Its name.
    #[must_use]
    pub fn file_name(&self) -> OsString {
        self.0.file_name()
    }

    /// What is known about it; a link is not followed.
    pub fn metadata(&self) -> Result<Metadata> {
        self.0.metadata()
    }

    /// What it is; a link is not followed.
    pub fn file_type(&self) -> Result<FileType> {
        self.0.file_type()
    }

    /// Its number in the file system.
    #[cfg(unix)]
    #[must_use]
    pub fn ino(&self) -> u64 {
        use std::os::unix::fs::DirEntryExt as _;

        self.0.ino()
    }
}
