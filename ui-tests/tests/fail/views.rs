//! What is called like a view and holds more than a reference: a lock that the async half lets go
//! before the future is awaited.

use await_me_maybe::maybe_async;
use std::sync::{Mutex, MutexGuard, PoisonError};

struct Shared(Mutex<u8>);

struct Lock<'a>(MutexGuard<'a, u8>);

#[maybe_async]
impl Lock<'_> {
    fn send(&mut self, n: u8) -> impl Future<Output = u8> + use<> {
        async move { n }
    }
}

#[maybe_async]
impl Shared {
    fn as_mut(&self) -> Lock<'_> {
        Lock(self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn send(&self, n: u8) -> impl Future<Output = u8> {
        self.as_mut().send(n) //~
    }
}

fn main() {
    let shared = Shared(Mutex::new(1));
    let _ = (shared.send(1), shared.send_blocking(1));
}
