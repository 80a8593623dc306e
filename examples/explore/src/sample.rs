//! A small database to look at where there is no other.

use std::path::Path;

use rusqlite::Connection;

use crate::Result;

const SCHEMA: &str = r#"
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL, born INTEGER);
CREATE TABLE books (
    id INTEGER PRIMARY KEY,
    author INTEGER NOT NULL REFERENCES authors (id),
    title TEXT NOT NULL,
    price REAL,
    pages INTEGER,
    cover BLOB,
    page_price REAL GENERATED ALWAYS AS (price / pages) VIRTUAL
);
CREATE INDEX books_by_author ON books (author);
CREATE TABLE loans (
    book INTEGER NOT NULL,
    day TEXT NOT NULL,
    reader TEXT,
    PRIMARY KEY (book, day)
) WITHOUT ROWID;
CREATE TABLE "lost and found" (what TEXT, "when" TEXT);
CREATE VIEW lent AS
    SELECT name, title, count(*) AS times
    FROM loans JOIN books ON books.id = loans.book JOIN authors ON authors.id = books.author
    GROUP BY books.id;
CREATE VIRTUAL TABLE titles USING fts5 (title);
"#;

/// Some authors, their books and who has read them.
const ROWS: &str = r"
INSERT INTO authors VALUES
    (1, 'Mary Shelley', 1797), (2, 'Jules Verne', 1828), (3, 'Karel Čapek', 1890),
    (4, 'Murasaki Shikibu', NULL);
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 240)
INSERT INTO books (id, author, title, price, pages, cover)
    SELECT i, 1 + i % 4, 'Book ' || char(34) || 'No. ' || i || char(34),
        CASE WHEN i % 7 THEN (i * 37 % 400) / 10.0 END, 80 + i * 53 % 600,
        CASE WHEN i % 5 = 0 THEN unhex(printf('%08x', i * 2654435761 % 4294967296)) END
    FROM n;
WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
INSERT OR IGNORE INTO loans
    SELECT 1 + i * 31 % 240, date('2024-01-01', (i * 17 % 366) || ' days'),
        CASE i % 6 WHEN 0 THEN 'ada' WHEN 1 THEN 'grace, later' WHEN 2 THEN NULL ELSE 'alan' END
    FROM n;
INSERT INTO titles SELECT title FROM books;
";

/// Makes the sample at a path where nothing is yet.
///
/// # Errors
///
/// When the file cannot be written.
pub fn build(path: &Path) -> Result<()> {
    let connection = Connection::open(path)?;
    connection.execute_batch(&format!("BEGIN; {SCHEMA} {ROWS} COMMIT;"))?;
    Ok(())
}
