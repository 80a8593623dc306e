//! What can go wrong, in both halves.

use std::net::SocketAddr;
use std::{error, fmt, io};

/// Why a request has no answer.
#[derive(Debug)]
pub enum Error {
    /// A key is empty, or holds a space or a control character.
    Key(String),
    /// There is no connection.
    Connect {
        /// Where to.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing has come, or been taken, for as long as the configuration allows.
    TimedOut(&'static str),
    /// The server has closed the connection within a reply.
    Closed,
    /// The connection has failed.
    Io(io::Error),
    /// What the server has sent is no reply.
    Protocol(String),
    /// What the server says is wrong with the request.
    Server(String),
}

impl Error {
    /// Whether another connection may do better.
    #[must_use]
    pub const fn is_of_connection(&self) -> bool {
        matches!(
            self,
            Self::Connect { .. } | Self::TimedOut(_) | Self::Closed | Self::Io(_)
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(f, "`{}` cannot be a key", key.escape_debug()),
            Self::Connect { address, .. } => write!(f, "cannot connect to {address}"),
            Self::TimedOut(what) => write!(f, "{what} took too long"),
            Self::Closed => f.write_str("the server has closed the connection within a reply"),
            Self::Io(_) => f.write_str("the connection has failed"),
            Self::Protocol(line) => write!(f, "`{}` is no reply", line.escape_debug()),
            Self::Server(text) => write!(f, "the server refuses: {text}"),
        }
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Connect { source, .. } | Self::Io(source) => Some(source),
            _ => None,
        }
    }
}
