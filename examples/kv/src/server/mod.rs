//! The server: one thread for each client, everything in memory.

mod guests;
mod session;
mod store;

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use guests::Guests;
pub(crate) use session::{Session, Step};
pub use store::Store;

use crate::Reply;

/// What a server puts up with.
#[derive(Debug, Clone)]
#[must_use]
pub struct Limits {
    clients: usize,
    idle: Duration,
}

impl Limits {
    /// 256 clients, each of which may be silent for a minute.
    pub const fn new() -> Self {
        Self {
            clients: 256,
            idle: Duration::from_secs(60),
        }
    }

    /// How many clients there may be at a time.
    pub fn clients(self, clients: usize) -> Self {
        Self { clients, ..self }
    }

    /// How long a client may be silent, or not take its replies; at least a millisecond.
    pub fn idle(self, idle: Duration) -> Self {
        let idle = idle.max(Duration::from_millis(1));
        Self { idle, ..self }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::new()
    }
}

/// A server that runs until it is dropped.
///
/// ```
/// # fn main() -> std::io::Result<()> {
/// let server = kv::Server::start("127.0.0.1:0")?;
/// assert_ne!(server.address().port(), 0);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "a server ends when it is dropped"]
pub struct Server {
    address: SocketAddr,
    guests: Arc<Guests>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens there; with port 0 on any free one.
    ///
    /// # Errors
    ///
    /// What the system says if the address cannot be had.
    pub fn start(address: impl ToSocketAddrs) -> io::Result<Self> {
        Self::serve(address, Store::new(), Limits::new())
    }

    /// Serves this store.
    ///
    /// # Errors
    ///
    /// As [`start`](Self::start).
    pub fn serve(address: impl ToSocketAddrs, store: Store, limits: Limits) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        let guests = Arc::new(Guests::new(limits.clients));
        let host = Arc::clone(&guests);
        let thread = thread::Builder::new()
            .name("kv-accept".to_owned())
            .spawn(move || accept(&listener, &store, &limits, &host))?;
        Ok(Self {
            address,
            guests,
            thread: Some(thread),
        })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves until the process ends.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Ends all connections; whoever waits for a reply gets none.
impl Drop for Server {
    fn drop(&mut self) {
        self.guests.leave();
        if let Some(thread) = self.thread.take() {
            let call = TcpStream::connect_timeout(&reachable(self.address), Duration::from_secs(1));
            // If nobody can call it, it does not wake up.
            if call.is_ok() {
                let _ = thread.join();
            }
        }
    }
}

/// Where a server that listens on all addresses can be woken up.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        match address {
            SocketAddr::V4(_) => address.set_ip(Ipv4Addr::LOCALHOST.into()),
            SocketAddr::V6(_) => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        }
    }
    address
}

fn accept(listener: &TcpListener, store: &Store, limits: &Limits, guests: &Arc<Guests>) {
    let mut threads: Vec<JoinHandle<()>> = Vec::new();
    for stream in listener.incoming() {
        if guests.have_left() {
            break;
        }
        threads.retain(|thread| !thread.is_finished());
        // An error here is the client's, or there are no more sockets: then a pause lets some go.
        let Ok(stream) = stream else {
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        let guest = guests.enter(&stream);
        let (store, idle) = (store.clone(), limits.idle);
        let thread = thread::Builder::new()
            .name("kv-client".to_owned())
            .spawn(move || {
                // Whoever breaks off breaks off only that.
                let _ = match guest {
                    Some(_guest) => talk(stream, store, idle),
                    None => part(stream, "there are too many clients"),
                };
            });
        threads.extend(thread.ok());
    }
    for thread in threads {
        let _ = thread.join();
    }
}

/// A last word that reaches the client: it would not if the connection were closed with something
/// in it that nobody has read.
fn part(mut stream: TcpStream, text: &str) -> io::Result<()> {
    let mut bytes = Vec::new();
    Reply::Bye(text.to_owned()).encode(&mut bytes);
    stream.set_write_timeout(Some(PARTING))?;
    stream.write_all(&bytes)?;
    drain(stream)
}

/// As long as this for the last words.
const PARTING: Duration = Duration::from_millis(300);

fn drain(mut stream: TcpStream) -> io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(PARTING))?;
    let mut input = [0; 4 << 10];
    let end = Instant::now() + PARTING;
    while Instant::now() < end && stream.read(&mut input)? > 0 {}
    Ok(())
}

fn talk(mut stream: TcpStream, store: Store, idle: Duration) -> io::Result<()> {
    /// So much is written at once at most, and one reply more.
    const BLOCK: usize = 64 << 10;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(idle))?;
    stream.set_write_timeout(Some(idle))?;
    let mut session = Session::new(store);
    let mut input = [0; 16 << 10];
    let mut output = Vec::new();
    loop {
        let step = session.step(&mut output);
        if step == Step::Answered && output.len() < BLOCK {
            continue;
        }
        stream.write_all(&output)?;
        output.clear();
        match step {
            Step::Answered => {}
            Step::Over => return drain(stream),
            Step::Starved => match stream.read(&mut input) {
                Ok(0) => return Ok(()),
                Ok(count) => session.push(&input[..count]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            },
        }
    }
}
