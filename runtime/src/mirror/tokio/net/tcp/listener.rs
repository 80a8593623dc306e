//! `TcpListener`: where TCP connections come in.

use std::io::Result;
use std::net::{self, SocketAddr, ToSocketAddrs};

use super::stream::TcpStream;
use crate::mirror::tokio::io::retry;
use crate::mirror::tokio::net::addresses::first_of;
use crate::mirror::tokio::net::socket::socket;

/// Where TCP connections come in.
pub struct TcpListener(net::TcpListener);

socket! { TcpListener: net::TcpListener }

impl TcpListener {
    /// Listens at the first address that will do.
    pub fn bind<A: ToSocketAddrs>(addr: A) -> Result<Self> {
        first_of(addr, |address| net::TcpListener::bind(address).map(Self))
    }

    /// Waits for a connection, and says where it comes from.
    pub fn accept(&self) -> Result<(TcpStream, SocketAddr)> {
        let (stream, address) = retry(|| self.0.accept())?;
        Ok((TcpStream(stream), address))
    }

    /// Where it listens.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        self.0.local_addr()
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
