//! Sockets in the file system: their addresses, and the halves of a stream.

mod address;
pub(super) mod datagram;
mod halves;
pub(super) mod listener;
pub(super) mod stream;

pub use address::SocketAddr;
pub use halves::{OwnedReadHalf, OwnedWriteHalf, ReadHalf, ReuniteError, WriteHalf};
