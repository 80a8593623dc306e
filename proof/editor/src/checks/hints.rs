//! Types that are shown beside variables.

use anyhow::{Result, ensure};

use crate::session::Session;
use crate::table::Table;

/// Behind which word, and what.
const HINTS: &[(&str, &[&str])] = &[
    ("earlier.definition", &[": Leaf"]),
    ("later.definition", &[": Leaf"]),
    ("soft.definition", &[": u32"]),
    ("hard.definition", &[": u32"]),
    ("left.definition", &[": u32"]),
    ("books.definition", &[": u32"]),
    ("number.definition", &[": u32"]),
];

pub(crate) fn check(session: &mut Session, table: &mut Table) {
    table.head("inlay hints");
    for (mark, expected) in HINTS {
        table.row(
            &format!("{mark}{}", expected[0]),
            hinted(session, mark, expected),
        );
    }
}

pub(crate) fn hinted(session: &mut Session, mark: &str, expected: &[&str]) -> Result<()> {
    let found = session.hints(mark)?;
    ensure!(found == expected, "found {found:?}");
    Ok(())
}
