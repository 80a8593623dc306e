//! A server that writes down what it is sent.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use kv::Server;

use super::listener::Listener;

/// What each connection has sent.
type Record = Arc<Mutex<Vec<Vec<u8>>>>;

/// It hands everything on to a real server.
pub(crate) struct Recorder {
    listener: Listener,
    record: Record,
    _server: Server,
}

impl Recorder {
    pub(crate) fn start() -> Self {
        let server = Server::start("127.0.0.1:0").expect("a free port");
        let upstream = server.address();
        let record = Record::default();
        let kept = Arc::clone(&record);
        let listener = Listener::start(move |stream, _| hand_on(&stream, upstream, &kept));
        Self {
            listener,
            record,
            _server: server,
        }
    }

    pub(crate) fn address(&self) -> String {
        self.listener.address()
    }

    /// Connections in the order in which they were accepted.
    pub(crate) fn sent(&self) -> Vec<String> {
        let record = self.record.lock().expect("nobody panics here");
        let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
        record.iter().map(text).collect()
    }
}

fn hand_on(client: &TcpStream, upstream: SocketAddr, record: &Record) -> io::Result<()> {
    let number = {
        let mut record = record.lock().expect("nobody panics here");
        record.push(Vec::new());
        record.len() - 1
    };
    let server = TcpStream::connect(upstream)?;
    server.set_nodelay(true)?;
    client.set_nodelay(true)?;
    server.set_read_timeout(Some(Duration::from_secs(10)))?;
    thread::scope(|scope| {
        scope.spawn(|| {
            let _ = copy(&server, client, |_| {});
        });
        copy(client, &server, |bytes| {
            record.lock().expect("nobody panics here")[number].extend_from_slice(bytes);
        })
    })
}

fn copy(mut from: &TcpStream, mut to: &TcpStream, seen: impl Fn(&[u8])) -> io::Result<()> {
    let mut bytes = [0; 4096];
    loop {
        let count = from.read(&mut bytes).unwrap_or(0);
        if count == 0 {
            return to.shutdown(Shutdown::Write);
        }
        seen(&bytes[..count]);
        to.write_all(&bytes[..count])?;
    }
}
