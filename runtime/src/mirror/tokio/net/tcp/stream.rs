//! `TcpStream`: a TCP connection.

use std::io::Result;
use std::net::{self, SocketAddr, ToSocketAddrs};

use crate::mirror::tokio::io::{Splittable as _, retry, shared};
use crate::mirror::tokio::net::addresses::first_of;
use crate::mirror::tokio::net::socket::{socket, take_error};

/// A TCP connection.
pub struct TcpStream(pub(super) net::TcpStream);

socket! { TcpStream: net::TcpStream }
take_error! { TcpStream }
shared! { TcpStream: 0 }

impl TcpStream {
    /// Connects to the first address of a host that will do.
    pub fn connect<A: ToSocketAddrs>(addr: A) -> Result<Self> {
        first_of(addr, |address| net::TcpStream::connect(address).map(Self))
    }

    /// The address of this end.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        self.0.local_addr()
    }

    /// The address of the other end.
    pub fn peer_addr(&self) -> Result<SocketAddr> {
        self.0.peer_addr()
    }

    /// Reads without taking anything away.
    pub fn peek(&self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.peek(buf))
    }

    /// Whether small writes are sent at once.
    pub fn nodelay(&self) -> Result<bool> {
        self.0.nodelay()
    }

    /// Whether small writes are sent at once.
    pub fn set_nodelay(&self, nodelay: bool) -> Result<()> {
        self.0.set_nodelay(nodelay)
    }

    /// Over how many hops what is sent may go.
    pub fn ttl(&self) -> Result<u32> {
        self.0.ttl()
    }

    /// Over how many hops what is sent may go.
    pub fn set_ttl(&self, ttl: u32) -> Result<()> {
        self.0.set_ttl(ttl)
    }
}

impl AsRef<Self> for TcpStream {
    fn as_ref(&self) -> &Self {
        self
    }
}
