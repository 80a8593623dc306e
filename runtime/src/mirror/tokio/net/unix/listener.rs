//! `UnixListener`: where connections come in.

use std::io::Result;
use std::os::unix::net;
use std::path::Path;

use super::{SocketAddr, stream::UnixStream};
use crate::mirror::tokio::io::retry;
use crate::mirror::tokio::net::socket::{socket, take_error};

/// Where connections in the file system come in.
pub struct UnixListener(net::UnixListener);

socket! { UnixListener: net::UnixListener }
take_error! { UnixListener }

impl UnixListener {
    /// Listens at a path, where nothing may be yet.
    pub fn bind<P: AsRef<Path>>(path: P) -> Result<Self> {
        Self::bind_addr(&SocketAddr::at(path.as_ref())?)
    }

    /// Listens at an address.
    pub fn bind_addr(socket_addr: &SocketAddr) -> Result<Self> {
        net::UnixListener::bind_addr(&socket_addr.0).map(Self)
    }

    /// Waits for a connection, and says where it comes from.
    pub fn accept(&self) -> Result<(UnixStream, SocketAddr)> {
        let (stream, address) = retry(|| self.0.accept())?;
        Ok((UnixStream(stream), SocketAddr(address)))
    }

    /// Where it listens.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        self.0.local_addr().map(SocketAddr)
    }
}
