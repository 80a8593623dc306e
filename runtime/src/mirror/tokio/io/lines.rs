//! `Lines`: a text line by line.

use alloc::string::String;
use alloc::vec::Vec;
use core::mem;
use std::io::{Error, ErrorKind, Result};

use super::{AsyncBufRead, AsyncBufReadExt};

/// What [`AsyncBufReadExt::lines`] gives.
#[derive(Debug)]
#[must_use = "lines are read when they are asked for"]
pub struct Lines<R> {
    reader: R,
    /// What came of a line before the reader failed.
    begun: Vec<u8>,
}

impl<R: AsyncBufRead> Lines<R> {
    pub(super) fn new(reader: R) -> Self {
        Self {
            reader,
            begun: Vec::new(),
        }
    }

    /// The next line without its end, if there is one.
    pub fn next_line(&mut self) -> Result<Option<String>> {
        let read = self.reader.read_until(b'\n', &mut self.begun)?;
        if read == 0 && self.begun.is_empty() {
            return Ok(None);
        }
        let mut line = mem::take(&mut self.begun);
        if line.last() == Some(&b'\n') {
            line.pop();
            if line.last() == Some(&b'\r') {
                line.pop();
            }
        }
        let line = String::from_utf8(line);
        line.map(Some)
            .map_err(|invalid| Error::new(ErrorKind::InvalidData, invalid))
    }

    /// The reader behind it.
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.reader
    }

    /// The reader behind it.
    pub fn get_ref(&mut self) -> &R {
        &self.reader
    }

    /// Gives the reader back.
    pub fn into_inner(self) -> R {
        self.reader
    }
}
