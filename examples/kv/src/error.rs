//! What can go wrong, in both halves.

use std::{error, fmt, io};

use crate::protocol::{LARGEST_VALUE, LONGEST_KEY, Malformed};

/// What every request gives.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a request has no answer.
///
/// ```
/// use std::error::Error as _;
///
/// use kv::{Config, Error, blocking};
///
/// # let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
/// # let nobody = listener.local_addr().unwrap().to_string();
/// # drop(listener);
/// let error = blocking::Client::connect(nobody, Config::new()).unwrap_err();
/// assert!(matches!(error, Error::Connect { .. }));
/// assert!(error.source().is_some());
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// This cannot be a key, or the beginning of one.
    Key(String),
    /// A value of so many bytes is too large.
    Value(usize),
    /// There is no connection.
    Connect {
        /// Where to.
        address: String,
        /// What the system says.
        source: io::Error,
    },
    /// Something has taken longer than the configuration allows.
    Timeout(Phase),
    /// The server has closed the connection although it owes a reply.
    Closed,
    /// The connection has failed in another way.
    Io(io::Error),
    /// What the server has sent is no reply, or none to what was asked.
    Protocol(Malformed),
    /// The server refuses, and says why.
    Server(String),
}

/// What has taken too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Phase {
    /// Waiting for a free connection.
    Queue,
    /// Connecting.
    Connect,
    /// Sending a request.
    Send,
    /// Waiting for a reply, or for the rest of it.
    Receive,
}

impl Error {
    /// Whether another connection may do better.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Timeout(phase) => *phase != Phase::Queue,
            Self::Connect { .. } | Self::Closed | Self::Io(_) => true,
            _ => false,
        }
    }

    /// Whether the server cannot have seen anything of the request.
    #[must_use]
    pub fn is_before_sending(&self) -> bool {
        match self {
            Self::Timeout(phase) => matches!(phase, Phase::Queue | Phase::Connect),
            Self::Key(_) | Self::Value(_) | Self::Connect { .. } => true,
            _ => false,
        }
    }

    /// A step on a connection that exists.
    pub(crate) fn of_step(phase: Phase, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::TimedOut => Self::Timeout(phase),
            io::ErrorKind::BrokenPipe
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::UnexpectedEof => Self::Closed,
            _ => Self::Io(error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(
                f,
                "`{}` cannot be a key: 1 to {LONGEST_KEY} bytes, no space, no control character",
                key.escape_debug()
            ),
            Self::Value(length) => write!(
                f,
                "a value of {length} bytes is too large: {LARGEST_VALUE} are allowed"
            ),
            Self::Connect { address, .. } => write!(f, "cannot connect to {address}"),
            Self::Timeout(phase) => write!(f, "{phase} took too long"),
            Self::Closed => f.write_str("the server has closed the connection"),
            Self::Io(_) => f.write_str("the connection has failed"),
            Self::Protocol(_) => f.write_str("the server has sent what it should not"),
            Self::Server(text) => write!(f, "the server refuses: {text}"),
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Queue => "waiting for a free connection",
            Self::Connect => "connecting",
            Self::Send => "sending a request",
            Self::Receive => "the reply",
        })
    }
}

impl error::Error for Error {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            Self::Connect { source, .. } | Self::Io(source) => Some(source),
            Self::Protocol(malformed) => Some(malformed),
            _ => None,
        }
    }
}

impl From<Malformed> for Error {
    fn from(malformed: Malformed) -> Self {
        Self::Protocol(malformed)
    }
}
