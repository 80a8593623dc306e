//! What stands in the columns of a table.

use await_me_maybe::maybe_async;

use crate::db::{Database, DatabaseBlocking, single};
use crate::sql::{quoted, text};
use crate::{Count, Result, Table, Value};

/// A column of a table or view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name, as written in the schema.
    pub name: String,
    /// The declared type, often empty: SQLite asks for none.
    pub declared: String,
    /// Whether its values are computed from other columns.
    pub generated: bool,
}

/// A column in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Summary {
    /// How many rows these numbers are about.
    pub rows: Count,
    /// How many of them hold nothing.
    pub nulls: u64,
    /// How many different values there are.
    pub distinct: Count,
    /// The least value.
    pub min: Value,
    /// The greatest value.
    pub max: Value,
}

impl Summary {
    /// Whether some value stands in more than one row.
    #[must_use]
    pub fn repeats(&self) -> bool {
        self.distinct.seen() < self.rows.seen().saturating_sub(self.nulls)
    }
}

/// A value and how often it was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Facet {
    /// The value.
    pub value: Value,
    /// In how many rows it stands.
    pub rows: u64,
}

/// The columns of a table, generated ones included, those hidden by a virtual table left out.
///
/// # Errors
///
/// When the table cannot be read: a view of a dropped table has no columns.
#[maybe_async(twins(Database))]
pub async fn columns(db: &impl Database, table: &Table) -> Result<Vec<Column>> {
    let sql = "SELECT name, type, hidden FROM pragma_table_xinfo(?1, 'main')
        WHERE hidden <> 1 ORDER BY cid";
    let mut columns = Vec::new();
    for row in db.query(sql, &[text(&table.name)]).await? {
        columns.push(Column {
            name: row.text(0)?.to_owned(),
            declared: row.text(1)?.to_owned(),
            generated: row.integer(2)? != 0,
        });
    }
    Ok(columns)
}

/// Looks at a column in the first `scan` rows of its table.
///
/// # Errors
///
/// When the column cannot be read, for example because its collation is unknown here.
#[maybe_async(twins(Database))]
pub async fn summary(
    db: &impl Database,
    table: &Table,
    column: &Column,
    scan: u32,
) -> Result<Summary> {
    // The last one asks whether the table goes on.
    let sql = format!(
        "SELECT count(*), count(value), count(DISTINCT value), min(value), max(value),
            EXISTS (SELECT 1 FROM {} LIMIT 1 OFFSET ?1) FROM {}",
        quoted(&table.name),
        first_rows(table, column),
    );
    let mut row = single(db.query(&sql, &[Value::Integer(scan.into())]).await?)?;
    let (seen, filled, distinct) = (row.count(0)?, row.count(1)?, row.count(2)?);
    let count = if row.integer(5)? == 0 {
        Count::Exactly
    } else {
        Count::AtLeast
    };
    Ok(Summary {
        rows: count(seen),
        nulls: seen - filled,
        distinct: count(distinct),
        min: row.take(3),
        max: row.take(4),
    })
}

/// The most frequent values of a column in the first `scan` rows of its table.
///
/// # Errors
///
/// When the column cannot be read.
#[maybe_async(twins(Database))]
pub async fn top_values(
    db: &impl Database,
    table: &Table,
    column: &Column,
    scan: u32,
    limit: u32,
) -> Result<Vec<Facet>> {
    // Equal counts are settled by the value: both halves must give the same list.
    let sql = format!(
        "SELECT value, count(*) FROM {} WHERE value IS NOT NULL
            GROUP BY value ORDER BY count(*) DESC, value LIMIT ?2",
        first_rows(table, column)
    );
    let params = [Value::Integer(scan.into()), Value::Integer(limit.into())];
    let mut facets = Vec::new();
    for mut row in db.query(&sql, &params).await? {
        facets.push(Facet {
            rows: row.count(1)?,
            value: row.take(0),
        });
    }
    Ok(facets)
}

/// A bounded part of a table: sorting or counting apart all of a long one would take minutes.
fn first_rows(table: &Table, column: &Column) -> String {
    format!(
        "(SELECT {} AS value FROM {} LIMIT ?1)",
        quoted(&column.name),
        quoted(&table.name)
    )
}
