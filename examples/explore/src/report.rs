//! Everything about a database at once.

use await_me_maybe::maybe_async;

use crate::columns::{columns, columns_blocking};
use crate::columns::{summary, summary_blocking};
use crate::columns::{top_values, top_values_blocking};
use crate::db::{Database, DatabaseBlocking};
use crate::decorate::Decorations;
use crate::tables::{count_rows, count_rows_blocking};
use crate::tables::{tables, tables_blocking};
use crate::{Column, Count, Error, Facet, Note, Result, Summary, Table};

/// How far a report goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many rows of a table are looked at for the numbers of its columns.
    pub scan: u32,
    /// How many of the most frequent values of a column are listed.
    pub top: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            scan: 200_000,
            top: 3,
        }
    }
}

/// How far a report has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The table that is read.
    pub table: &'a str,
    /// How many values have been read.
    pub done: u64,
    /// How many values there are to read.
    pub total: u64,
}

/// A part of a report, or why this part cannot be had.
///
/// A view of a dropped table, or an index order that only its own program knows, is no reason to
/// withhold the rest.
pub type Known<T> = std::result::Result<T, String>;

/// What was found in a database.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// What callers had to say about the whole.
    pub notes: Vec<Note>,
    /// The tables and views by name.
    pub tables: Vec<TableReport>,
}

/// What was found about one table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableReport {
    /// The table itself.
    pub table: Table,
    /// How long it is.
    pub rows: Known<Count>,
    /// Its columns, in their order.
    pub columns: Known<Vec<ColumnReport>>,
    /// What callers had to say about it.
    pub notes: Vec<Note>,
}

/// What was found about one column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnReport {
    /// The column itself.
    pub column: Column,
    /// Its numbers.
    pub summary: Known<Summary>,
    /// Its most frequent values, if any stands there more than once.
    pub top: Vec<Facet>,
}

/// Reads a whole database. `progress` is told after each column how far it has come.
///
/// # Errors
///
/// When the file can no longer be read. What is wrong with one table is said in the report.
#[maybe_async(twins(Database))]
pub async fn report(
    db: &impl Database,
    options: Options,
    mut decorations: Decorations<'_>,
    progress: &dyn Fn(Progress<'_>),
) -> Result<Report> {
    let mut found = Vec::new();
    let mut total = 0;
    for table in tables(db).await? {
        let rows = known(count_rows(db, &table, options.scan).await)?;
        let columns = known(columns(db, &table).await)?;
        total += scanned(&rows, options) * columns.as_ref().map_or(0, Vec::len) as u64;
        found.push((table, rows, columns));
    }

    let notes = decorations.of_report().await;
    let mut reports = Vec::new();
    let mut done = 0;
    for (table, rows, columns) in found {
        let mut described = Vec::new();
        let problem = match columns {
            Ok(columns) => {
                for column in columns {
                    described.push(describe(db, &table, column, options).await?);
                    done += scanned(&rows, options);
                    progress(Progress {
                        table: &table.name,
                        done,
                        total,
                    });
                }
                None
            }
            Err(problem) => Some(problem),
        };
        let notes = decorations.of_table(&table).await;
        reports.push(TableReport {
            table,
            rows,
            columns: problem.map_or(Ok(described), Err),
            notes,
        });
    }
    Ok(Report {
        notes,
        tables: reports,
    })
}

#[maybe_async(twins(Database))]
async fn describe(
    db: &impl Database,
    table: &Table,
    column: Column,
    options: Options,
) -> Result<ColumnReport> {
    let summary = known(summary(db, table, &column, options.scan).await)?;
    let top = if summary.as_ref().is_ok_and(Summary::repeats) {
        known(top_values(db, table, &column, options.scan, options.top).await)?.unwrap_or_default()
    } else {
        Vec::new()
    };
    Ok(ColumnReport {
        column,
        summary,
        top,
    })
}

/// Keeps the refusal of one statement as part of the report; all else ends it.
fn known<T>(result: Result<T>) -> Result<Known<T>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Error::Statement(message)) => Ok(Err(message)),
        Err(error) => Err(error),
    }
}

fn scanned(rows: &Known<Count>, options: Options) -> u64 {
    rows.as_ref()
        .map_or(0, |rows| rows.seen())
        .min(options.scan.into())
}
