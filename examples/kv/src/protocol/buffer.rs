//! Bytes that have come and are not understood yet.

#[derive(Debug, Default)]
pub(crate) struct Buffer {
    bytes: Vec<u8>,
    /// How many of them are done with.
    read: usize,
}

impl Buffer {
    pub(crate) fn push(&mut self, bytes: &[u8]) {
        self.bytes.drain(..self.read);
        self.read = 0;
        self.bytes.extend_from_slice(bytes);
    }

    pub(crate) fn unread(&self) -> &[u8] {
        &self.bytes[self.read..]
    }

    pub(crate) fn consume(&mut self, count: usize) {
        self.read = (self.read + count).min(self.bytes.len());
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.unread().is_empty()
    }
}
