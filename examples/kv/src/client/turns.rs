//! So many at a time.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::maybe_async;

#[maybe_async]
use tokio::sync::Semaphore;
#[maybe_async]
use tokio::sync::mpsc::{self, Receiver, Sender};

/// What only so many may do at a time.
///
/// A channel that has room for as many: whoever begins sends, whoever is done receives. A semaphore
/// says it better, but cannot be asked for a permit that has to come in time, except by `timeout`,
/// which is for futures alone.
#[derive(Debug)]
pub(crate) struct Turns {
    begun: Sender<()>,
    over: Mutex<Receiver<()>>,
}

/// It is over when this is dropped.
#[derive(Debug)]
pub(crate) struct Turn<'a>(&'a Turns);

#[maybe_async]
impl Turns {
    pub(crate) fn new(count: usize) -> Self {
        let (begun, over) = mpsc::channel(count.min(Semaphore::MAX_PERMITS));
        let over = Mutex::new(over);
        Self { begun, over }
    }

    /// Nothing, if it takes longer.
    pub(crate) async fn take(&self, limit: Duration) -> Option<Turn<'_>> {
        self.begun.send_timeout((), limit).await.ok()?;
        Some(Turn(self))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        // Nothing panics while it is held.
        let mut over = self.0.over.lock().unwrap_or_else(PoisonError::into_inner);
        // What was sent for this turn is there, or another one's in front of it.
        let _ = over.try_recv();
    }
}
