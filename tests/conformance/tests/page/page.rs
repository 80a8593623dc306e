//! What the page says.

use std::collections::BTreeSet;

/// A row of a table.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// The section it stands in: a module, if its heading is code.
    pub(crate) section: String,
    pub(crate) names: Vec<String>,
    pub(crate) methods: BTreeSet<String>,
    pub(crate) text: String,
    pub(crate) tests: Vec<String>,
}

/// The rows of all tables.
pub(crate) fn rows(page: &str) -> Vec<Row> {
    let mut section = String::new();
    let mut rows = Vec::new();
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            heading.trim_matches('`').clone_into(&mut section);
        }
        let Some(cells) = line.strip_prefix('|').and_then(|it| it.strip_suffix('|')) else {
            continue;
        };
        let mut cells = cells.split('|');
        let mut cell = || cells.next().unwrap_or_default();
        let row = Row {
            section: section.clone(),
            names: spans(cell()),
            methods: spans(cell()).into_iter().collect(),
            text: cell().to_owned(),
            tests: spans(cell()),
        };
        assert!(cells.next().is_none(), "too many cells: {line}");
        // The heads of tables have no code.
        if !row.names.is_empty() {
            rows.push(row);
        }
    }
    rows
}

/// What stands between backticks.
pub(crate) fn spans(cell: &str) -> Vec<String> {
    let between = cell.split('`').skip(1).step_by(2);
    between.map(str::to_owned).collect()
}
