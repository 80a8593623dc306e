//! `Split`: what is between the bytes of one value.

use alloc::vec::Vec;
use core::mem;
use std::io::Result;

use super::{AsyncBufRead, AsyncBufReadExt};

/// What [`AsyncBufReadExt::split`] gives.
#[derive(Debug)]
#[must_use = "segments are read when they are asked for"]
pub struct Split<R> {
    reader: R,
    /// What came of a segment before the reader failed.
    begun: Vec<u8>,
    delimiter: u8,
}

impl<R: AsyncBufRead> Split<R> {
    pub(super) fn new(reader: R, delimiter: u8) -> Self {
        Self {
            reader,
            begun: Vec::new(),
            delimiter,
        }
    }

    /// The next segment without the byte behind it, if there is one.
    pub fn next_segment(&mut self) -> Result<Option<Vec<u8>>> {
        let read = self.reader.read_until(self.delimiter, &mut self.begun)?;
        if read == 0 && self.begun.is_empty() {
            return Ok(None);
        }
        let mut segment = mem::take(&mut self.begun);
        if segment.last() == Some(&self.delimiter) {
            segment.pop();
        }
        Ok(Some(segment))
    }
}
