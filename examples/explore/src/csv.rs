//! A table as comma-separated values.

use std::fmt::Write as _;

use await_me_maybe::maybe_async;

use crate::columns::{columns, columns_blocking};
use crate::db::{Database, DatabaseBlocking, Row};
use crate::rows::{each_row, each_row_blocking};
use crate::show::{Hex, Real};
use crate::{Result, Table, Value};

/// How many rows are asked for at once.
const PAGE: u32 = 1000;

/// Hands a table to `write` line by line, the column names first, and says how many rows it has.
///
/// A null is an empty field and an empty text is `""`, so that the two can be told apart. Blobs
/// are written in hexadecimal.
///
/// # Errors
///
/// When the table cannot be read, or the first error of `write`.
#[maybe_async(twins(Database))]
pub async fn csv(
    db: &impl Database,
    table: &Table,
    mut write: impl AsyncFnMut(&str) -> Result<()>,
) -> Result<u64> {
    let mut line = String::new();
    for column in columns(db, table).await? {
        text(&mut line, &column.name);
        line.push(',');
    }
    write(finished(&mut line)).await?;
    each_row(db, table, PAGE, async |row: Row| {
        line.clear();
        fields(&mut line, &row);
        write(finished(&mut line)).await
    })
    .await
}

/// Ends a line of fields that are each followed by a comma.
fn finished(line: &mut String) -> &str {
    line.pop();
    if line.is_empty() {
        // A table of one column: most readers would skip an empty line, and with it the row.
        line.push_str("\"\"");
    }
    line.push('\n');
    line
}

fn fields(line: &mut String, row: &Row) {
    for value in row.values() {
        match value {
            Value::Null => {}
            Value::Integer(integer) => push(line, integer),
            Value::Real(real) => push(line, &Real(*real)),
            Value::Text(content) => text(line, content),
            Value::Blob(bytes) => push(line, &Hex(bytes)),
        }
        line.push(',');
    }
}

fn push(line: &mut String, field: &dyn std::fmt::Display) {
    // Writing to a `String` cannot fail.
    let _ = write!(line, "{field}");
}

/// A text, in quotes where it would be taken for something else without.
fn text(line: &mut String, content: &str) {
    let is_plain = !content.is_empty()
        && !content.contains([',', '"', '\n', '\r'])
        && !content.starts_with(char::is_whitespace)
        && !content.ends_with(char::is_whitespace);
    if is_plain {
        line.push_str(content);
    } else {
        line.push('"');
        line.push_str(&content.replace('"', "\"\""));
        line.push('"');
    }
}
