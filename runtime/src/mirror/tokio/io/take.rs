//! `Take`: the start of a reader.

use std::io::Result;

use super::{AsyncBufRead, AsyncRead};

/// What [`AsyncReadExt::take`](super::AsyncReadExt::take) gives.
#[derive(Debug)]
#[must_use = "readers do nothing until they are read"]
pub struct Take<R> {
    inner: R,
    limit: u64,
}

impl<R: AsyncRead> Take<R> {
    pub(super) fn new(inner: R, limit: u64) -> Self {
        Self { inner, limit }
    }

    /// How many bytes are left to be read.
    #[must_use]
    pub fn limit(&self) -> u64 {
        self.limit
    }

    /// Sets how many bytes are left to be read, whatever was read before.
    pub fn set_limit(&mut self, limit: u64) {
        self.limit = limit;
    }

    /// The reader behind it.
    pub fn get_ref(&self) -> &R {
        &self.inner
    }

    /// The reader behind it.
    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    /// Gives the reader back.
    pub fn into_inner(self) -> R {
        self.inner
    }

    fn at_most(&self, amount: usize) -> usize {
        usize::try_from(self.limit).map_or(amount, |limit| limit.min(amount))
    }
}

impl<R: AsyncRead> AsyncRead for Take<R> {
    fn blocking_read(&mut self, buf: &mut [u8]) -> Result<usize> {
        // Behind the limit the reader is not asked: it might wait.
        if self.limit == 0 {
            return Ok(0);
        }
        let most = self.at_most(buf.len());
        let read = self.inner.blocking_read(&mut buf[..most])?;
        self.limit -= read as u64;
        Ok(read)
    }
}

impl<R: AsyncBufRead> AsyncBufRead for Take<R> {
    fn blocking_fill_buf(&mut self) -> Result<&[u8]> {
        if self.limit == 0 {
            return Ok(&[]);
        }
        let limit = self.limit;
        let buf = self.inner.blocking_fill_buf()?;
        let most = usize::try_from(limit).map_or(buf.len(), |limit| limit.min(buf.len()));
        Ok(&buf[..most])
    }

    fn blocking_consume(&mut self, amount: usize) {
        let amount = self.at_most(amount);
        self.limit -= amount as u64;
        self.inner.blocking_consume(amount);
    }
}
