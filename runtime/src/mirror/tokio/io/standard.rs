//! The standard streams of the process.

use std::io::{self, IoSlice, Read as _, Result, Write as _};

use super::{AsyncRead, AsyncWrite, retry};

macro_rules! standard {
    ($($Stream:ident, $function:ident, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Debug)]
        pub struct $Stream(io::$Stream);

        #[doc = $doc]
        #[must_use]
        pub fn $function() -> $Stream {
            $Stream(io::$function())
        }
    )*};
}

standard! {
    Stdin, stdin, "What the process is given.";
    Stdout, stdout, "Where the process writes.";
    Stderr, stderr, "Where the process writes what went wrong.";
}

impl AsyncRead for Stdin {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.read(buf))
    }
}

macro_rules! writers {
    ($($Stream:ident)*) => {$(
        impl AsyncWrite for $Stream {
            fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
                retry(|| self.0.write(buf))
            }

            fn blocking_flush(&mut self) -> Result<()> {
                retry(|| self.0.flush())
            }

            fn blocking_shutdown(&mut self) -> Result<()> {
                retry(|| self.0.flush())
            }

            fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                retry(|| self.0.write_vectored(bufs))
            }
        }
    )*};
}

writers! { Stdout Stderr }
