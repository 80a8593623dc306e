//! `UdpSocket`: UDP.

use std::io::{Error, ErrorKind, Result};
use std::net::{self, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs};

use super::addresses::first_of;
use super::socket::{socket, take_error};
use crate::mirror::tokio::io::retry;

/// A UDP socket.
///
/// ```
/// use await_me_maybe::mirror::tokio::net::UdpSocket;
///
/// let one = UdpSocket::bind("127.0.0.1:0")?;
/// let other = UdpSocket::bind("127.0.0.1:0")?;
/// one.send_to(b"hello", other.local_addr()?)?;
/// let mut buf = [0; 8];
/// assert_eq!(other.recv_from(&mut buf)?, (5, one.local_addr()?));
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct UdpSocket(net::UdpSocket);

socket! { UdpSocket: net::UdpSocket }
take_error! { UdpSocket }

impl UdpSocket {
    /// At the first address that will do.
    pub fn bind<A: ToSocketAddrs>(addr: A) -> Result<Self> {
        first_of(addr, |address| net::UdpSocket::bind(address).map(Self))
    }

    /// Sends to the first address that will do, and receives from there alone.
    pub fn connect<A: ToSocketAddrs>(&self, addr: A) -> Result<()> {
        first_of(addr, |address| self.0.connect(address))
    }

    /// The address of this end.
    pub fn local_addr(&self) -> Result<SocketAddr> {
        self.0.local_addr()
    }

    /// The address it is connected to.
    pub fn peer_addr(&self) -> Result<SocketAddr> {
        self.0.peer_addr()
    }

    /// Sends to where it is connected to and says how many bytes.
    pub fn send(&self, buf: &[u8]) -> Result<usize> {
        retry(|| self.0.send(buf))
    }

    /// Sends to the first address of a host and says how many bytes.
    pub fn send_to<A: ToSocketAddrs>(&self, buf: &[u8], addr: A) -> Result<usize> {
        let Some(address) = addr.to_socket_addrs()?.next() else {
            let text = "no addresses to send data to";
            return Err(Error::new(ErrorKind::InvalidInput, text));
        };
        retry(|| self.0.send_to(buf, address))
    }

    /// Waits for a message from where it is connected to and says how long it is. What does not fit
    /// into `buf` is lost.
    pub fn recv(&self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.recv(buf))
    }

    /// Waits for a message and says how long it is and where it comes from. What does not fit into
    /// `buf` is lost.
    pub fn recv_from(&self, buf: &mut [u8]) -> Result<(usize, SocketAddr)> {
        retry(|| self.0.recv_from(buf))
    }

    /// Like [`recv`](Self::recv), and leaves the message where it is.
    pub fn peek(&self, buf: &mut [u8]) -> Result<usize> {
        retry(|| self.0.peek(buf))
    }

    /// Like [`recv_from`](Self::recv_from), and leaves the message where it is.
    pub fn peek_from(&self, buf: &mut [u8]) -> Result<(usize, SocketAddr)> {
        retry(|| self.0.peek_from(buf))
    }

    /// Waits for a message and says where it comes from.
    // Windows makes an error of a buffer that is too small.
    #[cfg(not(windows))]
    pub fn peek_sender(&self) -> Result<SocketAddr> {
        self.peek_from(&mut [0]).map(|(_, sender)| sender)
    }

    /// Joins a group in IPv4.
    pub fn join_multicast_v4(&self, multiaddr: Ipv4Addr, interface: Ipv4Addr) -> Result<()> {
        self.0.join_multicast_v4(&multiaddr, &interface)
    }

    /// Leaves a group in IPv4.
    pub fn leave_multicast_v4(&self, multiaddr: Ipv4Addr, interface: Ipv4Addr) -> Result<()> {
        self.0.leave_multicast_v4(&multiaddr, &interface)
    }

    /// Joins a group in IPv6.
    pub fn join_multicast_v6(&self, multiaddr: &Ipv6Addr, interface: u32) -> Result<()> {
        self.0.join_multicast_v6(multiaddr, interface)
    }

    /// Leaves a group in IPv6.
    pub fn leave_multicast_v6(&self, multiaddr: &Ipv6Addr, interface: u32) -> Result<()> {
        self.0.leave_multicast_v6(multiaddr, interface)
    }
}

macro_rules! settings {
    ($($doc:literal $get:ident $set:ident($value:ident: $Value:ty);)*) => {
        impl UdpSocket {$(
            #[doc = $doc]
            pub fn $get(&self) -> Result<$Value> {
                self.0.$get()
            }

            #[doc = $doc]
            pub fn $set(&self, $value: $Value) -> Result<()> {
                self.0.$set($value)
            }
        )*}
    };
}

settings! {
    "Whether it may send to all in a network."
    broadcast set_broadcast(on: bool);
    "Whether what it sends to a group in IPv4 comes back."
    multicast_loop_v4 set_multicast_loop_v4(on: bool);
    "Whether what it sends to a group in IPv6 comes back."
    multicast_loop_v6 set_multicast_loop_v6(on: bool);
    "Over how many hops what is sent to a group in IPv4 may go."
    multicast_ttl_v4 set_multicast_ttl_v4(ttl: u32);
    "Over how many hops what is sent may go."
    ttl set_ttl(ttl: u32);
}
