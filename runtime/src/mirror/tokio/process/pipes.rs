//! The pipes to and from a process.

use std::io::{Error, IoSlice, Read as _, Result, Write as _};
use std::process::{self, Stdio};

use crate::mirror::tokio::io::{AsyncRead, AsyncWrite, retry};

macro_rules! pipes {
    ($($Pipe:ident, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Debug)]
        pub struct $Pipe(pub(super) process::$Pipe);

        impl $Pipe {
            /// Makes one of std's.
            pub fn from_std(inner: process::$Pipe) -> Result<Self> {
                Ok(Self(inner))
            }
        }

        /// For what another process is given, or where it writes.
        impl TryFrom<$Pipe> for Stdio {
            type Error = Error;

            fn try_from(pipe: $Pipe) -> Result<Self> {
                Ok(pipe.0.into())
            }
        }

        #[cfg(unix)]
        const _: () = {
            use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};

            impl $Pipe {
                /// Makes one of the operating system's of it.
                pub fn into_owned_fd(self) -> Result<OwnedFd> {
                    Ok(self.0.into())
                }
            }

            impl AsFd for $Pipe {
                fn as_fd(&self) -> BorrowedFd<'_> {
                    self.0.as_fd()
                }
            }

            impl AsRawFd for $Pipe {
                fn as_raw_fd(&self) -> RawFd {
                    self.0.as_raw_fd()
                }
            }
        };

        #[cfg(windows)]
        const _: () = {
            use std::os::windows::io::{
                AsHandle, AsRawHandle, BorrowedHandle, OwnedHandle, RawHandle,
            };

            impl $Pipe {
                /// Makes one of the operating system's of it.
                pub fn into_owned_handle(self) -> Result<OwnedHandle> {
                    Ok(self.0.into())
                }
            }

            impl AsHandle for $Pipe {
                fn as_handle(&self) -> BorrowedHandle<'_> {
                    self.0.as_handle()
                }
            }

            impl AsRawHandle for $Pipe {
                fn as_raw_handle(&self) -> RawHandle {
                    self.0.as_raw_handle()
                }
            }
        };
    )*};
}

pipes! {
    ChildStdin, "What a process is given. Its end is there when this is dropped, not at `shutdown`.";
    ChildStdout, "What a process writes.";
    ChildStderr, "What a process writes of what went wrong.";
}

impl AsyncWrite for ChildStdin {
    fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
        retry(|| self.0.write(buf))
    }

    fn blocking_flush(&mut self) -> Result<()> {
        Ok(())
    }

    fn blocking_shutdown(&mut self) -> Result<()> {
        Ok(())
    }

    fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        retry(|| self.0.write_vectored(bufs))
    }

    fn is_write_vectored(&self) -> bool {
        true
    }
}

impl AsyncRead for ChildStdout {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.read(buf))
    }
}

impl AsyncRead for ChildStderr {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.read(buf))
    }
}
