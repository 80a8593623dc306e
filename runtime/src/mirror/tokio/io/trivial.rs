//! Readers and writers that do next to nothing.

use core::fmt;
use std::io::{IoSlice, Result, SeekFrom};

use super::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite};

/// What [`empty`] gives.
pub struct Empty(());

/// A reader that is at its end, and a writer that forgets what it is given.
#[must_use]
pub fn empty() -> Empty {
    Empty(())
}

/// What [`sink`] gives.
pub struct Sink(());

/// A writer that forgets what it is given.
#[must_use]
pub fn sink() -> Sink {
    Sink(())
}

/// What [`repeat`] gives.
#[derive(Debug)]
pub struct Repeat {
    byte: u8,
}

/// A reader that gives one byte again and again.
#[must_use]
pub fn repeat(byte: u8) -> Repeat {
    Repeat { byte }
}

impl AsyncRead for Empty {
    fn blocking_read(&mut self, _: &mut [u8]) -> Result<usize> {
        Ok(0)
    }
}

impl AsyncBufRead for Empty {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        Ok(&[])
    }

    fn blocking_consume(&mut self, _: usize) {}
}

impl AsyncSeek for Empty {
    fn blocking_seek(&mut self, _: SeekFrom) -> Result<u64> {
        Ok(0)
    }
}

impl AsyncRead for Repeat {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        buf.fill(self.byte);
        Ok(buf.len())
    }
}

macro_rules! forgetful {
    ($($Writer:ident, $text:literal;)*) => {$(
        impl AsyncWrite for $Writer {
            fn blocking_write(&mut self, buf: &[u8]) -> Result<usize> {
                Ok(buf.len())
            }

            fn blocking_flush(&mut self) -> Result<()> {
                Ok(())
            }

            fn blocking_shutdown(&mut self) -> Result<()> {
                Ok(())
            }

            fn blocking_write_vectored(&mut self, bufs: &[IoSlice<'_>]) -> Result<usize> {
                Ok(bufs.iter().map(|buf| buf.len()).sum())
            }

            fn is_write_vectored(&self) -> bool {
                true
            }
        }

        impl fmt::Debug for $Writer {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad($text)
            }
        }
    )*};
}

forgetful! {
    Empty, "Empty { .. }";
    Sink, "Sink { .. }";
}
