//! Whole tables, row by row and as comma-separated values, from both halves.

mod common;

use std::path::Path;

use await_me_maybe::maybe_async;
use common::{ODD, Place, Tested, database, same, wait};
use explore::{Error, Result, Row, Value};
use explore::{csv, csv_blocking};
use explore::{each_row, each_row_blocking};
use explore::{find_table, find_table_blocking};
use explore::{open, open_blocking};

#[maybe_async]
async fn text_of(path: &Path, table: &str) -> Result<(u64, String)> {
    let db = open(path).await?;
    let table = find_table(&db, table).await?;
    let mut text = String::new();
    let rows = csv(&db, &table, async |line: &str| {
        text.push_str(line);
        Ok(())
    })
    .await?;
    Ok((rows, text))
}

#[maybe_async]
async fn rows_of(path: &Path, table: &str, page: u32) -> Result<(u64, Vec<Vec<Value>>)> {
    let db = open(path).await?;
    let table = find_table(&db, table).await?;
    let mut rows = Vec::new();
    let count = each_row(&db, &table, page, async |row: Row| {
        rows.push(row.values().to_vec());
        Ok(())
    })
    .await?;
    Ok((count, rows))
}

/// How many lines a writer that has room for `most` of them was given.
#[maybe_async]
async fn cut_off(path: &Path, most: u32) -> (u32, String) {
    let mut lines = 0;
    let result = refused(path, async |_: &str| {
        lines += 1;
        if lines < most {
            Ok(())
        } else {
            Err(Error::Closed)
        }
    })
    .await;
    (
        lines,
        result.map_or_else(|error| error.to_string(), |rows| rows.to_string()),
    )
}

#[maybe_async]
async fn refused(path: &Path, write: impl AsyncFnMut(&str) -> Result<()>) -> Result<u64> {
    let db = open(path).await?;
    let table = find_table(&db, "long").await?;
    csv(&db, &table, write).await
}

fn both_texts(place: &Place, table: &str) -> String {
    let path = &place.path;
    let (rows, text) = same(wait(text_of(path, table)), text_of_blocking(path, table))
        .expect("a table that can be read");
    assert!(rows <= text.lines().count() as u64);
    text
}

#[test]
fn fields_are_quoted_where_they_must_be() {
    let place = database(
        r#"CREATE TABLE t (plain, "with,comma", "a""quote");
        INSERT INTO t VALUES ('a', 'b,c', 'd"e'), ('', NULL, ' f'), ('g
h', 'i' || char(13), 'größe'), ('"', ',', '''');"#,
    );
    let expected = "plain,\"with,comma\",\"a\"\"quote\"\n\
        a,\"b,c\",\"d\"\"e\"\n\
        \"\",,\" f\"\n\
        \"g\nh\",\"i\r\",größe\n\
        \"\"\"\",\",\",'\n";
    assert_eq!(both_texts(&place, "t"), expected);
}

#[test]
fn every_type_of_value_has_its_text() {
    let place = database(
        "CREATE TABLE t (a, b);
        INSERT INTO t VALUES (1, 2.0), (-9223372036854775808, 1e300), (x'00ff', x''), (0.1, 9e999);",
    );
    let expected = "a,b\n1,2.0\n-9223372036854775808,1e300\n00ff,\n0.1,inf\n";
    assert_eq!(both_texts(&place, "t"), expected);
}

#[test]
fn rows_of_one_column_are_never_empty_lines() {
    let place = database("CREATE TABLE t (a); INSERT INTO t VALUES (NULL), (1)");
    assert_eq!(both_texts(&place, "t"), "a\n\"\"\n1\n");
}

#[test]
fn every_kind_of_table_is_written() {
    let place = database(ODD);
    assert_eq!(
        both_texts(&place, "a\"b"),
        "\"c\"\"d\",group\nx,1\nx,2\n,3\n"
    );
    assert_eq!(
        both_texts(&place, "select"),
        "from\n1\n2.5\nt\n00ff\n\"\"\n"
    );
    assert_eq!(both_texts(&place, "two words"), "\" \"\n");
    assert_eq!(both_texts(&place, "GRößE"), "länge\n1.0\n-0.5\n");
    assert_eq!(both_texts(&place, "keyed"), "a,b\nx,0\ny,1\nz,1\n");
    assert_eq!(
        both_texts(&place, "computed"),
        "n,twice,text\n1,2,n1\n2,4,n2\n"
    );
    assert_eq!(both_texts(&place, "seen"), "name,times\n,1\nx,2\n");
    assert_eq!(both_texts(&place, "words"), "word\nawait\nme\nmaybe\n");
}

#[test]
fn no_row_is_lost_or_repeated_between_pages() -> Tested {
    let place = database(
        "CREATE TABLE numbered (a);
        INSERT INTO numbered (rowid, a) VALUES
            (-9223372036854775808, 1), (-5, 2), (0, 3), (7, 4), (9223372036854775807, 5);
        CREATE TABLE keyed (a INTEGER PRIMARY KEY) WITHOUT ROWID;
        INSERT INTO keyed VALUES (1), (2), (3), (4), (5);
        CREATE VIEW viewed AS SELECT a FROM keyed;
        CREATE TABLE shadowed (rowid, _ROWID_, oid);
        INSERT INTO shadowed VALUES (1, 0, 0), (2, 0, 0), (3, 0, 0), (4, 0, 0), (5, 0, 0);
        CREATE TABLE half_shadowed (RowId, a);
        INSERT INTO half_shadowed VALUES (1, 5), (2, 4), (3, 3), (4, 2), (5, 1);",
    );
    let path = &place.path;
    for table in ["numbered", "keyed", "viewed", "shadowed", "half_shadowed"] {
        // A page of no rows would never end: it counts as one of a single row.
        for page in [0, 1, 2, 4, 5, 6, u32::MAX] {
            let found = wait(rows_of(path, table, page));
            let (count, rows) = same(found, rows_of_blocking(path, table, page))?;
            let firsts: Vec<_> = rows.iter().map(|row| row[0].clone()).collect();
            assert_eq!(count, 5, "{table} by {page}");
            assert_eq!(
                firsts,
                (1..=5).map(Value::Integer).collect::<Vec<_>>(),
                "{table} by {page}"
            );
        }
    }
    Ok(())
}

#[test]
fn a_writer_that_fails_ends_the_reading() {
    let place = database(
        "CREATE TABLE long AS WITH RECURSIVE n (i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i FROM n",
    );
    let path = &place.path;
    for most in [1, 2, 1001, 1002] {
        let found = wait(cut_off(path, most));
        assert_eq!(found, cut_off_blocking(path, most));
        assert_eq!(found, (most, Error::Closed.to_string()));
    }
    assert_eq!(wait(cut_off(path, 9999)), (5001, "5000".to_owned()));
    assert_eq!(cut_off_blocking(path, 9999), (5001, "5000".to_owned()));
}
