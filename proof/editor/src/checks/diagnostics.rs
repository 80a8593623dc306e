//! No complaint about code that compiles.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::session::Session;
use crate::table::Table;

/// Code that `cfg` leaves out is greyed. That is right, and no complaint: it is the author's own
/// `#[cfg(test)]` and the like, as the server asks about a build without tests for some files.
const GREYED: &str = "inactive-code";

/// One row for each file of a folder.
pub(crate) fn in_folder(session: &mut Session, folder: &Path, table: &mut Table) {
    table.head("no diagnostics");
    let paths = session
        .files
        .paths()
        .filter(|path| path.starts_with(folder));
    let paths: Vec<PathBuf> = paths.map(Path::to_owned).collect();
    for path in paths {
        let name = path.strip_prefix(folder.parent().unwrap_or(folder));
        let name = name.unwrap_or(&path).display().to_string();
        table.row(&name, is_clean(session, &path));
    }
}

fn is_clean(session: &mut Session, path: &Path) -> Result<()> {
    let items = session.diagnostics(path)?;
    let complaints = items.iter().filter(|item| item["code"] != GREYED);
    let complaints: Vec<String> = complaints.map(shown).collect();
    ensure!(complaints.is_empty(), "{}", complaints.join("\n"));
    Ok(())
}

/// The place as compilers write it, and the text.
pub(crate) fn shown(item: &Value) -> String {
    let start = &item["range"]["start"];
    let from_one = |number: &Value| number.as_u64().unwrap_or(0) + 1;
    format!(
        "{}:{} {} {}",
        from_one(&start["line"]),
        from_one(&start["character"]),
        item["code"].as_str().unwrap_or_default(),
        item["message"].as_str().unwrap_or_default()
    )
}
