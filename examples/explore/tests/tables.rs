//! Tables, columns and values, asked of both halves.

mod common;

use std::fs;
use std::path::Path;

use await_me_maybe::maybe_async;
use common::{ODD, Place, Tested, database, empty_place, fingerprints, make, same, wait};
use explore::{
    Column, Count, Database, DatabaseBlocking, Facet, Kind, Result, Summary, Table, Value,
};
use explore::{columns, columns_blocking};
use explore::{count_rows, count_rows_blocking};
use explore::{find_table, find_table_blocking};
use explore::{open, open_blocking};
use explore::{summary, summary_blocking};
use explore::{tables, tables_blocking};
use explore::{top_values, top_values_blocking};

#[maybe_async]
async fn listed(path: &Path, scan: u32) -> Result<Vec<(Table, Count)>> {
    let db = open(path).await?;
    let mut listed = Vec::new();
    for table in tables(&db).await? {
        let rows = count_rows(&db, &table, scan).await?;
        listed.push((table, rows));
    }
    Ok(listed)
}

#[maybe_async]
async fn columns_of(path: &Path, table: &str) -> Result<Vec<Column>> {
    let db = open(path).await?;
    let table = find_table(&db, table).await?;
    columns(&db, &table).await
}

#[maybe_async]
async fn summaries(path: &Path, table: &str, scan: u32) -> Result<Vec<(Summary, Vec<Facet>)>> {
    let db = open(path).await?;
    let table = find_table(&db, table).await?;
    let mut summaries = Vec::new();
    for column in columns(&db, &table).await? {
        let facets = top_values(&db, &table, &column, scan, 2).await?;
        summaries.push((summary(&db, &table, &column, scan).await?, facets));
    }
    Ok(summaries)
}

fn both_summaries(place: &Place, table: &str, scan: u32) -> Vec<(Summary, Vec<Facet>)> {
    let path = &place.path;
    same(
        wait(summaries(path, table, scan)),
        summaries_blocking(path, table, scan),
    )
    .expect("a table that can be read")
}

#[test]
fn every_kind_of_table_is_listed() -> Tested {
    let place = database(ODD);
    let found = same(
        wait(listed(&place.path, 100)),
        listed_blocking(&place.path, 100),
    )?;
    let found: Vec<_> = found
        .iter()
        .filter(|(table, _)| table.kind != Kind::Shadow)
        .map(|(table, rows)| {
            (
                table.name.as_str(),
                table.kind,
                table.has_rowid,
                rows.seen(),
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("a\"b", Kind::Table, true, 3),
            ("computed", Kind::Table, true, 2),
            ("größe", Kind::Table, true, 2),
            ("keyed", Kind::Table, false, 3),
            ("seen", Kind::View, false, 2),
            ("select", Kind::Table, true, 5),
            ("two words", Kind::Table, true, 0),
            ("words", Kind::Virtual, false, 3),
        ]
    );
    Ok(())
}

#[test]
fn what_sqlite_keeps_for_itself_is_not_listed() -> Tested {
    let place = database(
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT);
        CREATE TABLE sqliteness (a);
        INSERT INTO t DEFAULT VALUES; ANALYZE;",
    );
    let found = same(
        wait(listed(&place.path, 100)),
        listed_blocking(&place.path, 100),
    )?;
    let names: Vec<_> = found.iter().map(|(table, _)| table.name.as_str()).collect();
    assert_eq!(names, ["sqliteness", "t"]);
    Ok(())
}

#[test]
fn endless_views_are_counted_for_a_while() -> Tested {
    let place = database(
        "CREATE VIEW endless AS
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
        CREATE VIEW short AS SELECT i FROM endless LIMIT 50;",
    );
    let found = same(
        wait(listed(&place.path, 50)),
        listed_blocking(&place.path, 50),
    )?;
    let counts: Vec<_> = found.iter().map(|(_, rows)| *rows).collect();
    assert_eq!(counts, [Count::AtLeast(50), Count::Exactly(50)]);

    let (summary, _) = &both_summaries(&place, "endless", 50)[0];
    assert_eq!(
        (summary.rows, &summary.max),
        (Count::AtLeast(50), &Value::Integer(50))
    );
    Ok(())
}

#[test]
fn tables_are_found_by_any_case() -> Tested {
    let place = database(ODD);
    let path = &place.path;
    let found = same(
        wait(columns_of(path, "KEYED")),
        columns_of_blocking(path, "KEYED"),
    )?;
    assert_eq!(found.len(), 2);
    let missing = same(
        wait(columns_of(path, "no\nne")),
        columns_of_blocking(path, "no\nne"),
    );
    assert_eq!(missing, Err(r#"no such table: "no\nne""#.to_owned()));
    Ok(())
}

#[test]
fn columns_are_declared_generated_or_neither() -> Tested {
    let place = database(ODD);
    let path = &place.path;
    let found = same(
        wait(columns_of(path, "computed")),
        columns_of_blocking(path, "computed"),
    )?;
    let found: Vec<_> = found
        .iter()
        .map(|column| {
            (
                column.name.as_str(),
                column.declared.as_str(),
                column.generated,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("n", "INTEGER", false),
            ("twice", "", true),
            ("text", "TEXT", true)
        ]
    );
    let found = same(
        wait(columns_of(path, "words")),
        columns_of_blocking(path, "words"),
    )?;
    let names: Vec<_> = found.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(
        names,
        ["word"],
        "the hidden columns of a virtual table are its own affair"
    );
    Ok(())
}

#[test]
fn a_column_in_numbers() {
    let place = database(ODD);
    let found = both_summaries(&place, "a\"b", 100);
    let x = || Value::Text("x".to_owned());
    assert_eq!(
        found[0],
        (
            Summary {
                rows: Count::Exactly(3),
                nulls: 1,
                distinct: Count::Exactly(1),
                min: x(),
                max: x(),
            },
            vec![Facet {
                value: x(),
                rows: 2
            }]
        )
    );
    assert!(found[0].0.repeats());
    assert!(!found[1].0.repeats());
    assert_eq!(found[1].1.len(), 2, "no more values than were asked for");
}

#[test]
fn every_type_of_value_is_compared() {
    let place = database(ODD);
    let (summary, _) = &both_summaries(&place, "select", 100)[0];
    assert_eq!(summary.distinct, Count::Exactly(4));
    assert_eq!(summary.min, Value::Integer(1));
    assert_eq!(summary.max, Value::Blob(vec![0, 255]));
}

#[test]
fn an_empty_table_has_columns_without_values() {
    let place = database(ODD);
    let (summary, facets) = &both_summaries(&place, "two words", 100)[0];
    assert_eq!((summary.rows, summary.nulls), (Count::Exactly(0), 0));
    assert_eq!((&summary.min, facets.len()), (&Value::Null, 0));
    assert!(!summary.repeats());
}

#[test]
fn a_long_table_is_looked_at_in_part() {
    let place = database(
        "CREATE TABLE long AS WITH RECURSIVE n (i) AS
            (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i % 10 AS i FROM n",
    );
    let (summary, facets) = &both_summaries(&place, "long", 15)[0];
    assert_eq!(summary.rows, Count::AtLeast(15));
    assert_eq!(summary.distinct, Count::AtLeast(10));
    assert_eq!(
        facets[0],
        Facet {
            value: Value::Integer(1),
            rows: 2
        }
    );
    let (summary, _) = &both_summaries(&place, "long", 1000)[0];
    assert_eq!(summary.rows, Count::Exactly(1000));
}

#[test]
fn equally_frequent_values_come_in_order() {
    let place = database("CREATE TABLE t (a); INSERT INTO t VALUES ('b'), (2), ('a'), ('b'), (2)");
    let (_, facets) = &both_summaries(&place, "t", 100)[0];
    let values: Vec<_> = facets.iter().map(|facet| &facet.value).collect();
    assert_eq!(values, [&Value::Integer(2), &Value::Text("b".to_owned())]);
}

#[test]
fn text_that_is_not_utf8_is_kept_as_bytes() {
    let place = database("CREATE TABLE t (a); INSERT INTO t VALUES (CAST(x'ff41' AS TEXT))");
    let (summary, _) = &both_summaries(&place, "t", 100)[0];
    assert_eq!(summary.max, Value::Blob(vec![0xff, 0x41]));
}

#[test]
fn what_others_write_meanwhile_is_not_seen() -> Tested {
    let place = database("PRAGMA journal_mode = wal; CREATE TABLE t (a)");
    let writer = make(&place.path, "INSERT INTO t VALUES (1)");
    let table = Table {
        name: "t".to_owned(),
        kind: Kind::Table,
        has_rowid: true,
    };

    let (db, blocking) = (wait(open(&place.path))?, open_blocking(&place.path)?);
    writer.execute_batch("INSERT INTO t VALUES (2)")?;
    assert_eq!(wait(count_rows(&db, &table, 9))?, Count::Exactly(1));
    assert_eq!(
        count_rows_blocking(&blocking, &table, 9)?,
        Count::Exactly(1)
    );
    let later = open_blocking(&place.path)?;
    assert_eq!(count_rows_blocking(&later, &table, 9)?, Count::Exactly(2));
    Ok(())
}

#[test]
fn what_cannot_be_opened_is_told_alike() -> Tested {
    let place = empty_place();
    let opened = || {
        same(
            wait(open(&place.path)).map(drop),
            open_blocking(&place.path).map(drop),
        )
    };
    assert_eq!(opened(), Err("no such file".to_owned()));
    fs::create_dir(&place.path)?;
    assert_eq!(
        opened(),
        Err("this is a directory, not a database file".to_owned())
    );
    fs::remove_dir(&place.path)?;
    fs::write(&place.path, "")?;
    assert_eq!(
        opened(),
        Err("the file is empty, so it is no database yet".to_owned())
    );
    fs::write(&place.path, "text ".repeat(1000))?;
    assert_eq!(opened(), Err("this is not an SQLite database".to_owned()));
    fs::remove_file(&place.path)?;
    let writer = make(&place.path, "CREATE TABLE t (a); BEGIN EXCLUSIVE;");
    assert_eq!(
        opened(),
        Err("the database is locked by another program".to_owned())
    );
    writer.execute_batch("COMMIT")?;
    assert_eq!(opened(), Ok(()));
    Ok(())
}

#[maybe_async]
async fn attempts(path: &Path) -> Result<Vec<String>> {
    let db = open(path).await?;
    let mut refusals = Vec::new();
    for sql in [
        "DELETE FROM t",
        "CREATE TABLE u (a)",
        "PRAGMA user_version = 7",
        "PRAGMA journal_mode = wal",
        "VACUUM",
        "SELECT missing FROM t",
        "SELECT ?2",
    ] {
        let said = match db.query(sql, &[]).await {
            Ok(rows) => format!("{rows:?}"),
            Err(error) => error.to_string(),
        };
        refusals.push(said);
    }
    Ok(refusals)
}

#[test]
fn nothing_can_be_written() -> Tested {
    let place = database("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
    let before = fingerprints(place.folder.path());
    let said = same(wait(attempts(&place.path)), attempts_blocking(&place.path))?;
    assert_eq!(fingerprints(place.folder.path()), before);
    let readonly = "attempt to write a readonly database";
    assert_eq!(
        said,
        [
            readonly,
            readonly,
            readonly,
            "cannot change into wal mode from within a transaction",
            "cannot VACUUM from within a transaction",
            "no such column: missing",
            "Wrong number of parameters passed to query. Got 0, needed 2",
        ]
    );
    Ok(())
}
