//! Which tables there are, and how long they are.

use std::fmt;

use await_me_maybe::maybe_async;

use crate::db::{Database, DatabaseBlocking, single};
use crate::sql::{quoted, text};
use crate::{Error, Result, Value};

/// A table or view of the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name, as written in the schema.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Whether its rows have a number of their own.
    pub has_rowid: bool,
}

/// What answers to a table's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary table.
    Table,
    /// A stored query.
    View,
    /// A table that an extension computes.
    Virtual,
    /// A table in which a virtual table keeps its data.
    Shadow,
}

impl Kind {
    fn of(word: &str) -> Self {
        match word {
            "view" => Self::View,
            "virtual" => Self::Virtual,
            "shadow" => Self::Shadow,
            _ => Self::Table,
        }
    }

    /// Whether its rows are stored, so that they can be counted without being computed.
    fn is_stored(self) -> bool {
        matches!(self, Self::Table | Self::Shadow)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Table => "table",
            Self::View => "view",
            Self::Virtual => "virtual table",
            Self::Shadow => "shadow table",
        })
    }
}

/// A number of rows or values, of which not all may have been looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// So many.
    Exactly(u64),
    /// So many were seen before the search was given up.
    AtLeast(u64),
}

impl Count {
    /// The number itself.
    #[must_use]
    pub fn seen(self) -> u64 {
        match self {
            Self::Exactly(count) | Self::AtLeast(count) => count,
        }
    }
}

/// The tables and views of a database by name, without those that SQLite keeps for itself.
///
/// # Errors
///
/// When the schema cannot be read.
#[maybe_async(twins(Database))]
pub async fn tables(db: &impl Database) -> Result<Vec<Table>> {
    let sql = r"SELECT name, type, wr FROM pragma_table_list
        WHERE schema = 'main' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name";
    let mut tables = Vec::new();
    for row in db.query(sql, &[]).await? {
        let kind = Kind::of(row.text(1)?);
        tables.push(Table {
            name: row.text(0)?.to_owned(),
            kind,
            has_rowid: kind.is_stored() && row.integer(2)? == 0,
        });
    }
    Ok(tables)
}

/// The table of this name; case counts for letters beyond ASCII only, as in SQLite.
///
/// # Errors
///
/// [`Error::NoSuchTable`], or any failure of [`tables`].
#[maybe_async(twins(Database))]
pub async fn find_table(db: &impl Database, name: &str) -> Result<Table> {
    tables(db)
        .await?
        .into_iter()
        .find(|table| table.name.eq_ignore_ascii_case(name))
        .ok_or_else(|| Error::NoSuchTable(name.to_owned()))
}

/// How many rows a table has. A view is asked for no more than `scan` of them: it may be endless.
///
/// # Errors
///
/// When the table cannot be read.
#[maybe_async(twins(Database))]
pub async fn count_rows(db: &impl Database, table: &Table, scan: u32) -> Result<Count> {
    let name = quoted(&table.name);
    if table.kind.is_stored() {
        let rows = db
            .query(&format!("SELECT count(*) FROM {name}"), &[])
            .await?;
        return Ok(Count::Exactly(single(rows)?.count(0)?));
    }
    let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {name} LIMIT ?1)");
    // One more than wanted tells a view of just that length from a longer one.
    let rows = db
        .query(&sql, &[Value::Integer(i64::from(scan) + 1)])
        .await?;
    let seen = single(rows)?.count(0)?;
    Ok(match u64::from(scan) {
        scan if seen > scan => Count::AtLeast(scan),
        _ => Count::Exactly(seen),
    })
}

/// The names of a table's indexes.
///
/// # Errors
///
/// When the schema cannot be read.
#[maybe_async(twins(Database))]
pub(crate) async fn index_names(db: &impl Database, table: &Table) -> Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema
        WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL ORDER BY name";
    let rows = db.query(sql, &[text(&table.name)]).await?;
    rows.iter().map(|row| Ok(row.text(0)?.to_owned())).collect()
}
