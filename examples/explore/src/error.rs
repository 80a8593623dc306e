//! What can go wrong, one line each.

use std::{fmt, io};

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_READONLY_ROLLBACK;

/// The result of everything that reads a database here.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a database, or one statement on it, could not be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// There is nothing at this path.
    Missing,
    /// There is something at this path, but not a file.
    NotAFile(&'static str),
    /// The file holds no byte.
    Empty,
    /// The file is something else than a database.
    NotADatabase,
    /// The file is a damaged database.
    Corrupt,
    /// Another program is writing.
    Locked,
    /// An interrupted write has to be finished or undone first, which a reader must not do.
    Unfinished(&'static str),
    /// The database has no table or view of this name.
    NoSuchTable(String),
    /// SQLite refuses one statement, for example one on a view of a dropped table.
    Statement(String),
    /// A row has another shape than the statement promised.
    Shape(&'static str),
    /// The thread that holds the connection is gone.
    Closed,
    /// Any other failure inside SQLite.
    Sqlite(rusqlite::Error),
    /// Reading the file, or writing the result somewhere, failed.
    Io(io::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no such file"),
            Self::NotAFile(what) => write!(f, "this is {what}, not a database file"),
            Self::Empty => f.write_str("the file is empty, so it is no database yet"),
            Self::NotADatabase => f.write_str("this is not an SQLite database"),
            Self::Corrupt => f.write_str("the database is damaged"),
            Self::Locked => f.write_str("the database is locked by another program"),
            Self::Unfinished(log) => write!(
                f,
                "a write was interrupted and its {log} is still there; open the database once with the program that writes it"
            ),
            Self::NoSuchTable(name) => write!(f, "no such table: {name:?}"),
            Self::Statement(message) => f.write_str(message),
            Self::Shape(expected) => write!(f, "expected {expected} from the database"),
            Self::Closed => f.write_str("the connection to the database is closed"),
            Self::Sqlite(error) => error.fmt(f),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Sqlite(error) => Some(error),
            Self::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqlInputError { msg, .. } => Self::Statement(msg),
            rusqlite::Error::SqliteFailure(failure, message) => match (failure.code, message) {
                (ErrorCode::NotADatabase, _) => Self::NotADatabase,
                (ErrorCode::DatabaseCorrupt, _) => Self::Corrupt,
                (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => Self::Locked,
                (ErrorCode::ReadOnly, _) if failure.extended_code == SQLITE_READONLY_ROLLBACK => {
                    Self::Unfinished("journal")
                }
                (ErrorCode::Unknown, Some(message)) => Self::Statement(message),
                (_, message) => Self::Sqlite(rusqlite::Error::SqliteFailure(failure, message)),
            },
            error => Self::Sqlite(error),
        }
    }
}

impl From<tokio_rusqlite::Error> for Error {
    fn from(error: tokio_rusqlite::Error) -> Self {
        match error {
            tokio_rusqlite::Error::Error(error) | tokio_rusqlite::Error::Close((_, error)) => {
                error.into()
            }
            _ => Self::Closed,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::Io(error),
        }
    }
}
