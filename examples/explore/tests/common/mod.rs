//! What the tests share: databases to look at, and both halves side by side.

#![allow(dead_code, reason = "each test program uses its own part of this")]

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::fs;
use std::future::Future;
use std::hash::{DefaultHasher, Hasher as _};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use tempfile::TempDir;
use tokio::runtime::Builder;

pub(crate) type Tested = Result<(), Box<dyn std::error::Error>>;

/// A folder with one database in it.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
}

/// A database made by these statements.
pub(crate) fn database(sql: &str) -> Place {
    let place = empty_place();
    make(&place.path, sql);
    place
}

/// A folder in which a database is still to be put.
pub(crate) fn empty_place() -> Place {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("a b%.db");
    Place { folder, path }
}

pub(crate) fn make(path: &Path, sql: &str) -> Connection {
    let connection = Connection::open(path).expect("a new database");
    connection.execute_batch(sql).expect("statements that work");
    connection
}

pub(crate) fn wait<T>(future: impl Future<Output = T>) -> T {
    Builder::new_current_thread()
        .build()
        .expect("a runtime")
        .block_on(future)
}

/// What both halves say, after it was seen to be the same: values by value, errors by their text.
#[track_caller]
pub(crate) fn same<T: PartialEq + Debug, E: Display>(
    asynchronous: Result<T, E>,
    blocking: Result<T, E>,
) -> Result<T, String> {
    let asynchronous = asynchronous.map_err(|error| error.to_string());
    let blocking = blocking.map_err(|error| error.to_string());
    assert_eq!(asynchronous, blocking);
    blocking
}

/// The files of a folder, each with a fingerprint of its content.
pub(crate) fn fingerprints(folder: &Path) -> BTreeMap<PathBuf, u64> {
    let entries = fs::read_dir(folder).expect("a folder");
    let fingerprint = |path: PathBuf| {
        let mut hasher = DefaultHasher::new();
        if path.is_file() {
            hasher.write(&fs::read(&path).expect("a file"));
        }
        (path, hasher.finish())
    };
    entries
        .map(|entry| fingerprint(entry.expect("an entry").path()))
        .collect()
}

/// Names that have to be quoted, tables of every kind, values of every kind.
pub(crate) const ODD: &str = r#"
CREATE TABLE "a""b" ("c""d" TEXT, "group" INTEGER);
INSERT INTO "a""b" VALUES ('x', 1), ('x', 2), (NULL, 3);
CREATE TABLE "select" ("from" ANY);
INSERT INTO "select" VALUES (1), (2.5), ('t'), (x'00ff'), (NULL);
CREATE TABLE "two words" (" " TEXT);
CREATE TABLE größe ("länge" REAL);
INSERT INTO größe VALUES (1), (-0.5);
CREATE TABLE keyed (a TEXT, b INTEGER, PRIMARY KEY (b, a)) WITHOUT ROWID;
INSERT INTO keyed VALUES ('z', 1), ('y', 1), ('x', 0);
CREATE TABLE computed (n INTEGER, twice AS (n * 2), text TEXT AS ('n' || n) STORED);
INSERT INTO computed (n) VALUES (1), (2);
CREATE INDEX computed_text ON computed (text);
CREATE VIEW seen AS SELECT "c""d" AS name, count(*) AS times FROM "a""b" GROUP BY 1;
CREATE VIRTUAL TABLE words USING fts5 (word);
INSERT INTO words VALUES ('await'), ('me'), ('maybe');
"#;
