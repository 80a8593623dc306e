//! Names of hosts.

use std::io::{Error, ErrorKind, Result};
use std::net::{SocketAddr, ToSocketAddrs};

/// The addresses of a host.
pub fn lookup_host<T: ToSocketAddrs>(host: T) -> Result<impl Iterator<Item = SocketAddr>> {
    host.to_socket_addrs()
}

/// Tries each address until one will do, and gives the last error if none does.
pub(super) fn first_of<T>(
    host: impl ToSocketAddrs,
    mut attempt: impl FnMut(SocketAddr) -> Result<T>,
) -> Result<T> {
    let text = "could not resolve to any address";
    let mut failed = Error::new(ErrorKind::InvalidInput, text);
    for address in host.to_socket_addrs()? {
        match attempt(address) {
            Ok(value) => return Ok(value),
            Err(error) => failed = error,
        }
    }
    Err(failed)
}
