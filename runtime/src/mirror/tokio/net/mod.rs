//! Sockets.
//!
//! ```
//! use std::thread;
//!
//! use await_me_maybe::mirror::tokio::io::{self, AsyncReadExt, AsyncWriteExt};
//! use await_me_maybe::mirror::tokio::net::{TcpListener, TcpStream};
//!
//! let listener = TcpListener::bind("127.0.0.1:0")?;
//! let address = listener.local_addr()?;
//! let echo = thread::spawn(move || {
//!     let (mut stream, _) = listener.accept()?;
//!     let (mut reader, mut writer) = stream.split();
//!     io::copy(&mut reader, &mut writer)
//! });
//!
//! let mut stream = TcpStream::connect(address)?;
//! stream.write_all(b"hello")?;
//! stream.shutdown()?;
//! let mut answer = String::new();
//! stream.read_to_string(&mut answer)?;
//! assert_eq!(answer, "hello");
//! assert_eq!(echo.join().unwrap()?, 5);
//! # Ok::<(), io::Error>(())
//! ```
//!
//! # Errors
//!
//! Those of the operating system, as in tokio. Calls that a signal interrupts are repeated.
//!
//! # std's sockets
//!
//! As in tokio, `into_std` gives a socket that does not block: call `set_nonblocking(false)` on it.
//! `from_std` takes one of either kind.
//!
//! `as_std`, which tokio does not have, leads to the socket inside. There a twin sets its limits of
//! time, as `tokio::time::timeout` is for futures alone:
//!
//! ```
//! use std::time::Duration;
//!
//! use await_me_maybe::mirror::tokio::io::{self, AsyncReadExt};
//! use await_me_maybe::mirror::tokio::net::{TcpListener, TcpStream};
//!
//! let silent = TcpListener::bind("127.0.0.1:0")?;
//! let mut stream = TcpStream::connect(silent.local_addr()?)?;
//! stream.as_std().set_read_timeout(Some(Duration::from_millis(1)))?;
//! let kind = stream.read_u8().unwrap_err().kind();
//! // One or the other, by system.
//! assert!(matches!(kind, io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut));
//! # Ok::<(), io::Error>(())
//! ```
//!
//! # What is not here
//!
//! What polls or asks for readiness, `TcpSocket`, and options that std does not have (`linger`,
//! `tos`, `peer_cred`).

#![allow(
    clippy::missing_errors_doc,
    reason = "each function fails as the operating system does: see the docs of the module"
)]

mod addresses;
mod halves;
mod socket;
pub mod tcp;
mod udp;
#[cfg(unix)]
pub mod unix;

pub use std::net::ToSocketAddrs;

pub use addresses::lookup_host;
pub use tcp::listener::TcpListener;
pub use tcp::stream::TcpStream;
pub use udp::UdpSocket;
#[cfg(unix)]
pub use unix::{datagram::UnixDatagram, listener::UnixListener, stream::UnixStream};
