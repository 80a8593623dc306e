//! `Pipe`: bytes from one thread to another.

use alloc::collections::VecDeque;
use std::io::{ErrorKind, IoSlice, Read as _, Result};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Holds a number of bytes at most: who writes more waits for the reader.
#[derive(Debug)]
pub(super) struct Pipe {
    state: Mutex<State>,
    changed: Condvar,
    capacity: usize,
}

#[derive(Debug, Default)]
struct State {
    bytes: VecDeque<u8>,
    closed: bool,
}

impl Pipe {
    #[track_caller]
    pub(super) fn new(capacity: usize) -> Self {
        assert!(capacity > 0, "`max_buf_size` must be greater than 0");
        Self {
            state: Mutex::default(),
            changed: Condvar::new(),
            capacity,
        }
    }

    pub(super) fn read(&self, buf: &mut [u8]) -> Result<usize> {
        if buf.is_empty() {
            return Ok(0);
        }
        let mut state = self.wait_while(|state| state.bytes.is_empty() && !state.closed);
        // The bytes are in two pieces where they wrap around.
        let mut read = state.bytes.read(buf)?;
        read += state.bytes.read(&mut buf[read..])?;
        self.changed.notify_all();
        Ok(read)
    }

    pub(super) fn write(&self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        let nothing = bufs.iter().all(|buf| buf.is_empty());
        let full = |state: &mut State| state.bytes.len() == self.capacity;
        let mut state = self.wait_while(|state| full(state) && !state.closed && !nothing);
        if state.closed {
            return Err(ErrorKind::BrokenPipe.into());
        }
        let room = self.capacity - state.bytes.len();
        let mut written = 0;
        for buf in bufs {
            let taken = buf.len().min(room - written);
            state.bytes.extend(&buf[..taken]);
            written += taken;
        }
        self.changed.notify_all();
        Ok(written)
    }

    /// Nothing more is taken; what is inside can still be read.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing between locking and unlocking leaves the state half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while(&self, condition: impl FnMut(&mut State) -> bool) -> MutexGuard<'_, State> {
        let waited = self.changed.wait_while(self.lock(), condition);
        waited.unwrap_or_else(PoisonError::into_inner)
    }
}
