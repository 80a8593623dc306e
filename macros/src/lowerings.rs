//! `docs/lowerings.md` shows what the macro really makes, and names tests that exist.
//!
//! Behind each block of `rust,async` stands one of `rust,twin`: what is added to the item, less its
//! documentation, the lint levels and the paths in front of our own names.
//! `UPDATE_SNAPSHOTS=1 cargo test -p await-me-maybe-macros` writes these anew.

use std::fs;
use std::path::{Path, PathBuf};

use quote::ToTokens as _;
use syn::visit_mut::{self, VisitMut};
use syn::{File, ImplItem, Item, TraitItem};

use crate::attrs::Attributed as _;
use crate::snapshots::expand_file;

const ASYNC: &str = "```rust,async";
const TWIN: &str = "```rust,twin";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn page() -> PathBuf {
    root().join("docs/lowerings.md")
}

struct WithoutDocs;

impl VisitMut for WithoutDocs {
    fn visit_item_mut(&mut self, item: &mut Item) {
        if let Some(attrs) = item.attrs() {
            attrs.retain(|attr| !attr.path().is_ident("doc"));
        }
        visit_mut::visit_item_mut(self, item);
    }

    fn visit_impl_item_mut(&mut self, item: &mut ImplItem) {
        if let ImplItem::Fn(item) = item {
            item.attrs.retain(|attr| !attr.path().is_ident("doc"));
        }
    }

    fn visit_trait_item_mut(&mut self, item: &mut TraitItem) {
        if let TraitItem::Fn(item) = item {
            item.attrs.retain(|attr| !attr.path().is_ident("doc"));
        }
    }
}

/// The same for all spellings of an item.
fn text(item: Item) -> String {
    prettyplease::unparse(&File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}

/// What the attributes in `source` add to it.
fn added(source: &str) -> Result<String, syn::Error> {
    let mut written: Vec<String> = Vec::new();
    for mut item in syn::parse_file(source)?.items {
        if let Some(attrs) = item.attrs() {
            attrs.retain(|attr| !attr.path().is_ident("maybe_async"));
        }
        written.push(text(item));
    }
    let mut file: File = syn::parse_file(&expand_file(source)?)?;
    file.items.retain(|item| {
        let text = text(item.clone());
        let found = written.iter().position(|written| *written == text);
        found.is_none_or(|index| {
            written.remove(index);
            false
        })
    });
    WithoutDocs.visit_file_mut(&mut file);
    let text = file.to_token_stream().to_string();
    let text = text
        .replace(":: await_me_maybe :: __private :: ", "")
        .replace(":: await_me_maybe :: ", "")
        .replace(":: core :: ops :: ", "");
    Ok(prettyplease::unparse(&syn::parse_file(&text)?))
}

/// The page with the twins as they are now.
fn with_twins(page: &str) -> String {
    let mut out = String::new();
    let mut lines = page.lines().peekable();
    while let Some(line) = lines.next() {
        if line == TWIN {
            lines.by_ref().find(|line| *line == "```");
            while lines.next_if(|line| line.is_empty()).is_some() {}
            continue;
        }
        out.push_str(line);
        out.push('\n');
        if line == ASYNC {
            let source: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let source = source.join("\n") + "\n";
            let added = added(&source).unwrap_or_else(|error| panic!("{source}: {error}"));
            out += &[&source, "```\n\n", TWIN, "\n", &added, "```\n"].concat();
            if lines.peek().is_some_and(|line| line.is_empty()) {
                lines.next();
            }
            out.push('\n');
        }
    }
    out
}

#[test]
fn twins_are_as_shown() {
    let shown = fs::read_to_string(page()).expect("the page");
    let real = with_twins(&shown);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(page(), real).expect("a writable page");
    } else {
        assert_eq!(shown, real, "see the head of this file");
    }
}

/// `tests/tests/traps.rs::made_early_runs_late` of every line that names some.
fn tests(section: &str) -> Vec<(String, String)> {
    let named = section.split('`').skip(1).step_by(2);
    named
        .filter_map(|word| word.split_once(".rs::"))
        .map(|(file, name)| (format!("{file}.rs"), name.to_owned()))
        .collect()
}

#[test]
fn every_section_is_tested() {
    let page = fs::read_to_string(page()).expect("the page");
    let mut wrong = Vec::new();
    let sections: Vec<&str> = page.split("\n### ").skip(1).collect();
    assert!(sections.len() > 20, "{} sections", sections.len());
    for section in sections {
        let title = section.lines().next().unwrap_or_default();
        let section = section.split("\n## ").next().unwrap_or_default();
        let tests = tests(section);
        if tests.is_empty() || !section.contains(ASYNC) {
            wrong.push(format!("{title}: without a program or a test"));
        }
        for (file, name) in tests {
            let source = fs::read_to_string(root().join(&file)).unwrap_or_default();
            if !source.contains(&format!("fn {name}()")) {
                wrong.push(format!("{title}: no test `{name}` in {file}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_refusal_has_its_program() {
    let page = fs::read_to_string(page()).expect("the page");
    let messages = fs::read_to_string(root().join("macros/src/messages.rs")).expect("the texts");
    let table = page.split("\n## Refused").nth(1).expect("the section");
    let rows = table.lines().filter(|line| line.starts_with("| "));
    let rows = rows.filter(|line| !line.starts_with("| construct"));
    let mut wrong = Vec::new();
    let mut checked = 0;
    for row in rows {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, _, text, program, _] = cells.as_slice() else {
            wrong.push(format!("not three cells: {row}"));
            continue;
        };
        let text = text.trim_matches('`');
        if !messages.contains(&format!("fn {text}("))
            && !messages.contains(&format!("const {text}:"))
        {
            wrong.push(format!("no text `{text}`"));
        }
        let program = root()
            .join("ui-tests/tests/fail")
            .join(program.trim_matches('`'));
        if !program.exists() {
            wrong.push(format!("no program {}", program.display()));
        }
        checked += 1;
    }
    assert!(checked > 20, "{checked} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
