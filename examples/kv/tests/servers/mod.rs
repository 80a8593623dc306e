//! Servers that do what servers should not, and one that listens in.

mod faulty;
mod listener;
mod recorder;

use std::net::{SocketAddr, TcpListener};
#[cfg(target_os = "linux")]
use std::{net::TcpStream, time::Duration};

pub(crate) use faulty::{Fault, Faulty};
pub(crate) use recorder::Recorder;

/// An address at which nobody listens.
pub(crate) fn nobody() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the address of a listener")
}

/// An address at which somebody listens who never comes to the door, and those who wait there.
#[cfg(target_os = "linux")]
pub(crate) fn crowded() -> (TcpListener, Vec<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("the address of a listener");
    let mut waiting = Vec::new();
    for _ in 0..10_000 {
        match TcpStream::connect_timeout(&address, Duration::from_millis(100)) {
            Ok(stream) => waiting.push(stream),
            Err(_) => return (listener, waiting),
        }
    }
    panic!("10000 connections that nobody accepts");
}
