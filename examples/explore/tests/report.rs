//! Whole reports and their decorations, from both halves.

mod common;

use std::cell::{Cell, RefCell};
use std::path::Path;

use await_me_maybe::{LocalMaybe, maybe_async};
use common::{ODD, Tested, database, same, wait};
use explore::{Database, DatabaseBlocking, Row, Value};
use explore::{Decorations, Options, Progress, Report, Result, Table};
use explore::{first_difference, sample};
use explore::{indexes, indexes_blocking};
use explore::{layout, layout_blocking};
use explore::{open, open_blocking};
use explore::{report, report_blocking};

#[maybe_async]
async fn reported(path: &Path, options: Options) -> Result<Report> {
    reported_with(path, options, Decorations::new(), &|_| {}).await
}

#[maybe_async]
async fn reported_with(
    path: &Path,
    options: Options,
    decorations: Decorations<'_>,
    progress: &dyn Fn(Progress<'_>),
) -> Result<Report> {
    let db = open(path).await?;
    report(&db, options, decorations, progress).await
}

fn both_reports(path: &Path, options: Options) -> Report {
    same(
        wait(reported(path, options)),
        reported_blocking(path, options),
    )
    .expect("a database that can be read")
}

#[test]
fn the_sample_is_reported() -> Tested {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("sample.db");
    sample::build(&path)?;
    let text = both_reports(&path, Options::default()).to_string();
    assert!(
        text.starts_with("11 tables, 30 columns, 2,109 rows\n\nauthors: table, 4 rows\n"),
        "{text}"
    );
    for line in [
        "books: table, 240 rows",
        "lent: view, 240 rows",
        "lost and found: table, 0 rows",
        "titles: virtual table, 240 rows",
        "  born  INTEGER  3 distinct, 1797 to 1890, 1 null",
        "  what  TEXT  no rows",
        "  times  any   2 distinct, 3 to 4; most often 4 (180x), 3 (60x)",
        "  cover       BLOB              48 distinct, x'0ec1f491' to x'fdeb2507', 192 null",
        "  k  any  always \"version\"",
    ] {
        assert!(
            text.lines().any(|found| found == line),
            "{line}\nis not in\n{text}"
        );
    }
    Ok(())
}

#[test]
fn odd_names_and_values_are_reported_on_one_line_each() {
    let place = database(
        "CREATE TABLE \"new\nline\x1b\" (\"\t\" \"odd\ntype\");
        INSERT INTO \"new\nline\x1b\" VALUES ('a
b'), (printf('%.40c', 'x')), (zeroblob(17)), (x'');",
    );
    let text = both_reports(&place.path, Options { scan: 10, top: 9 }).to_string();
    assert_eq!(
        text,
        "1 table, 1 column, 4 rows\n\nnew\\nline\\u{1b}: table, 4 rows\n  \
        \\t  odd\\ntype  4 distinct, \"a\\nb\" to 00000000000000000000000000000000.. (17 bytes)\n"
    );
}

#[test]
fn limits_are_told() {
    let place = database("CREATE TABLE t (a); INSERT INTO t VALUES (1), (1), (2), (NULL), (3)");
    let text = both_reports(&place.path, Options { scan: 3, top: 1 }).to_string();
    assert!(
        text.ends_with(
            "t: table, 5 rows\n  a  any  2+ distinct, 1 to 2 (first 3 rows); most often 1 (2x)\n"
        ),
        "{text}"
    );
    let text = both_reports(&place.path, Options { scan: 9, top: 0 }).to_string();
    assert!(
        text.ends_with("  a  any  3 distinct, 1 to 3, 1 null\n"),
        "{text}"
    );
}

#[test]
fn what_cannot_be_read_does_not_hide_the_rest() {
    let place = database(
        "CREATE TABLE gone (a);
        CREATE VIEW broken AS SELECT a FROM gone;
        CREATE TABLE sorted (a TEXT COLLATE NOCASE, b);
        INSERT INTO sorted VALUES ('x', 1);
        CREATE TABLE fine (a);
        CREATE VIRTUAL TABLE foreign_words USING fts5 (a);
        DROP TABLE gone;
        PRAGMA writable_schema = on;
        UPDATE sqlite_schema SET sql = replace(sql, 'NOCASE', 'HOMEMADE') WHERE name = 'sorted';
        UPDATE sqlite_schema SET sql = replace(sql, 'fts5', 'fts99') WHERE name = 'foreign_words';",
    );
    let text = both_reports(&place.path, Options::default()).to_string();
    for part in [
        "\nbroken: view, no such table: main.gone\n\n",
        "\nfine: table, 0 rows\n  a  any  no rows\n",
        "\nforeign_words: virtual table, no such module: fts99\n\n",
        "\nsorted: table, 1 row\n",
        "\n  a  TEXT  no such collation sequence: HOMEMADE\n  b  any   always 1\n",
    ] {
        assert!(text.contains(part), "{part}\nis not in\n{text}");
    }
}

fn decorated(owner: &RefCell<String>) -> Decorations<'_> {
    Decorations::new()
        .note("value", "as it is".to_owned())
        .note("call", LocalMaybe::call(|| owner.borrow().clone()))
        .table_note("name", |table| table.name.to_uppercase())
        .table_note("maybe", |table| {
            LocalMaybe::value(table.name.replace('t', ""))
        })
}

#[test]
fn decorations_are_values_closures_and_futures() -> Tested {
    let place = database("CREATE TABLE t (a); CREATE TABLE u (a); CREATE INDEX i ON t (a)");
    let owner = RefCell::new("nobody".to_owned());
    let path = &place.path;
    let asynchronous = wait(async {
        let db = &open(path).await?;
        let decorations = decorated(&owner)
            .note(
                "asked",
                LocalMaybe::future(async { layout(db).await.unwrap_or_default() }),
            )
            .table_note("indexes", |table: &Table| {
                let table = table.clone();
                LocalMaybe::future(async move {
                    tokio::task::yield_now().await;
                    indexes(db, &table).await.unwrap_or_default()
                })
            });
        report(db, Options::default(), decorations, &|_| {}).await
    });
    let db = &open_blocking(path)?;
    let decorations = decorated(&owner)
        .note(
            "asked",
            LocalMaybe::call(|| layout_blocking(db).unwrap_or_default()),
        )
        .table_note("indexes", |table| {
            indexes_blocking(db, table).unwrap_or_default()
        });
    let blocking = report_blocking(db, Options::default(), decorations, &|_| {});

    let text = same(asynchronous, blocking)?.to_string();
    assert_eq!(
        text,
        "  value: as it is\n  call: nobody\n  \
        asked: 4 pages of 4,096 bytes, UTF-8, journal mode delete\n\
        2 tables, 2 columns, 0 rows\n\
        \nt: table, 0 rows\n  name: T\n  indexes: i\n  a  any  no rows\n\
        \nu: table, 0 rows\n  name: U\n  maybe: u\n  a  any  no rows\n"
    );
    Ok(())
}

#[test]
fn decorations_are_made_only_for_a_report() -> Tested {
    let place = database("CREATE TABLE t (a)");
    let calls = Cell::new(0);
    let decorations = || {
        Decorations::new().table_note("counted", |_| {
            LocalMaybe::call(|| {
                calls.set(calls.get() + 1);
                calls.get().to_string()
            })
        })
    };
    drop(decorations());
    assert_eq!(calls.get(), 0);
    let options = Options::default();
    let found = wait(reported_with(&place.path, options, decorations(), &|_| {}))?;
    assert_eq!(found.tables[0].notes[0].text, "1");
    let found = reported_with_blocking(&place.path, options, decorations(), &|_| {})?;
    assert_eq!(found.tables[0].notes[0].text, "2");
    Ok(())
}

#[test]
#[should_panic(expected = "holds a future")]
fn the_blocking_half_waits_for_no_future() {
    let place = database("CREATE TABLE t (a)");
    let decorations =
        Decorations::new().note("later", LocalMaybe::future(async { "never".to_owned() }));
    let _ = reported_with_blocking(&place.path, Options::default(), decorations, &|_| {});
}

/// Notes what a database is asked.
struct Asked<D> {
    db: D,
    statements: RefCell<Vec<String>>,
}

#[maybe_async]
impl<D: Database> Database for Asked<D> {
    async fn query(&self, sql: &str, params: &[Value]) -> Result<Vec<Row>> {
        self.statements
            .borrow_mut()
            .push(format!("{sql} {params:?}"));
        self.db.query(sql, params).await
    }
}

#[maybe_async]
async fn asked(path: &Path) -> Result<Vec<String>> {
    let db = Asked {
        db: open(path).await?,
        statements: RefCell::default(),
    };
    report(&db, Options::default(), Decorations::new(), &|_| {}).await?;
    Ok(db.statements.into_inner())
}

#[test]
fn both_halves_ask_the_same() -> Tested {
    let place = database(ODD);
    let statements = same(wait(asked(&place.path)), asked_blocking(&place.path))?;
    assert!(statements.len() > 40, "{statements:#?}");
    Ok(())
}

#[test]
fn progress_grows_to_its_end() -> Tested {
    let place = database(ODD);
    let (ones, others) = (RefCell::new(Vec::new()), RefCell::new(Vec::new()));
    let options = Options {
        scan: 4,
        ..Options::default()
    };
    let noted = |list: &RefCell<Vec<_>>, at: Progress<'_>| {
        list.borrow_mut()
            .push((at.table.to_owned(), at.done, at.total));
    };
    let path = &place.path;
    wait(reported_with(path, options, Decorations::new(), &|at| {
        noted(&ones, at);
    }))?;
    reported_with_blocking(path, options, Decorations::new(), &|at| noted(&others, at))?;
    let (ones, others) = (ones.into_inner(), others.into_inner());
    assert_eq!(ones, others);
    assert_eq!(ones[0], ("a\"b".to_owned(), 3, ones[0].2));
    assert!(ones.is_sorted_by_key(|(_, done, _)| *done));
    assert!(ones.last().is_some_and(|(_, done, total)| done == total));
    Ok(())
}

#[test]
fn the_first_difference_is_found() {
    assert_eq!(first_difference("a\nb", "a\nb"), None);
    assert_eq!(
        first_difference("a\nb\n", "a\nc\n").as_deref(),
        Some(r#"line 2: "b" but "c""#)
    );
    assert_eq!(
        first_difference("a", "a\nb").as_deref(),
        Some(r#"line 2: "" but "b""#)
    );
    assert_eq!(
        first_difference("a", "a\n").as_deref(),
        Some("only the line ends differ")
    );
}
