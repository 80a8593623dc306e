//! Misuse: programs that must not compile, with the whole of what the author gets to read, and
//! programs that do what those texts suggest.
//!
//! The `.stderr` files hold rustc's own words around ours, and these change with every release:
//! they are recorded with rustc 1.95 and compared with that release alone. On any other compiler
//! the programs in `tests/pass` still run. To record them again after a change:
//!
//! ```sh
//! TRYBUILD=overwrite cargo test -p await-me-maybe-ui-tests
//! ```
//!
//! Where rustup's `rust-src` is installed rustc also quotes the source of std, which it cannot on a
//! fresh machine: the few texts that point there are compared without that component alone.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The release whose wording the `.stderr` files have.
const RECORDED_WITH: &str = "rustc 1.95.";

/// What the compiler answers.
fn rustc(arguments: &[&str]) -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let output = Command::new(rustc).args(arguments).output();
    let output = output.expect("the compiler that runs this test can be run");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Whether rustc can quote the source of std.
fn has_std_source() -> bool {
    let sysroot = rustc(&["--print", "sysroot"]);
    Path::new(sysroot.trim())
        .join("lib/rustlib/src/rust/library")
        .exists()
}

/// The programs that must not compile, as paths in this package: the texts hold them so.
fn refused() -> Vec<PathBuf> {
    let entries = fs::read_dir("tests/fail").expect("the folder is here");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let mut programs: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect();
    programs.sort();
    programs
}

/// What is recorded for a program; nothing yet for a new one.
fn texts(program: &Path) -> String {
    fs::read_to_string(program.with_extension("stderr")).unwrap_or_default()
}

#[test]
fn programs() {
    let programs = trybuild::TestCases::new();
    programs.pass("tests/pass/*.rs");
    let compiler = rustc(&["--version"]);
    if !compiler.starts_with(RECORDED_WITH) {
        eprintln!("not compared with {compiler}: the texts are those of {RECORDED_WITH}x");
        return;
    }
    let quotes_std = has_std_source();
    for program in refused() {
        if quotes_std && texts(&program).contains("$RUST") {
            eprintln!("not compared beside `rust-src`: {}", program.display());
        } else {
            programs.compile_fail(program);
        }
    }
}

/// Each fault is one error, on the line of the fault: there the program says `//~`, once for each.
#[test]
fn one_error_for_each_fault() {
    let mut wrong = Vec::new();
    for path in refused() {
        let program = fs::read_to_string(&path).expect("a program is text");
        let texts = texts(&path);
        let (faults, errors) = (faults(&program), errors(&texts));
        if faults != errors || faults.is_empty() {
            wrong.push(format!(
                "{}: faults {faults:?}, errors {errors:?} (by line, with their number)",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

type ByLine = BTreeMap<usize, usize>;

fn faults(program: &str) -> ByLine {
    let lines = program.lines().enumerate();
    let counted = lines.map(|(index, line)| (index + 1, line.matches("//~").count()));
    counted.filter(|(_, count)| *count > 0).collect()
}

fn errors(texts: &str) -> ByLine {
    let mut errors = ByLine::new();
    let mut lines = texts.lines();
    while let Some(line) = lines.next() {
        if !line.starts_with("error") || line.starts_with("error: aborting") {
            continue;
        }
        let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "));
        let line = place.and_then(|place| place.split(':').nth(1)?.parse().ok());
        *errors.entry(line.unwrap_or(0)).or_default() += 1;
    }
    errors
}
