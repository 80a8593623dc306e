use await_me_maybe::maybe_async;
use embedded_io::{ErrorKind, ErrorType};

use super::yielding::Yield;

/// How much a port keeps of what is written.
const ROOM: usize = 1024;

/// A serial port whose other end has sent all it will ever send.
#[derive(Debug)]
pub struct Port<'a> {
    input: &'a [u8],
    output: [u8; ROOM],
    written: usize,
    /// How many bytes come and go at once.
    chunk: usize,
    /// How many calls work before the port breaks.
    calls: u32,
}

impl<'a> Port<'a> {
    /// A port to read this from.
    #[must_use]
    pub const fn new(input: &'a [u8]) -> Self {
        Self {
            input,
            output: [0; ROOM],
            written: 0,
            chunk: 16,
            calls: u32::MAX,
        }
    }

    /// The same, with so many bytes at a time: at least one.
    #[must_use]
    pub fn with_chunk(mut self, chunk: usize) -> Self {
        self.chunk = chunk.max(1);
        self
    }

    /// The same, broken after so many calls.
    #[must_use]
    pub fn with_calls(mut self, calls: u32) -> Self {
        self.calls = calls;
        self
    }

    /// What was written.
    #[must_use]
    pub fn written(&self) -> &[u8] {
        &self.output[..self.written]
    }

    fn call(&mut self) -> Result<(), ErrorKind> {
        self.calls = self.calls.checked_sub(1).ok_or(ErrorKind::BrokenPipe)?;
        Ok(())
    }
}

impl ErrorType for Port<'_> {
    type Error = ErrorKind;
}

#[maybe_async]
impl embedded_io_async::Read for Port<'_> {
    async fn read(&mut self, buffer: &mut [u8]) -> Result<usize, ErrorKind> {
        #[only_async]
        Yield::default().await;
        self.call()?;
        let count = self.chunk.min(buffer.len()).min(self.input.len());
        let (now, later) = self.input.split_at(count);
        buffer[..count].copy_from_slice(now);
        self.input = later;
        Ok(count)
    }
}

#[maybe_async]
impl embedded_io_async::Write for Port<'_> {
    async fn write(&mut self, bytes: &[u8]) -> Result<usize, ErrorKind> {
        #[only_async]
        Yield::default().await;
        self.call()?;
        let count = self.chunk.min(bytes.len()).min(ROOM - self.written);
        if count == 0 && !bytes.is_empty() {
            return Err(ErrorKind::OutOfMemory);
        }
        self.output[self.written..][..count].copy_from_slice(&bytes[..count]);
        self.written += count;
        Ok(count)
    }

    async fn flush(&mut self) -> Result<(), ErrorKind> {
        self.call()
    }
}
