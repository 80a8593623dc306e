//! Iterators over what the mirror of `tokio` reads and accepts.

use alloc::string::String;
use alloc::vec::Vec;

use super::wrappers::wrappers;
use crate::mirror::tokio::fs::{DirEntry, ReadDir};
use crate::mirror::tokio::io::{AsyncBufRead, Lines, Result, Split};
use crate::mirror::tokio::net::{TcpListener, TcpStream};
#[cfg(unix)]
use crate::mirror::tokio::net::{UnixListener, UnixStream};

wrappers! {
    /// The lines of a reader.
    LinesStream<R: AsyncBufRead> of Lines<R> => Result<String>, |lines| lines.next_line().transpose();
    /// The parts of a reader between two bytes of one kind.
    SplitStream<R: AsyncBufRead> of Split<R> => Result<Vec<u8>>, |split| split.next_segment().transpose();
    /// The entries of a folder.
    ReadDirStream of ReadDir => Result<DirEntry>, |entries| entries.next_entry().transpose();
    /// The streams that are accepted, without end.
    TcpListenerStream of TcpListener => Result<TcpStream>, |listener| {
        Some(listener.accept().map(|(stream, _)| stream))
    };
}

#[cfg(unix)]
wrappers! {
    /// The streams that are accepted, without end.
    UnixListenerStream of UnixListener => Result<UnixStream>, |listener| {
        Some(listener.accept().map(|(stream, _)| stream))
    };
}
