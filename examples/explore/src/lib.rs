//! A small explorer for SQLite files, written once as async code and served both ways.
//!
//! Everything that asks the database something is one `async fn` here; `#[maybe_async]` adds the
//! blocking twin beside it. Two thin leaves are written by hand for each half, [`open`] and the
//! method [`Database::query`]: over `tokio-rusqlite` in the async half, over plain `rusqlite` in
//! the blocking one.
//!
//! ```
//! use std::path::Path;
//!
//! use await_me_maybe::maybe_async;
//! use explore::{Decorations, Options, Report, Result};
//! use explore::{open, open_blocking, report, report_blocking};
//!
//! /// Callers can write their own code once, too.
//! #[maybe_async]
//! async fn look(path: &Path) -> Result<Report> {
//!     let db = open(path).await?;
//!     report(&db, Options::default(), Decorations::new(), &|_| {}).await
//! }
//!
//! # fn main() -> Result<()> {
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("sample.db");
//! # explore::sample::build(&path)?;
//! let runtime = tokio::runtime::Builder::new_current_thread().build()?;
//! assert_eq!(runtime.block_on(look(&path))?, look_blocking(&path)?);
//! # Ok(())
//! # }
//! ```
//!
//! The file is only ever read, and nothing is created beside it.

mod columns;
mod csv;
mod db;
mod decorate;
mod error;
mod file;
mod report;
mod rows;
pub mod sample;
mod show;
mod sql;
mod tables;

pub use columns::{Column, Facet, Summary};
pub use columns::{columns, columns_blocking};
pub use columns::{summary, summary_blocking};
pub use columns::{top_values, top_values_blocking};
pub use csv::{csv, csv_blocking};
pub use db::{Database, DatabaseBlocking, Row};
pub use db::{open, open_blocking};
pub use decorate::{Decorations, Note};
pub use decorate::{indexes, indexes_blocking};
pub use decorate::{layout, layout_blocking};
pub use error::{Error, Result};
pub use report::{ColumnReport, Known, Options, Progress, Report, TableReport};
pub use report::{report, report_blocking};
pub use rows::{each_row, each_row_blocking};
pub use rusqlite::types::Value;
pub use show::first_difference;
pub use tables::{Count, Kind, Table};
pub use tables::{count_rows, count_rows_blocking};
pub use tables::{find_table, find_table_blocking};
pub use tables::{tables, tables_blocking};
