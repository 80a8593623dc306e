//! A program as a test that can be put into the repository.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::judge::Verdict;
use crate::program::{Halves, Program};

/// The program with a `#[test]` that compares both halves with what the async one does.
pub(crate) fn test(program: &Program, name: &str, verdict: &Verdict) -> String {
    let text = program.text("found/file.rs", Halves::Both);
    let mut code = format!("mod {name} {{\n{text}\n");
    if let Verdict::Differs(outcome) = verdict {
        if let Some(half) = &outcome.asynchronous {
            let _ = write!(
                code,
                "#[test]\nfn {name}() {{\nlet (value, log) = both(async {{ asynchronous() }}, blocking);\nassert_eq!(value, {:?});\nassert_eq!(log, {:?});\n}}\n",
                half.value.clone().unwrap_or_else(|text| text),
                half.log
            );
        }
    }
    code += "}\n";
    if let Some(tree) = program.tree() {
        let _ = write!(code, "// found/file.rs:\n{tree}");
    }
    formatted(&code).unwrap_or(code)
}

/// The text as `rustfmt` writes it, if there is one.
fn formatted(text: &str) -> Option<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !text.is_empty()).then_some(text)
}
