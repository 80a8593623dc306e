//! What is done to a path.

use alloc::string::String;
use alloc::vec::Vec;
use std::fs::{self, Metadata, Permissions};
use std::io::Result;
use std::path::{Path, PathBuf};

/// The absolute path, without links and dots.
pub fn canonicalize(path: impl AsRef<Path>) -> Result<PathBuf> {
    fs::canonicalize(path)
}

/// Copies a file with its permissions and says how many bytes it has.
pub fn copy(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<u64> {
    fs::copy(from, to)
}

/// Makes a folder.
pub fn create_dir(path: impl AsRef<Path>) -> Result<()> {
    fs::create_dir(path)
}

/// Makes a folder and those it is in, where there are none.
pub fn create_dir_all(path: impl AsRef<Path>) -> Result<()> {
    fs::create_dir_all(path)
}

/// Gives a file a second name.
pub fn hard_link(original: impl AsRef<Path>, link: impl AsRef<Path>) -> Result<()> {
    fs::hard_link(original, link)
}

/// What is known about a file or folder, or about the one a link leads to.
pub fn metadata(path: impl AsRef<Path>) -> Result<Metadata> {
    fs::metadata(path)
}

/// All that is in a file.
pub fn read(path: impl AsRef<Path>) -> Result<Vec<u8>> {
    fs::read(path)
}

/// Where a link leads.
pub fn read_link(path: impl AsRef<Path>) -> Result<PathBuf> {
    fs::read_link(path)
}

/// All that is in a file, which has to be UTF-8.
pub fn read_to_string(path: impl AsRef<Path>) -> Result<String> {
    fs::read_to_string(path)
}

/// Removes an empty folder.
pub fn remove_dir(path: impl AsRef<Path>) -> Result<()> {
    fs::remove_dir(path)
}

/// Removes a folder and all that is in it.
pub fn remove_dir_all(path: impl AsRef<Path>) -> Result<()> {
    fs::remove_dir_all(path)
}

/// Removes a file.
pub fn remove_file(path: impl AsRef<Path>) -> Result<()> {
    fs::remove_file(path)
}

/// Gives a file or folder another name, in the place of what has that name.
pub fn rename(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<()> {
    fs::rename(from, to)
}

/// Changes who may do what with a file or folder.
pub fn set_permissions(path: impl AsRef<Path>, perm: Permissions) -> Result<()> {
    fs::set_permissions(path, perm)
}

/// Makes a link.
#[cfg(unix)]
pub fn symlink(original: impl AsRef<Path>, link: impl AsRef<Path>) -> Result<()> {
    std::os::unix::fs::symlink(original, link)
}

/// Makes a link to a folder.
#[cfg(windows)]
pub fn symlink_dir(original: impl AsRef<Path>, link: impl AsRef<Path>) -> Result<()> {
    std::os::windows::fs::symlink_dir(original, link)
}

/// Makes a link to a file.
#[cfg(windows)]
pub fn symlink_file(original: impl AsRef<Path>, link: impl AsRef<Path>) -> Result<()> {
    std::os::windows::fs::symlink_file(original, link)
}

/// What is known about a file, a folder or a link itself.
pub fn symlink_metadata(path: impl AsRef<Path>) -> Result<Metadata> {
    fs::symlink_metadata(path)
}

/// Whether there is something at the path.
pub fn try_exists(path: impl AsRef<Path>) -> Result<bool> {
    fs::exists(path)
}

/// Makes a file of the contents, in the place of what has its name.
pub fn write(path: impl AsRef<Path>, contents: impl AsRef<[u8]>) -> Result<()> {
    fs::write(path, contents)
}
