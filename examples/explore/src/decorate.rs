//! What callers add to a report: plain values, closures and async closures, all registered alike.

use std::fmt;

use await_me_maybe::{LocalMaybe, await_me_maybe, maybe_async};

use crate::db::{Database, DatabaseBlocking, single};
use crate::tables::{index_names, index_names_blocking};
use crate::{Count, Result, Table};

/// A line that stands in a report because a caller wanted it there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What the line is about.
    pub label: String,
    /// What it says.
    pub text: String,
}

/// What makes a note for a table. Each call answers with a value, a closure or a future.
type TableNote<'a> = Box<dyn Fn(&Table) -> LocalMaybe<'a, String> + 'a>;

/// The notes that a report is to be decorated with.
///
/// A note that holds a future needs the async half; the blocking one panics when it comes to it.
///
/// They stay on one thread, because a note may ask the database, and `rusqlite` does not share a
/// connection among threads.
///
/// ```
/// use await_me_maybe::LocalMaybe;
/// use explore::Decorations;
///
/// let decorations = Decorations::new()
///     .note("owner", "nobody".to_owned())
///     .note("answer", LocalMaybe::call(|| (6 * 7).to_string()))
///     .note("weather", LocalMaybe::future(async { "fine".to_owned() }))
///     .table_note("length", |table| table.name.len().to_string());
/// ```
#[derive(Default)]
pub struct Decorations<'a> {
    notes: Vec<(String, LocalMaybe<'a, String>)>,
    table_notes: Vec<(String, TableNote<'a>)>,
}

#[maybe_async]
impl<'a> Decorations<'a> {
    /// No decorations yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a note to the head of the report.
    #[must_use]
    pub fn note(mut self, label: &str, text: impl Into<LocalMaybe<'a, String>>) -> Self {
        self.notes.push((label.to_owned(), text.into()));
        self
    }

    /// Adds a note to every table for which the text is not empty.
    #[must_use]
    pub fn table_note<F, T>(mut self, label: &str, text: F) -> Self
    where
        F: Fn(&Table) -> T + 'a,
        T: Into<LocalMaybe<'a, String>>,
    {
        self.table_notes
            .push((label.to_owned(), Box::new(move |table| text(table).into())));
        self
    }

    /// Takes the notes for the head and finds their texts.
    pub(crate) async fn of_report(&mut self) -> Vec<Note> {
        let mut notes = Vec::new();
        for (label, text) in self.notes.drain(..) {
            let text: String = await_me_maybe(text).await;
            notes.push(Note { label, text });
        }
        notes
    }

    /// Finds the notes for one table.
    pub(crate) async fn of_table(&self, table: &Table) -> Vec<Note> {
        let mut notes = Vec::new();
        for (label, decorate) in &self.table_notes {
            let text: String = await_me_maybe(decorate(table)).await;
            if !text.is_empty() {
                notes.push(Note {
                    label: label.clone(),
                    text,
                });
            }
        }
        notes
    }
}

impl fmt::Debug for Decorations<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let labels = self.notes.iter().map(|(label, _)| label);
        let table_labels = self.table_notes.iter().map(|(label, _)| label);
        f.debug_list()
            .entries(labels)
            .entries(table_labels)
            .finish()
    }
}

/// A decoration: how the file is laid out.
///
/// # Errors
///
/// When the database cannot be asked.
#[maybe_async(twins(Database))]
pub async fn layout(db: &impl Database) -> Result<String> {
    let sql = "SELECT page_count, page_size, encoding, journal_mode
        FROM pragma_page_count, pragma_page_size, pragma_encoding, pragma_journal_mode";
    let row = single(db.query(sql, &[]).await?)?;
    let pages = Count::Exactly(row.count(0)?);
    let size = Count::Exactly(row.count(1)?);
    let (encoding, journal) = (row.text(2)?, row.text(3)?);
    Ok(format!(
        "{pages} pages of {size} bytes, {encoding}, journal mode {journal}"
    ))
}

/// A decoration of a table: the names of its indexes.
///
/// # Errors
///
/// When the schema cannot be read.
#[maybe_async(twins(Database))]
pub async fn indexes(db: &impl Database, table: &Table) -> Result<String> {
    Ok(index_names(db, table).await?.join(", "))
}
