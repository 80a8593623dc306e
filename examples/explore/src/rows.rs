//! All rows of a table, a page at a time.

use await_me_maybe::maybe_async;

use crate::columns::{columns, columns_blocking};
use crate::db::{Database, DatabaseBlocking, Row};
use crate::sql::{quoted, quoted_list};
use crate::{Column, Result, Table, Value};

/// Hands every row of a table to `visit` and says how many there were.
///
/// No more than `page` rows are held at once.
///
/// # Errors
///
/// When the table cannot be read, or the first error of `visit`.
#[maybe_async(twins(Database))]
pub async fn each_row(
    db: &impl Database,
    table: &Table,
    page: u32,
    visit: impl AsyncFnMut(Row) -> Result<()>,
) -> Result<u64> {
    let page = page.max(1);
    let columns = columns(db, table).await?;
    match rowid_name(table, &columns) {
        Some(rowid) => by_rowid(db, table, &columns, rowid, page, visit).await,
        None => by_offset(db, table, &columns, page, visit).await,
    }
}

/// The name under which the number of a row can be asked for, unless columns have taken them all.
fn rowid_name(table: &Table, columns: &[Column]) -> Option<&'static str> {
    let is_free = |name: &&str| {
        !columns
            .iter()
            .any(|column| column.name.eq_ignore_ascii_case(name))
    };
    ["rowid", "_rowid_", "oid"]
        .into_iter()
        .find(is_free)
        .filter(|_| table.has_rowid)
}

/// Each page starts where the last one ended: no row is passed over twice.
#[maybe_async(twins(Database))]
async fn by_rowid(
    db: &impl Database,
    table: &Table,
    columns: &[Column],
    rowid: &str,
    page: u32,
    mut visit: impl AsyncFnMut(Row) -> Result<()>,
) -> Result<u64> {
    let sql = format!(
        "SELECT {rowid}, {} FROM {} WHERE {rowid} >= ?1 ORDER BY {rowid} LIMIT ?2",
        select_list(columns),
        quoted(&table.name),
    );
    let mut count = 0;
    let mut next = Some(i64::MIN);
    while let Some(start) = next.take() {
        let params = [Value::Integer(start), Value::Integer(page.into())];
        for row in db.query(&sql, &params).await? {
            next = row.integer(0)?.checked_add(1);
            let (_, row) = row.split_first();
            visit(row).await?;
            count += 1;
        }
    }
    Ok(count)
}

/// What has no row numbers is skipped through again for each page.
#[maybe_async(twins(Database))]
async fn by_offset(
    db: &impl Database,
    table: &Table,
    columns: &[Column],
    page: u32,
    mut visit: impl AsyncFnMut(Row) -> Result<()>,
) -> Result<u64> {
    let sql = format!(
        "SELECT {} FROM {} LIMIT ?1 OFFSET ?2",
        select_list(columns),
        quoted(&table.name),
    );
    let mut count = 0;
    loop {
        let params = [Value::Integer(page.into()), Value::Integer(count)];
        let rows = db.query(&sql, &params).await?;
        let is_last = rows.len() < page as usize;
        for row in rows {
            visit(row).await?;
            count += 1;
        }
        if is_last {
            return Ok(count.unsigned_abs());
        }
    }
}

fn select_list(columns: &[Column]) -> String {
    quoted_list(columns.iter().map(|column| column.name.as_str()))
}
