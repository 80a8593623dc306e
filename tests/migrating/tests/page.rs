//! `docs/migrating.md` shows the code that is compiled here.

use std::fs;
use std::path::Path;

fn read(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Each code block that names its file in its first line.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in page.lines() {
        match &mut open {
            Some(_) if line == "```" => blocks.extend(open.take()),
            Some((_, text)) => {
                text.push_str(line);
                text.push('\n');
            }
            None => {
                if let Some(path) = line.strip_prefix("```rust,ignore file=") {
                    open = Some((path.to_owned(), String::new()));
                }
            }
        }
    }
    blocks
}

#[test]
fn every_block_is_the_file_it_names() {
    let blocks = blocks(&read("../../docs/migrating.md"));
    assert_eq!(blocks.len(), 8, "the code blocks of the page");
    for (path, text) in blocks {
        assert_eq!(read(&path), text, "{path}");
    }
}

#[test]
fn a_changed_use_is_all_that_bisync_needs() {
    // An import may take several lines.
    let other = |text: &str| {
        let mut in_use = false;
        let lines = text.lines().filter(|line| {
            in_use |= line.trim_start().starts_with("use ");
            let kept = !in_use;
            in_use &= !line.ends_with(';');
            kept
        });
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        other(&read("before/bisync/mod.rs")),
        other(&read("src/from_bisync/mod.rs"))
    );
}
