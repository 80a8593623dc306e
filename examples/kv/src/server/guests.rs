//! The connections of a server, so that it can end them.

use std::collections::HashMap;
use std::net::{Shutdown, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Debug)]
pub(super) struct Guests {
    most: usize,
    present: Mutex<Present>,
}

#[derive(Debug, Default)]
struct Present {
    streams: HashMap<u64, TcpStream>,
    next: u64,
    have_left: bool,
}

/// A connection that is there until this is dropped.
#[derive(Debug)]
pub(super) struct Guest {
    guests: Arc<Guests>,
    number: u64,
}

impl Guests {
    pub(super) fn new(most: usize) -> Self {
        Self {
            most,
            present: Mutex::default(),
        }
    }

    /// Nobody, if there are too many already.
    pub(super) fn enter(self: &Arc<Self>, stream: &TcpStream) -> Option<Guest> {
        let mut present = self.present();
        if present.have_left || present.streams.len() >= self.most {
            return None;
        }
        let number = present.next;
        present.next += 1;
        present.streams.insert(number, stream.try_clone().ok()?);
        Some(Guest {
            guests: Arc::clone(self),
            number,
        })
    }

    /// Ends all connections, also those to come.
    pub(super) fn leave(&self) {
        let mut present = self.present();
        present.have_left = true;
        for stream in present.streams.values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    pub(super) fn have_left(&self) -> bool {
        self.present().have_left
    }

    fn present(&self) -> MutexGuard<'_, Present> {
        // Nothing panics while it is held.
        self.present.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.guests.present().streams.remove(&self.number);
    }
}
