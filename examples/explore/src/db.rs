//! The leaves: all that differs between the two halves.

use std::path::Path;

use await_me_maybe::maybe_async;
use rusqlite::params_from_iter;
use rusqlite::types::ValueRef;

use crate::file::connect;
use crate::{Error, Result, Value};

/// Something that answers SQL.
#[maybe_async]
#[allow(
    async_fn_in_trait,
    reason = "an explorer stays on the task that made it"
)]
pub trait Database {
    /// All rows that one statement gives. Who asks keeps them few.
    ///
    /// # Errors
    ///
    /// When the statement cannot be run to its end.
    async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>>;
}

/// Opens a database file for reading.
///
/// # Errors
///
/// When there is no such file, when it is not a sound database, or when it is locked.
pub async fn open(path: &Path) -> Result<tokio_rusqlite::Connection> {
    let path = path.to_owned();
    let connection = tokio::task::spawn_blocking(move || connect(&path)).await;
    Ok(connection.map_err(|_| Error::Closed)??.into())
}

/// Opens a database file for reading.
///
/// # Errors
///
/// The same as those of [`open`].
pub fn open_blocking(path: &Path) -> Result<rusqlite::Connection> {
    connect(path)
}

impl Database for tokio_rusqlite::Connection {
    async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        let (sql, params) = (sql.to_owned(), params.to_vec());
        Ok(self
            .call(move |connection| fetch(connection, &sql, &params))
            .await?)
    }
}

impl DatabaseBlocking for rusqlite::Connection {
    fn query_blocking(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        Ok(fetch(self, sql, params)?)
    }
}

fn fetch(
    connection: &rusqlite::Connection,
    sql: &str,
    params: &[Value],
) -> rusqlite::Result<Vec<Row>> {
    let mut statement = connection.prepare_cached(sql)?;
    let width = statement.column_count();
    let rows = statement.query_map(params_from_iter(params), |row| {
        (0..width)
            .map(|at| row.get_ref(at).map(owned))
            .collect::<Result<_, _>>()
            .map(Row)
    })?;
    rows.collect()
}

/// Text that is not UTF-8 becomes a blob: then no byte of it is lost, and no row is refused.
fn owned(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(integer) => Value::Integer(integer),
        ValueRef::Real(real) => Value::Real(real),
        ValueRef::Text(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) => Value::Text(text.to_owned()),
            Err(_) => Value::Blob(bytes.to_vec()),
        },
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
    }
}

/// One row of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Row(Vec<Value>);

impl Row {
    /// The values, first column first.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.0
    }

    /// Takes a value out of the row.
    pub(crate) fn take(&mut self, at: usize) -> Value {
        self.0
            .get_mut(at)
            .map_or(Value::Null, |value| std::mem::replace(value, Value::Null))
    }

    pub(crate) fn split_first(mut self) -> (Value, Self) {
        let first = self.take(0);
        self.0.drain(..1.min(self.0.len()));
        (first, self)
    }

    pub(crate) fn integer(&self, at: usize) -> Result<i64> {
        match self.0.get(at) {
            Some(Value::Integer(integer)) => Ok(*integer),
            _ => Err(Error::Shape("an integer")),
        }
    }

    pub(crate) fn count(&self, at: usize) -> Result<u64> {
        u64::try_from(self.integer(at)?).map_err(|_| Error::Shape("a count"))
    }

    pub(crate) fn text(&self, at: usize) -> Result<&str> {
        match self.0.get(at) {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(Error::Shape("a text")),
        }
    }
}

/// The only row of an answer.
pub(crate) fn single(rows: Vec<Row>) -> Result<Row> {
    let mut rows = rows.into_iter();
    match (rows.next(), rows.next()) {
        (Some(row), None) => Ok(row),
        _ => Err(Error::Shape("one row")),
    }
}
