//! `File`: an open file.

use core::fmt;
use std::fs::{self, FileTimes, Metadata, Permissions};
use std::io::{IoSlice, Read as _, Result, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::time::SystemTime;

use super::OpenOptions;
use crate::mirror::tokio::io::{AsyncRead, AsyncSeek, AsyncWrite, retry};

/// How much one call reads or writes if nobody says otherwise.
const DEFAULT_MAX_BUF_SIZE: usize = 2 * 1024 * 1024;

/// An open file.
pub struct File {
    std: fs::File,
    max_buf_size: usize,
}

impl File {
    /// Opens a file that is there, to read it.
    pub fn open(path: impl AsRef<Path>) -> Result<Self> {
        Self::options().read(true).open(path)
    }

    /// Opens an empty file to write to it, in the place of what has its name.
    pub fn create(path: impl AsRef<Path>) -> Result<Self> {
        let mut options = Self::options();
        options.write(true).create(true).truncate(true);
        options.open(path)
    }

    /// Opens an empty file that was not there before, to read and to write.
    pub fn create_new<P: AsRef<Path>>(path: P) -> Result<Self> {
        let mut options = Self::options();
        options.read(true).write(true).create_new(true);
        options.open(path)
    }

    /// How to open a file in other ways.
    #[must_use]
    pub fn options() -> OpenOptions {
        OpenOptions::new()
    }

    /// Makes one of std's.
    #[must_use]
    pub fn from_std(std: fs::File) -> Self {
        Self {
            std,
            max_buf_size: DEFAULT_MAX_BUF_SIZE,
        }
    }

    /// Waits until the file and what is known about it are on the disk.
    pub fn sync_all(&self) -> Result<()> {
        self.std.sync_all()
    }

    /// Waits until what is in the file is on the disk.
    pub fn sync_data(&self) -> Result<()> {
        self.std.sync_data()
    }

    /// Makes it as many bytes long: cuts it off, or appends zeros.
    pub fn set_len(&self, size: u64) -> Result<()> {
        self.std.set_len(size)
    }

    /// What is known about it.
    pub fn metadata(&self) -> Result<Metadata> {
        self.std.metadata()
    }

    /// The same open file once more, with one position for both.
    pub fn try_clone(&self) -> Result<Self> {
        let std = self.std.try_clone()?;
        let max_buf_size = self.max_buf_size;
        Ok(Self { std, max_buf_size })
    }

    /// Makes one of std's of it.
    #[must_use]
    pub fn into_std(self) -> fs::File {
        self.std
    }

    /// Makes one of std's of it, as nothing is ever under way.
    #[allow(clippy::result_large_err, reason = "the signature is tokio's")]
    pub fn try_into_std(self) -> core::result::Result<fs::File, Self> {
        Ok(self.std)
    }

    /// Changes who may do what with it.
    pub fn set_permissions(&self, perm: Permissions) -> Result<()> {
        self.std.set_permissions(perm)
    }

    /// Changes when it is said to have been read and written.
    pub fn set_times(&self, times: FileTimes) -> Result<()> {
        self.std.set_times(times)
    }

    /// Changes when it is said to have been written.
    pub fn set_modified(&self, time: SystemTime) -> Result<()> {
        self.std.set_modified(time)
    }

    /// How many bytes one call reads or writes at most.
    ///
    /// # Panics
    /// If that is none.
    #[track_caller]
    pub fn set_max_buf_size(&mut self, max_buf_size: usize) {
        assert!(max_buf_size > 0, "`max_buf_size` must be greater than 0");
        self.max_buf_size = max_buf_size;
    }

    /// How many bytes one call reads or writes at most.
    #[must_use]
    pub fn max_buf_size(&self) -> usize {
        self.max_buf_size
    }
}

impl AsyncRead for File {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let most = buf.len().min(self.max_buf_size);
        retry(|| self.std.read(&mut buf[..most]))
    }
}

impl AsyncWrite for File {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        // tokio takes as much into its buffer, all of which is then written.
        let most = buf.len().min(self.max_buf_size);
        self.std.write_all(&buf[..most])?;
        Ok(most)
    }

    fn blocking_flush(&mut self) -> Result<()> {
        retry(|| self.std.flush())
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        retry(|| self.std.flush())
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        let mut written = 0;
        for buf in bufs {
            let most = buf.len().min(self.max_buf_size - written);
            self.std.write_all(&buf[..most])?;
            written += most;
        }
        Ok(written)
    }

    fn is_write_vectored(&self) -> bool {
        true
    }
}

impl AsyncSeek for File {
    fn blocking_seek(&mut self, position: SeekFrom) -> Result<u64> {
        self.std.seek(position)
    }
}

impl From<fs::File> for File {
    fn from(std: fs::File) -> Self {
        Self::from_std(std)
    }
}

#[allow(clippy::missing_fields_in_debug, reason = "shown as by tokio")]
impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("tokio::fs::File")
            .field("std", &self.std)
            .finish()
    }
}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};

    use super::File;

    impl From<OwnedFd> for File {
        fn from(fd: OwnedFd) -> Self {
            Self::from_std(fs::File::from(fd))
        }
    }

    impl AsFd for File {
        fn as_fd(&self) -> BorrowedFd<'_> {
            self.std.as_fd()
        }
    }

    impl AsRawFd for File {
        fn as_raw_fd(&self) -> RawFd {
            self.std.as_raw_fd()
        }
    }
}

#[cfg(windows)]
mod windows {
    use std::os::windows::io::{AsHandle, AsRawHandle, BorrowedHandle, RawHandle};

    use super::File;

    impl AsHandle for File {
        fn as_handle(&self) -> BorrowedHandle<'_> {
            self.std.as_handle()
        }
    }

    impl AsRawHandle for File {
        fn as_raw_handle(&self) -> RawHandle {
            self.std.as_raw_handle()
        }
    }
}
