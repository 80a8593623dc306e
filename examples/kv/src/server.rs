//! The server: one thread for each connection, all in memory.

use std::collections::BTreeMap;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream, ToSocketAddrs};
use std::ops::Bound;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};

type Store = BTreeMap<String, Vec<u8>>;

/// The longest line, and the largest value, that a client can send.
const LONGEST_LINE: u64 = 1 << 16;
const LARGEST_VALUE: u64 = 1 << 24;

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens there; with port 0 on any free one.
    ///
    /// # Errors
    /// What the system says if the address cannot be had.
    pub fn start(address: impl ToSocketAddrs) -> io::Result<Self> {
        let listener = TcpListener::bind(address)?;
        let address = listener.local_addr()?;
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopped);
        let thread = thread::spawn(move || accept(&listener, &stop));
        Ok(Self {
            address,
            stopped,
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

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            self.stopped.store(true, Ordering::Release);
            // Wakes the listener up.
            let _ = TcpStream::connect(self.address);
            let _ = thread.join();
        }
    }
}

fn accept(listener: &TcpListener, stop: &AtomicBool) {
    let store = Arc::new(Mutex::new(Store::new()));
    for stream in listener.incoming() {
        if stop.load(Ordering::Acquire) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let store = Arc::clone(&store);
        // A client that breaks off breaks off its own thread.
        thread::spawn(move || serve(stream, &store));
    }
}

fn serve(stream: TcpStream, store: &Mutex<Store>) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut input = BufReader::new(stream.try_clone()?);
    let mut output = stream;
    loop {
        let mut line = Vec::new();
        let read = input
            .by_ref()
            .take(LONGEST_LINE)
            .read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        let whole = line.pop() == Some(b'\n');
        let reply = match String::from_utf8(line) {
            Ok(line) if whole => answer(&line, &mut input, store)?,
            _ => Err("this is not a line of text".to_owned()),
        };
        match reply {
            Ok(reply) => output.write_all(&reply)?,
            Err(text) => {
                // What follows could be anything.
                return output.write_all(format!("ERR {text}\n").as_bytes());
            }
        }
    }
}

fn lock(store: &Mutex<Store>) -> MutexGuard<'_, Store> {
    store.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The reply, or what is wrong with the request.
fn answer(
    line: &str,
    input: &mut impl io::BufRead,
    store: &Mutex<Store>,
) -> io::Result<Result<Vec<u8>, String>> {
    let words: Vec<&str> = line.split(' ').collect();
    Ok(Ok(match words.as_slice() {
        ["PING"] => b"PONG\n".to_vec(),
        ["GET", key] => match lock(store).get(*key) {
            Some(value) => {
                let mut reply = format!("VALUE {}\n", value.len()).into_bytes();
                reply.extend_from_slice(value);
                reply.push(b'\n');
                reply
            }
            None => b"NONE\n".to_vec(),
        },
        ["SET", key, length] => {
            let length: u64 = match length.parse() {
                Ok(length) if length <= LARGEST_VALUE => length,
                _ => return Ok(Err(format!("`{length}` is no length"))),
            };
            let mut value = Vec::new();
            input.by_ref().take(length + 1).read_to_end(&mut value)?;
            if value.len() as u64 != length + 1 || value.pop() != Some(b'\n') {
                return Ok(Err("the value is not as long as it says".to_owned()));
            }
            lock(store).insert((*key).to_owned(), value);
            b"OK\n".to_vec()
        }
        ["DEL", key] => match lock(store).remove(*key) {
            Some(_) => b"OK\n".to_vec(),
            None => b"NONE\n".to_vec(),
        },
        ["KEYS", limit, prefix, after] => match page(limit, prefix, after, &lock(store)) {
            Some(reply) => reply,
            None => return Ok(Err(format!("`{line}` does not say which keys"))),
        },
        _ => return Ok(Err(format!("`{line}` is no request"))),
    }))
}

/// Keys that begin with `=prefix` and are greater than `=after`.
fn page(limit: &str, prefix: &str, after: &str, store: &Store) -> Option<Vec<u8>> {
    let limit: usize = limit.parse().ok()?;
    let (prefix, after) = (prefix.strip_prefix('=')?, after.strip_prefix('=')?);
    let start = if after < prefix {
        Bound::Included(prefix)
    } else {
        Bound::Excluded(after)
    };
    let keys = store.range::<str, _>((start, Bound::Unbounded));
    let keys: Vec<&str> = keys
        .map(|(key, _)| key.as_str())
        .take_while(|key| key.starts_with(prefix))
        .take(limit)
        .collect();
    let mut reply = format!("KEYS {}\n", keys.len());
    for key in keys {
        reply.push_str(key);
        reply.push('\n');
    }
    Some(reply.into_bytes())
}
