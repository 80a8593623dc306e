//! Halves of a stream.

use alloc::sync::Arc;
use core::fmt;

use super::Splittable;
use super::splittable::{shared_read, shared_write};

/// The half that is read.
pub struct ReadHalf<T> {
    stream: Arc<T>,
}

/// The half that is written to.
pub struct WriteHalf<T> {
    stream: Arc<T>,
}

/// Two halves of a stream, for two threads.
///
/// Only streams whose directions do not wait for each other can be split:
///
/// ```compile_fail,E0277
/// use await_me_maybe::mirror::tokio::io::{BufStream, duplex, split};
///
/// let (near, _far) = duplex(8);
/// let halves = split(BufStream::new(near));
/// ```
///
/// ```
/// use await_me_maybe::mirror::tokio::io::{AsyncReadExt, AsyncWriteExt, duplex, split};
///
/// let (near, mut far) = duplex(8);
/// let (mut reader, mut writer) = split(near);
/// writer.write_u8(1)?;
/// far.write_u8(2)?;
/// assert_eq!((reader.read_u8()?, far.read_u8()?), (2, 1));
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn split<T: Splittable>(stream: T) -> (ReadHalf<T>, WriteHalf<T>) {
    let stream = Arc::new(stream);
    let read = ReadHalf {
        stream: stream.clone(),
    };
    (read, WriteHalf { stream })
}

impl<T> ReadHalf<T> {
    /// Whether both are of one stream.
    #[must_use]
    pub fn is_pair_of(&self, other: &WriteHalf<T>) -> bool {
        other.is_pair_of(self)
    }

    /// Gives the stream back.
    ///
    /// # Panics
    /// If the halves are not of one stream.
    #[track_caller]
    #[must_use]
    pub fn unsplit(self, wr: WriteHalf<T>) -> T
    where
        T: Unpin,
    {
        assert!(
            self.is_pair_of(&wr),
            "Unrelated `split::Write` passed to `split::Read::unsplit`."
        );
        drop(wr);
        Arc::into_inner(self.stream).expect("a stream has two owners, its halves")
    }
}

impl<T> WriteHalf<T> {
    /// Whether both are of one stream.
    #[must_use]
    pub fn is_pair_of(&self, other: &ReadHalf<T>) -> bool {
        Arc::ptr_eq(&self.stream, &other.stream)
    }
}

shared_read! { {T: Splittable} ReadHalf<T>: stream }
shared_write! { {T: Splittable} WriteHalf<T>: stream }

impl<T: fmt::Debug> fmt::Debug for ReadHalf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("split::ReadHalf").finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for WriteHalf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("split::WriteHalf").finish()
    }
}
