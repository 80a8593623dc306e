//! `UnixStream`: a connection.

use std::io::Result;
use std::os::unix::net;
use std::path::Path;

use super::SocketAddr;
use crate::mirror::tokio::io::{Splittable as _, shared};
use crate::mirror::tokio::net::socket::{socket, take_error};

/// A connection in the file system.
pub struct UnixStream(pub(super) net::UnixStream);

socket! { UnixStream: net::UnixStream }
take_error! { UnixStream }
shared! { UnixStream: 0 }

impl UnixStream {
    /// Connects to a path.
    pub fn connect<P: AsRef<Path>>(path: P) -> Result<Self> {
        Self::connect_addr(&SocketAddr::at(path.as_ref())?)
    }

    /// Connects to an address.
    pub fn connect_addr(socket_addr: &SocketAddr) -> Result<Self> {
        net::UnixStream::connect_addr(&socket_addr.0).map(Self)
    }

    /// Both ends of a connection without a name.
    pub fn pair() -> Result<(Self, Self)> {
        let (one, other) = net::UnixStream::pair()?;
        Ok((Self(one), Self(other)))
    }

    /// The address of this end.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        self.0.local_addr().map(SocketAddr)
    }

    /// The address of the other end.
    pub fn peer_addr(&self) -> Result<SocketAddr> {
        self.0.peer_addr().map(SocketAddr)
    }
}

impl AsRef<Self> for UnixStream {
    fn as_ref(&self) -> &Self {
        self
    }
}
