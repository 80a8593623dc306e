//! Servers that do what servers should not.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What a connection gets for each line that it sends.
#[derive(Clone, Copy)]
pub(crate) enum Fault {
    /// Nothing.
    Hangs,
    /// These bytes, and then the end.
    Closes(&'static [u8]),
    /// These bytes, again and again.
    Says(&'static [u8]),
    /// These bytes, one by one, with a pause before each.
    IsSlow(&'static [u8], Duration),
    /// The end for so many connections, then these bytes.
    Recovers(usize, &'static [u8]),
}

/// It ends with the test that has started it.
pub(crate) struct Faulty {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Faulty {
    pub(crate) fn start(fault: Fault) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("the address of a listener");
        let connections = Arc::new(AtomicUsize::new(0));
        let stopped = Arc::new(AtomicBool::new(false));
        let (count, stop) = (Arc::clone(&connections), Arc::clone(&stopped));
        let thread = thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Acquire) {
                    return;
                }
                let Ok(stream) = stream else { continue };
                let number = count.fetch_add(1, Ordering::AcqRel);
                // The client's end ends it.
                thread::spawn(move || serve(stream, fault, number));
            }
        });
        Self {
            address,
            connections,
            stopped,
            thread: Some(thread),
        }
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many there have been.
    pub(crate) fn connections(&self) -> usize {
        self.connections.load(Ordering::Acquire)
    }
}

impl Drop for Faulty {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Release);
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(mut stream: TcpStream, fault: Fault, number: usize) -> std::io::Result<()> {
    let mut input = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        match fault {
            Fault::Hangs => {}
            Fault::Closes(bytes) => return stream.write_all(bytes),
            Fault::Says(bytes) => stream.write_all(bytes)?,
            Fault::IsSlow(bytes, pause) => {
                for byte in bytes {
                    thread::sleep(pause);
                    stream.write_all(&[*byte])?;
                }
            }
            Fault::Recovers(after, bytes) => {
                if number < after {
                    return Ok(());
                }
                stream.write_all(bytes)?;
            }
        }
    }
    Ok(())
}

/// An address at which nobody listens.
pub(crate) fn nobody() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the address of a listener")
}
