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

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The release whose wording the `.stderr` files have.
const RECORDED_WITH: &str = "rustc 1.95.";

fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    let output = Command::new(rustc).arg("--version").output();
    let version = output.expect("the compiler that runs this test can be run");
    String::from_utf8_lossy(&version.stdout).into_owned()
}

#[test]
fn programs() {
    let programs = trybuild::TestCases::new();
    programs.pass("tests/pass/*.rs");
    let compiler = compiler();
    if compiler.starts_with(RECORDED_WITH) {
        programs.compile_fail("tests/fail/*.rs");
    } else {
        eprintln!("not compared with {compiler}: the texts are those of {RECORDED_WITH}x");
    }
}

/// Each fault is one error, on the line of the fault: there the program says `//~`, once for each.
#[test]
fn one_error_for_each_fault() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fail");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is here") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let program = fs::read_to_string(&path).expect("a program is text");
        let texts = fs::read_to_string(path.with_extension("stderr")).unwrap_or_default();
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
