//! Servers that do what servers should not.

use std::io::{self, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::Duration;

use super::listener::Listener;

/// What a connection gets for each piece that it sends: one request, if it is small.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fault {
    /// Nothing.
    Hangs,
    /// Nothing, and what comes is not even read.
    Sleeps(Duration),
    /// These bytes, and then the end.
    Closes(&'static [u8]),
    /// These bytes.
    Says(&'static [u8]),
    /// These bytes, one by one, with a pause before each.
    IsSlow(&'static [u8], Duration),
    /// The end for so many connections, then these bytes.
    Recovers(usize, &'static [u8]),
    /// These bytes, when so many connections have sent one.
    Gathers(usize, &'static [u8]),
}

pub(crate) struct Faulty(Listener);

/// How many have come, and when that changes.
type Gathering = Arc<(Mutex<usize>, Condvar)>;

impl Faulty {
    pub(crate) fn start(fault: Fault) -> Self {
        let gathering = Gathering::default();
        Self(Listener::start(move |stream, number| {
            talk(stream, fault, number, &gathering)
        }))
    }

    pub(crate) fn address(&self) -> String {
        self.0.address()
    }

    pub(crate) fn connections(&self) -> usize {
        self.0.connections()
    }
}

fn talk(
    mut stream: TcpStream,
    fault: Fault,
    number: usize,
    gathering: &Gathering,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    if let Fault::Sleeps(time) = fault {
        thread::sleep(time);
        return Ok(());
    }
    let mut piece = [0; 4096];
    while stream.read(&mut piece)? > 0 {
        match fault {
            Fault::Hangs | Fault::Sleeps(_) => {}
            Fault::Closes(bytes) => {
                stream.write_all(bytes)?;
                return stream.shutdown(Shutdown::Both);
            }
            Fault::IsSlow(bytes, pause) => {
                for byte in bytes {
                    thread::sleep(pause);
                    stream.write_all(&[*byte])?;
                }
            }
            Fault::Recovers(after, _) if number < after => return Ok(()),
            Fault::Says(bytes) | Fault::Recovers(_, bytes) => stream.write_all(bytes)?,
            Fault::Gathers(count, bytes) => {
                gather(gathering, count);
                stream.write_all(bytes)?;
            }
        }
    }
    Ok(())
}

fn gather((come, changed): &(Mutex<usize>, Condvar), count: usize) {
    let mut come = come.lock().expect("nobody panics here");
    *come += 1;
    changed.notify_all();
    let limit = Duration::from_secs(5);
    let wait = changed.wait_timeout_while(come, limit, |come| *come < count);
    drop(wait.expect("nobody panics here"));
}
