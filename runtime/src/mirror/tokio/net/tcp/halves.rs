//! The halves of a TCP stream.

use std::io::Result as IoResult;
use std::net::SocketAddr;

use super::stream::TcpStream;
use crate::mirror::tokio::io::{Splittable as _, shared_read, shared_write};
use crate::mirror::tokio::net::halves::halves;

halves! { TcpStream, SocketAddr }

impl ReadHalf<'_> {
    /// Reads without taking anything away.
    pub fn peek(&mut self, buf: &mut [u8]) -> IoResult<usize> {
        self.0.peek(buf)
    }
}

impl OwnedReadHalf {
    /// Reads without taking anything away.
    pub fn peek(&mut self, buf: &mut [u8]) -> IoResult<usize> {
        self.stream.peek(buf)
    }
}
