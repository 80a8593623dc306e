//! TCP: the halves of a stream.

mod halves;
pub(super) mod listener;
pub(super) mod stream;

pub use halves::{OwnedReadHalf, OwnedWriteHalf, ReadHalf, ReuniteError, WriteHalf};
