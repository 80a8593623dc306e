//! `SimplexStream`: bytes in memory in one direction.

use std::io::{IoSlice, Result};

use super::pipe::Pipe;
use super::splittable::{shared_read, shared_write};
use super::{ReadHalf, Splittable, WriteHalf, split};

/// What is written to it can be read from it.
#[derive(Debug)]
pub struct SimplexStream {
    pipe: Pipe,
}

/// The halves of a stream that holds `max_buf_size` bytes at most.
///
/// # Panics
/// If that is none.
#[must_use]
#[track_caller]
pub fn simplex(max_buf_size: usize) -> (ReadHalf<SimplexStream>, WriteHalf<SimplexStream>) {
    split(SimplexStream::new_unsplit(max_buf_size))
}

impl SimplexStream {
    /// A stream that holds `max_buf_size` bytes at most.
    ///
    /// # Panics
    /// If that is none.
    #[must_use]
    #[track_caller]
    pub fn new_unsplit(max_buf_size: usize) -> Self {
        Self {
            pipe: Pipe::new(max_buf_size),
        }
    }
}

impl Splittable for SimplexStream {
    fn shared_read(&self, buf: &mut [u8]) -> Result<usize> {
        self.pipe.read(buf)
    }

    fn shared_write(&self, buf: &[u8]) -> Result<usize> {
        self.pipe.write(&[IoSlice::new(buf)])
    }

    fn shared_write_vectored(&self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        self.pipe.write(bufs)
    }

    fn shared_flush(&self) -> Result<()> {
        Ok(())
    }

    fn shared_shutdown(&self) -> Result<()> {
        self.pipe.close();
        Ok(())
    }
}

shared_read! { SimplexStream: }
shared_write! { SimplexStream: }
