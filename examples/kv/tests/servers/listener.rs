//! What all servers of the tests have in common: they end with the test that has started them.

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

pub(crate) struct Listener {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
    is_over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Listener {
    /// Calls `talk` with each connection and its number, on a thread of its own.
    pub(crate) fn start<F>(talk: F) -> Self
    where
        F: Fn(TcpStream, usize) -> io::Result<()> + Clone + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the address of a listener");
        let connections = Arc::new(AtomicUsize::new(0));
        let is_over = Arc::new(AtomicBool::new(false));
        let (count, end) = (Arc::clone(&connections), Arc::clone(&is_over));
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::Acquire) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                // A test that fails must not leave a thread behind.
                let limit = Some(Duration::from_secs(10));
                let _ = stream.set_read_timeout(limit);
                let _ = stream.set_write_timeout(limit);
                let number = count.fetch_add(1, Ordering::AcqRel);
                let talk = talk.clone();
                thread::spawn(move || talk(stream, number));
            }
        });
        Self {
            address,
            connections,
            is_over,
            thread: Some(thread),
        }
    }

    pub(crate) fn address(&self) -> String {
        self.address.to_string()
    }

    /// How many there have been.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::Acquire)
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        let _ = TcpStream::connect_timeout(&self.address, Duration::from_secs(1));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
