//! The page on the mirror, against the mirror: it has all names and no others, and names tests.

mod code;
mod list;
mod made;
mod methods;
mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use code::{Modules, Source};
use page::Row;

/// The section of what is not there.
const ABSENT: &str = "What is not mirrored";

/// How a row says that no test can run here.
const WINDOWS: &str = "On Windows alone";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn modules() -> Modules {
    Source::read(&root().join("runtime/src/mirror")).public()
}

fn rows() -> Vec<Row> {
    let page = fs::read_to_string(root().join("docs/mirror.md")).expect("the page is there");
    page::rows(&page)
}

/// The words of a source.
fn words(file: &Path) -> BTreeSet<String> {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let is_other = |c: char| !c.is_alphanumeric() && c != '_';
    text.split(is_other).map(str::to_owned).collect()
}

/// `module::name` and `module::name::method`, for all that have a row of their own.
fn of_code(modules: &Modules) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (module, items) in modules {
        for (item, methods) in items {
            names.insert(format!("{module}::{item}"));
            names.extend(methods.iter().map(|it| format!("{module}::{item}::{it}")));
        }
    }
    names
}

fn of_page(rows: &[Row], modules: &Modules) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for row in rows.iter().filter(|row| modules.contains_key(&row.section)) {
        for name in &row.names {
            let name = format!("{}::{name}", row.section);
            names.extend(row.methods.iter().map(|it| format!("{name}::{it}")));
            names.insert(name);
        }
    }
    names
}

#[test]
fn the_page_has_all_names_and_no_others() {
    let modules = modules();
    let (code, page) = (of_code(&modules), of_page(&rows(), &modules));
    assert!(
        code.len() > 900,
        "only {} names were found in the mirror",
        code.len()
    );
    let missing: Vec<_> = code.difference(&page).collect();
    assert!(missing.is_empty(), "not on the page: {missing:#?}");
    let wrong: Vec<_> = page.difference(&code).collect();
    assert!(
        wrong.is_empty(),
        "on the page, and not in the mirror: {wrong:#?}"
    );
}

#[test]
fn sections_of_modules_are_modules() {
    let modules = modules();
    let text = fs::read_to_string(root().join("docs/mirror.md")).expect("the page is there");
    let headings = text.lines().filter_map(|line| line.strip_prefix("## `"));
    let headings: BTreeSet<_> = headings.filter_map(|it| it.strip_suffix('`')).collect();
    let filled = modules.iter().filter(|(_, items)| !items.is_empty());
    assert_eq!(
        headings,
        filled.map(|(module, _)| module.as_str()).collect()
    );
}

#[test]
fn what_is_absent_is_absent() {
    let modules = modules();
    let code = of_code(&modules);
    let mut count = 0;
    for row in rows().iter().filter(|row| row.section == ABSENT) {
        for name in &row.names {
            let path = name.trim_end_matches('!');
            assert!(path.contains("::"), "`{name}` is not a path");
            let is_there = code.contains(path) || modules.contains_key(path);
            assert!(!is_there, "`{name}` is in the mirror");
            count += 1;
        }
    }
    assert!(count > 100, "only {count} names are absent");
}

#[test]
fn each_row_is_tested() {
    let modules = modules();
    let tests = root().join("tests/conformance/tests");
    let mut untested = Vec::new();
    for row in rows()
        .iter()
        .filter(|row| modules.contains_key(&row.section))
    {
        let file = |it: &String| match it.split_once('/') {
            Some(("ui-tests", _)) => root().join(it),
            _ => tests.join(it),
        };
        let words: BTreeSet<_> = row.tests.iter().flat_map(|it| words(&file(it))).collect();
        let names = row.names.iter().chain(&row.methods);
        let missing: Vec<_> = names.filter(|name| !words.contains(*name)).collect();
        if !missing.is_empty() && row.text.trim() != WINDOWS {
            untested.push(format!("{} in {:?}: {missing:?}", row.section, row.tests));
        }
    }
    assert!(
        untested.is_empty(),
        "not in the tests that the page names: {untested:#?}"
    );
}

#[test]
fn what_is_lowered_is_tested() {
    let mut count = 0;
    for row in rows()
        .iter()
        .filter(|row| row.section.starts_with("What the attribute"))
    {
        let words: BTreeSet<_> = row
            .tests
            .iter()
            .flat_map(|it| words(&root().join(it)))
            .collect();
        for name in &row.names {
            let last = name
                .trim_end_matches('!')
                .rsplit("::")
                .next()
                .unwrap_or_default();
            assert!(words.contains(last), "{name} is not in {:?}", row.tests);
            count += 1;
        }
    }
    assert!(count > 20, "only {count} are lowered");
}

/// The libraries that the attribute leads here, by its own tables.
#[test]
fn libraries_are_those_of_the_attribute() {
    let text =
        fs::read_to_string(root().join("macros/src/replace/mirror.rs")).expect("it is there");
    let table = |name: &str| -> BTreeSet<String> {
        let (_, table) = text
            .split_once(&format!("const {name}: "))
            .expect("a table");
        let (table, _) = table.split_once("];").expect("a table has an end");
        let lines = table
            .lines()
            .filter_map(|line| line.trim().strip_prefix("(\""));
        lines
            .filter_map(|it| it.split('"').next())
            .map(str::to_owned)
            .collect()
    };
    let attribute: BTreeSet<_> = table("ROOTS").union(&table("LIBRARIES")).cloned().collect();
    let rows = rows().into_iter().filter(|row| row.section == "Libraries");
    let page: BTreeSet<_> = rows.flat_map(|row| row.names).collect();
    assert_eq!(page, attribute);
}
