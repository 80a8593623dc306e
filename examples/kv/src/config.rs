//! How a client behaves.

use std::time::Duration;

use crate::protocol::LARGEST_PAGE;

/// How long, how often and with how much at once a client tries.
///
/// Times are between a millisecond and a day: what lies outside is moved to the nearer end.
///
/// ```
/// use std::time::Duration;
///
/// let config = kv::Config::new().read_timeout(Duration::from_millis(300)).retries(0);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Config {
    pub(crate) connect_timeout: Duration,
    pub(crate) read_timeout: Duration,
    pub(crate) retries: u32,
    pub(crate) backoff: Duration,
    pub(crate) longest_backoff: Duration,
    pub(crate) connections: usize,
    pub(crate) page: usize,
}

impl Config {
    /// Two seconds for connecting and for reading, two retries, four connections.
    pub const fn new() -> Self {
        Self {
            connect_timeout: Duration::from_secs(2),
            read_timeout: Duration::from_secs(2),
            retries: 2,
            backoff: Duration::from_millis(20),
            longest_backoff: Duration::from_secs(1),
            connections: 4,
            page: 64,
        }
    }

    /// How long connecting may take. In the blocking half finding the address of a name is not
    /// counted. The same limit again holds for waiting until one of the connections is free.
    pub fn connect_timeout(self, limit: Duration) -> Self {
        Self {
            connect_timeout: possible(limit),
            ..self
        }
    }

    /// How long the server may be silent while it owes something, or take nothing while it is
    /// sent something.
    pub fn read_timeout(self, limit: Duration) -> Self {
        Self {
            read_timeout: possible(limit),
            ..self
        }
    }

    /// How often a request is sent again when its connection has failed.
    pub fn retries(self, retries: u32) -> Self {
        Self { retries, ..self }
    }

    /// How long to wait before the first retry; twice as long before each further one, up to
    /// `longest`.
    pub fn backoff(self, first: Duration, longest: Duration) -> Self {
        Self {
            backoff: possible(first),
            longest_backoff: possible(longest),
            ..self
        }
    }

    /// How many connections there are at most; at least one.
    pub fn connections(self, most: usize) -> Self {
        Self {
            connections: most.max(1),
            ..self
        }
    }

    /// How many keys a scan asks for at once; at least one, at most [`LARGEST_PAGE`].
    pub fn page(self, keys: usize) -> Self {
        Self {
            page: keys.clamp(1, LARGEST_PAGE),
            ..self
        }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}

/// No time at all means "forever" to some systems and an error to others, and the end of an
/// endless time cannot be computed.
fn possible(time: Duration) -> Duration {
    time.clamp(Duration::from_millis(1), Duration::from_secs(24 * 60 * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_is_moved_to_what_can() {
        let config = Config::new()
            .connect_timeout(Duration::ZERO)
            .read_timeout(Duration::MAX)
            .connections(0)
            .page(0);
        assert_eq!(config.connect_timeout, Duration::from_millis(1));
        assert_eq!(config.read_timeout, Duration::from_secs(86_400));
        assert_eq!((config.connections, config.page), (1, 1));
        assert_eq!(Config::new().page(usize::MAX).page, LARGEST_PAGE);
    }
}
