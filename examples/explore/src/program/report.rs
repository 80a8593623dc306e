//! A report, made by both halves of the library.

use std::fs;
use std::path::Path;
use std::time::Instant;

use await_me_maybe::LocalMaybe;
use explore::{Count, Decorations, Error, Kind, Options, Report, Result, first_difference};
use explore::{indexes, indexes_blocking};
use explore::{layout, layout_blocking};

use super::Failure;
use super::bar::bar;
use super::halves::Halves;

/// One report that both halves agree on, and how long each has taken.
pub(crate) fn report(path: &Path, options: Options) -> Result<String, Failure> {
    let Halves {
        runtime,
        asynchronous,
        blocking,
    } = Halves::open(path)?;
    let bytes = fs::metadata(path).map_err(Error::from)?.len();
    let decorations = || decorations(path, bytes);

    let start = Instant::now();
    let report = runtime.block_on(async_report(&asynchronous, options, decorations()))?;
    let async_time = start.elapsed();

    let start = Instant::now();
    let blocking_report = blocking_report(&blocking, options, decorations())?;
    let blocking_time = start.elapsed();

    let text = report.to_string();
    if report != blocking_report {
        let line = first_difference(&text, &blocking_report.to_string());
        let line = line.unwrap_or_else(|| "in a value that is shown shortened".to_owned());
        return Err(Failure::Different(line));
    }
    Ok(format!(
        "{text}\nBoth halves agree: async in {async_time:.1?}, blocking in {blocking_time:.1?}.\n"
    ))
}

async fn async_report<'a>(
    db: &'a tokio_rusqlite::Connection,
    options: Options,
    decorations: Decorations<'a>,
) -> Result<Report> {
    let decorations = decorations
        .note(
            "layout",
            LocalMaybe::future(async { said(layout(db).await) }),
        )
        .table_note("indexes", move |table| {
            let table = table.clone();
            LocalMaybe::future(async move { said(indexes(db, &table).await) })
        });
    explore::report(db, options, decorations, &bar("async")).await
}

fn blocking_report<'a>(
    db: &'a rusqlite::Connection,
    options: Options,
    decorations: Decorations<'a>,
) -> Result<Report> {
    let decorations = decorations
        .note(
            "layout",
            LocalMaybe::call(move || said(layout_blocking(db))),
        )
        .table_note("indexes", move |table| said(indexes_blocking(db, table)));
    explore::report_blocking(db, options, decorations, &bar("blocking"))
}

/// The decorations that need no database: a value, a closure, and a value for each table.
fn decorations<'a>(path: &Path, bytes: u64) -> Decorations<'a> {
    Decorations::new()
        .note("file", path.display().to_string())
        .note(
            "size",
            LocalMaybe::call(move || format!("{} bytes", Count::Exactly(bytes))),
        )
        .table_note("stored", |table| match (table.kind, table.has_rowid) {
            (Kind::Table, false) => "by primary key, without row numbers".to_owned(),
            _ => String::new(),
        })
}

/// A decoration that fails says why, and spoils nothing else.
fn said(text: Result<String>) -> String {
    text.unwrap_or_else(|error| format!("unknown, {error}"))
}
