//! Opening a file without ever changing it or anything beside it.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use crate::{Error, Result};

/// How long a writer may keep us waiting before the file counts as locked.
const PATIENCE: Duration = Duration::from_millis(500);

/// Opens a file read-only and takes a snapshot of it, so that all later answers agree.
pub(crate) fn connect(path: &Path) -> Result<Connection> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(Error::NotAFile("a directory"));
    }
    if !metadata.is_file() {
        return Err(Error::NotAFile("a special file"));
    }
    if metadata.len() == 0 {
        return Err(Error::Empty);
    }
    // SQLite looks for its logs beside the real file, and takes names like `:memory:` specially.
    let path = fs::canonicalize(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = if must_not_create_logs(&path)? {
        let flags = flags | OpenFlags::SQLITE_OPEN_URI;
        Connection::open_with_flags(immutable(&path), flags)?
    } else {
        Connection::open_with_flags(&path, flags)?
    };
    connection.busy_timeout(PATIENCE)?;
    // The second statement makes the first one take effect, and meets every damage to the header
    // or the schema here rather than in the middle of a report.
    connection.execute_batch("BEGIN; SELECT count(*) FROM sqlite_schema;")?;
    Ok(connection)
}

/// Whether a plain read would leave a write-ahead log and its index behind.
///
/// SQLite creates both for the first reader of a database in WAL mode, and a reader without the
/// right to write cannot remove them again.
fn must_not_create_logs(path: &Path) -> Result<bool> {
    if !is_in_wal_mode(path)? {
        return Ok(false);
    }
    let log = fs::metadata(beside(path, "-wal")).map_or(0, |log| log.len());
    if beside(path, "-shm").exists() {
        // Some program has the database open, or had until it crashed. The index is there already.
        Ok(false)
    } else if log == 0 {
        Ok(true)
    } else {
        Err(Error::Unfinished("write-ahead log"))
    }
}

fn is_in_wal_mode(path: &Path) -> Result<bool> {
    let mut header = Vec::with_capacity(20);
    File::open(path)?.take(20).read_to_end(&mut header)?;
    Ok(header
        .get(18..20)
        .is_some_and(|versions| versions.contains(&2)))
}

/// The companion file whose name continues that of the database.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

/// The address that tells SQLite to read nothing but the file itself.
fn immutable(path: &Path) -> String {
    let escaped = |byte: &u8| match byte {
        b'/' | b'.' | b'-' | b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
            char::from(*byte).to_string()
        }
        _ => format!("%{byte:02x}"),
    };
    let bytes = path.as_os_str().as_encoded_bytes();
    let path: String = bytes.iter().map(escaped).collect();
    format!("file://{path}?immutable=1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_survives_odd_names() {
        let path = Path::new("/a b/100%?/ü#.db");
        assert_eq!(
            immutable(path),
            "file:///a%20b/100%25%3f/%c3%bc%23.db?immutable=1"
        );
    }
}
