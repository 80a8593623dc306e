//! `DuplexStream`: a connection in memory.

use alloc::sync::Arc;
use std::io::{IoSlice, Result};

use super::Splittable;
use super::pipe::Pipe;
use super::splittable::{shared_read, shared_write};

/// One end of a connection in memory: what is written to it can be read from the other one.
///
/// ```
/// use std::thread;
///
/// use await_me_maybe::mirror::tokio::io::{self, AsyncReadExt, AsyncWriteExt, duplex};
///
/// let (mut near, mut far) = duplex(4);
/// let echo = thread::spawn(move || io::copy(&mut far, &mut io::sink()));
/// near.write_all(b"more than four")?;
/// near.shutdown()?;
/// assert_eq!(echo.join().unwrap()?, 14);
/// assert_eq!(near.read(&mut [0])?, 0);
/// # Ok::<(), io::Error>(())
/// ```
#[derive(Debug)]
pub struct DuplexStream {
    read: Arc<Pipe>,
    write: Arc<Pipe>,
}

/// Both ends of a connection that holds `max_buf_size` bytes in each direction at most.
///
/// # Panics
/// If that is none.
#[must_use]
#[track_caller]
pub fn duplex(max_buf_size: usize) -> (DuplexStream, DuplexStream) {
    let one = Arc::new(Pipe::new(max_buf_size));
    let two = Arc::new(Pipe::new(max_buf_size));
    let near = DuplexStream {
        read: one.clone(),
        write: two.clone(),
    };
    let far = DuplexStream {
        read: two,
        write: one,
    };
    (near, far)
}

impl Drop for DuplexStream {
    fn drop(&mut self) {
        self.write.close();
        self.read.close();
    }
}

impl Splittable for DuplexStream {
    fn shared_read(&self, buf: &mut [u8]) -> Result<usize> {
        self.read.read(buf)
    }

    fn shared_write(&self, buf: &[u8]) -> Result<usize> {
        self.write.write(&[IoSlice::new(buf)])
    }

    fn shared_write_vectored(&self, bufs: &[IoSlice<'_>]) -> Result<usize> {
        self.write.write(bufs)
    }

    fn shared_flush(&self) -> Result<()> {
        Ok(())
    }

    fn shared_shutdown(&self) -> Result<()> {
        self.write.close();
        Ok(())
    }
}

shared_read! { DuplexStream: }
shared_write! { DuplexStream: }
