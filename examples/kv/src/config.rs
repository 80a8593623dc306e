//! How a client behaves.

use std::net::SocketAddr;
use std::time::Duration;

/// Where the server is, and how long and how often to try.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where the server listens.
    pub address: SocketAddr,
    /// How long connecting may take.
    pub connect_timeout: Duration,
    /// How long the server may be silent within a reply.
    pub read_timeout: Duration,
    /// How often a request is sent again after its connection has failed.
    pub retries: u32,
    /// How long to wait before the first retry; twice as long before each further one.
    pub backoff: Duration,
    /// How many connections are kept for later requests.
    pub idle_connections: usize,
    /// How many keys a scan asks for at once.
    pub page: usize,
}

impl Config {
    /// Two seconds for connecting and for reading, two retries.
    ///
    /// ```
    /// let config = kv::Config::new("127.0.0.1:4000".parse().unwrap());
    /// assert_eq!(config.retries, 2);
    /// ```
    #[must_use]
    pub const fn new(address: SocketAddr) -> Self {
        Self {
            address,
            connect_timeout: Duration::from_secs(2),
            read_timeout: Duration::from_secs(2),
            retries: 2,
            backoff: Duration::from_millis(20),
            idle_connections: 4,
            page: 64,
        }
    }
}
