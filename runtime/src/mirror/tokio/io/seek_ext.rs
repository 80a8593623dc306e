//! `AsyncSeekExt`: what streams with a position can do.

use std::io::{Result, SeekFrom};

use super::AsyncSeek;

/// The methods of streams with a position, which is in bytes from the start.
pub trait AsyncSeekExt: AsyncSeek {
    /// Goes to a position and says which one it is.
    fn seek(&mut self, pos: SeekFrom) -> Result<u64>
    where
        Self: Unpin,
    {
        self.blocking_seek(pos)
    }

    /// Goes to the start.
    fn rewind(&mut self) -> Result<u64>
    where
        Self: Unpin,
    {
        self.seek(SeekFrom::Start(0))
    }

    /// Where the stream is.
    fn stream_position(&mut self) -> Result<u64>
    where
        Self: Unpin,
    {
        self.seek(SeekFrom::Current(0))
    }
}

impl<S: AsyncSeek + ?Sized> AsyncSeekExt for S {}
