//! Connections that are kept for later requests.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::connection::Connection;
use super::maybe_async;
use super::transport::Transport;
use crate::{Config, Error};

pub(super) struct Pool<T> {
    config: Config,
    idle: Mutex<Vec<Connection<T>>>,
}

#[maybe_async]
impl<T: Transport> Pool<T> {
    pub(super) fn new(config: Config) -> Self {
        Self {
            config,
            idle: Mutex::new(Vec::new()),
        }
    }

    pub(super) fn config(&self) -> &Config {
        &self.config
    }

    /// One that has been kept, or a new one.
    pub(super) async fn take(&self) -> Result<Connection<T>, Error> {
        let kept = self.idle().pop();
        match kept {
            Some(connection) => Ok(connection),
            None => Connection::open(&self.config).await,
        }
    }

    /// For one whose last reply has been read to its end: others are dropped.
    pub(super) fn give_back(&self, connection: Connection<T>) {
        let mut idle = self.idle();
        if idle.len() < self.config.idle_connections {
            idle.push(connection);
        }
    }

    pub(super) fn idle_connections(&self) -> usize {
        self.idle().len()
    }

    /// The server may have closed those that are kept.
    pub(super) fn forget(&self) {
        self.idle().clear();
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection<T>>> {
        // Nothing panics while it is held.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
