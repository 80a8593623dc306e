//! Connections that are kept for later requests.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::connection::Connection;
use super::maybe_async;
use super::transport::Transport;
use super::turns::{Turn, Turns};
use crate::{Config, Error, Phase, Result};

pub(crate) struct Pool<T: Transport> {
    endpoint: T::Endpoint,
    config: Config,
    turns: Turns,
    idle: Mutex<Vec<Connection<T>>>,
}

/// A connection that is somebody's own. If it is not given back, it is closed: nobody has to think
/// of that where a request fails, or is never finished.
pub(crate) struct Lease<'a, T: Transport> {
    pub(crate) connection: Connection<T>,
    pool: &'a Pool<T>,
    _turn: Turn<'a>,
}

#[maybe_async]
impl<T: Transport> Pool<T> {
    pub(crate) fn new(endpoint: T::Endpoint, config: Config) -> Self {
        let turns = Turns::new(config.connections);
        Self {
            endpoint,
            config,
            turns,
            idle: Mutex::new(Vec::new()),
        }
    }

    pub(crate) fn config(&self) -> &Config {
        &self.config
    }

    /// One that has been kept, or a new one.
    pub(crate) async fn take(&self) -> Result<Lease<'_, T>> {
        let turn = self.turns.take(self.config.connect_timeout).await;
        let turn = turn.ok_or(Error::Timeout(Phase::Queue))?;
        let kept = self.kept();
        let connection = match kept {
            Some(connection) => connection,
            None => Connection::open(&self.endpoint, &self.config).await?,
        };
        Ok(Lease {
            connection,
            pool: self,
            _turn: turn,
        })
    }

    /// How many there are that nobody uses.
    pub(crate) fn idle_connections(&self) -> usize {
        self.idle().len()
    }

    /// Closes all that nobody uses: when one has failed, the others have been open for longer.
    pub(crate) fn clear(&self) {
        let old = std::mem::take(&mut *self.idle());
        drop(old);
    }

    /// The latest one that is still good; those that are not are closed.
    fn kept(&self) -> Option<Connection<T>> {
        loop {
            let connection = self.idle().pop()?;
            if connection.is_quiet() {
                return Some(connection);
            }
        }
    }

    fn idle(&self) -> MutexGuard<'_, Vec<Connection<T>>> {
        // Nothing panics while it is held.
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Transport> Lease<'_, T> {
    /// To be called when the last reply has been read.
    pub(crate) fn give_back(self) {
        if self.connection.is_quiet() {
            self.pool.idle().push(self.connection);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::scripted::{Script, Scripted};
    use super::*;

    fn pool(script: &Script) -> Pool<Scripted> {
        let config = Config::new()
            .connections(2)
            .connect_timeout(Duration::from_millis(20));
        Pool::new(script.clone(), config)
    }

    #[maybe_async]
    #[tokio::test]
    async fn what_is_given_back_is_taken_again() {
        let script = Script::new(&[&["OK\n"], &["OK\n"]]);
        let pool = pool(&script);
        for word in ["a", "b"] {
            let mut lease = pool.take().await.unwrap();
            lease.connection.send(word.as_bytes()).await.unwrap();
            lease.give_back();
            assert_eq!(pool.idle_connections(), 1);
        }
        assert_eq!(script.sent(), ["ab"]);
    }

    #[maybe_async]
    #[tokio::test]
    async fn what_is_not_given_back_is_closed() {
        let script = Script::new(&[&[], &[]]);
        let pool = pool(&script);
        for _ in 0..2 {
            drop(pool.take().await.unwrap());
            assert_eq!(pool.idle_connections(), 0);
        }
        assert!(matches!(pool.take().await, Err(Error::Connect { .. })));
    }

    #[maybe_async]
    #[tokio::test]
    async fn what_the_server_has_closed_is_not_used() {
        let script = Script::new(&[&["OK\n", ""], &[]]);
        let pool = pool(&script);
        let mut lease = pool.take().await.unwrap();
        lease.connection.reply().await.unwrap();
        lease.give_back();
        // It was seen at once; what is seen later is in the tests over sockets.
        assert_eq!(pool.idle_connections(), 0);
        pool.take().await.unwrap().give_back();
        assert_eq!(pool.idle_connections(), 1);
        pool.clear();
        assert_eq!(pool.idle_connections(), 0);
    }

    #[maybe_async]
    #[tokio::test]
    async fn no_more_than_so_many() {
        let script = Script::new(&[&[], &[], &[]]);
        let pool = pool(&script);
        let first = pool.take().await.unwrap();
        let second = pool.take().await.unwrap();
        assert!(matches!(
            pool.take().await,
            Err(Error::Timeout(Phase::Queue))
        ));
        first.give_back();
        let third = pool.take().await.unwrap();
        drop((second, third));
        // A connection that could not be had was nobody's turn.
        for _ in 0..3 {
            let _ = pool.take().await;
        }
        assert!(matches!(pool.take().await, Err(Error::Connect { .. })));
    }
}
