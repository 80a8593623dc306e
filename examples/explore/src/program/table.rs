//! A table as CSV, read by both halves of the library.

use std::hash::{DefaultHasher, Hasher as _};
use std::io::{self, BufWriter, IsTerminal as _, Write as _};
use std::path::Path;

use await_me_maybe::maybe_async;
use explore::{Count, Database, DatabaseBlocking, Options, Progress, Result};
use explore::{count_rows, count_rows_blocking};
use explore::{csv, csv_blocking};
use explore::{find_table, find_table_blocking};

use super::Failure;
use super::bar::bar;
use super::halves::Halves;

/// Writes a table to standard output while the async half reads it, and reads it again with the
/// blocking half.
pub(crate) fn table(path: &Path, name: &str) -> Result<(), Failure> {
    let Halves {
        runtime,
        asynchronous,
        blocking,
    } = Halves::open(path)?;
    let mut stdout = BufWriter::new(io::stdout().lock());
    let write = async |line: &str| Ok(stdout.write_all(line.as_bytes())?);
    let written = runtime.block_on(digest(&asynchronous, name, &watched("async"), write))?;
    stdout.flush().map_err(explore::Error::from)?;
    let read = digest_blocking(&blocking, name, &watched("blocking"), |_: &str| Ok(()))?;
    if written != read {
        return Err(Failure::Different(format!("{written:?} but {read:?}")));
    }
    Ok(())
}

/// A bar, unless the table itself scrolls over the same terminal.
fn watched(half: &'static str) -> impl Fn(Progress<'_>) {
    let bar = bar(half);
    let is_free = !io::stdout().is_terminal();
    move |progress| {
        if is_free {
            bar(progress);
        }
    }
}

/// Reads a table to its end and keeps no more of it than a fingerprint.
#[maybe_async(twins(Database))]
async fn digest(
    db: &impl Database,
    name: &str,
    progress: &dyn Fn(Progress<'_>),
    mut write: impl AsyncFnMut(&str) -> Result<()>,
) -> Result<Digest> {
    let table = &find_table(db, name).await?;
    let total = match count_rows(db, table, Options::default().scan).await? {
        Count::Exactly(rows) => rows,
        // A view of unknown length, perhaps endless.
        Count::AtLeast(_) => 0,
    };
    let mut digest = Digest::default();
    csv(db, table, async |line: &str| {
        digest.add(line);
        if digest.lines % 1024 == 1 {
            progress(Progress {
                table: &table.name,
                done: digest.lines,
                total,
            });
        }
        write(line).await
    })
    .await?;
    Ok(digest)
}

/// What is left of a table that is too long to be kept.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Digest {
    lines: u64,
    bytes: u64,
    hash: u64,
}

impl Digest {
    fn add(&mut self, line: &str) {
        let mut hasher = DefaultHasher::new();
        hasher.write_u64(self.hash);
        hasher.write(line.as_bytes());
        self.hash = hasher.finish();
        self.lines += 1;
        self.bytes += line.len() as u64;
    }
}
