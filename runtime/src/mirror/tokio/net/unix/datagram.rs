//! `UnixDatagram`: messages.

use std::io::Result;
use std::net::Shutdown;
use std::os::unix::net;
use std::path::Path;

use super::SocketAddr;
use crate::mirror::tokio::io::retry;
use crate::mirror::tokio::net::socket::{socket, take_error};

/// A socket for messages in the file system.
pub struct UnixDatagram(net::UnixDatagram);

socket! { UnixDatagram: net::UnixDatagram }
take_error! { UnixDatagram }

impl UnixDatagram {
    /// At a path, where nothing may be yet.
    pub fn bind<P: AsRef<Path>>(path: P) -> Result<Self> {
        net::UnixDatagram::bind(path).map(Self)
    }

    /// Two that are connected, without a name.
    pub fn pair() -> Result<(Self, Self)> {
        let (one, other) = net::UnixDatagram::pair()?;
        Ok((Self(one), Self(other)))
    }

    /// Without a name.
    pub fn unbound() -> Result<Self> {
        net::UnixDatagram::unbound().map(Self)
    }

    /// Sends to a path, and receives from there alone.
    pub fn connect<P: AsRef<Path>>(&self, path: P) -> Result<()> {
        self.0.connect(path)
    }

    /// Sends to where it is connected to and says how many bytes.
    pub fn send(&self, buf: &[u8]) -> Result<usize> {
        retry(|| self.0.send(buf))
    }

    /// Sends to a path and says how many bytes.
    pub fn send_to<P: AsRef<Path>>(&self, buf: &[u8], target: P) -> Result<usize> {
        retry(|| self.0.send_to(buf, target.as_ref()))
    }

    /// Waits for a message and says how long it is. What does not fit into `buf` is lost.
    pub fn recv(&self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.recv(buf))
    }

    /// Waits for a message and says how long it is and where it comes from. What does not fit into
    /// `buf` is lost.
    pub fn recv_from(&self, buf: &mut [u8]) -> Result<(usize, SocketAddr)> {
        let (len, address) = retry(|| self.0.recv_from(buf))?;
        Ok((len, SocketAddr(address)))
    }

    /// The address of this end.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        self.0.local_addr().map(SocketAddr)
    }

    /// The address it is connected to.
    pub fn peer_addr(&self) -> Result<SocketAddr> {
        self.0.peer_addr().map(SocketAddr)
    }

    /// Closes either side or both.
    pub fn shutdown(&self, how: Shutdown) -> Result<()> {
        self.0.shutdown(how)
    }
}
