//! The twins add nothing to what any lint says of the async source alone.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// The same source in both editions.
const PACKAGES: [&str; 2] = [
    "await-me-maybe-hygiene-lints",
    "await-me-maybe-hygiene-lints-2021",
];

/// Said of the crate, or of the choice of lints, and not of code.
const OF_NO_CODE: [&str; 2] = ["unknown_lints", "clippy::blanket_clippy_restriction_lints"];

fn run(command: &mut Command) -> Output {
    let output = command.output().expect("the toolchain can be run");
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    output
}

/// Every lint that this rustc has, whatever its version.
fn lints_of_rustc() -> Vec<String> {
    let output = run(Command::new("rustc").args(["-W", "help"]));
    let help = String::from_utf8_lossy(&output.stdout);
    let checks = help
        .lines()
        .skip_while(|line| !line.contains("provided by rustc"));
    let lints = checks.filter_map(|line| match *line.split_whitespace().collect::<Vec<_>>() {
        [name, "allow" | "warn" | "deny", ..] => Some(name.to_owned()),
        _ => None,
    });
    lints.collect()
}

/// What is said, and where: lint, text, file, and the two ends in it.
type Said = BTreeSet<(String, String, String)>;

fn said(package: &str, features: &str, lints: &[String]) -> Said {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["clippy", "--quiet", "--lib", "--message-format=json"])
        .args(["--package", package, "--features", features, "--"])
        .args(["--cap-lints", "warn"])
        .current_dir(root)
        .env("CARGO_NET_OFFLINE", "true");
    for lint in lints {
        command.args(["-W", lint]);
    }
    for group in ["all", "pedantic", "nursery", "restriction", "cargo"] {
        command.args(["-W", &format!("clippy::{group}")]);
    }
    let output = run(&mut command);
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|line| line["reason"] == "compiler-message")
        .map(|line| line["message"].clone());
    let said = messages.filter_map(|message| {
        let lint = message["code"]["code"].as_str()?.to_owned();
        let spans = message["spans"].as_array()?.iter();
        let places: Vec<String> = spans
            .filter(|span| span["is_primary"] == true)
            .map(|span| {
                format!(
                    "{}:{}:{}..{}:{}",
                    span["file_name"].as_str().unwrap_or_default(),
                    span["line_start"],
                    span["column_start"],
                    span["line_end"],
                    span["column_end"]
                )
            })
            .collect();
        let text = message["message"].as_str()?.to_owned();
        (!OF_NO_CODE.contains(&lint.as_str())).then(|| (lint, text, places.join(", ")))
    });
    said.collect()
}

fn shown(said: &Said) -> String {
    let lines = said
        .iter()
        .map(|(lint, text, place)| format!("{place}: {lint}: {text}\n"));
    lines.collect()
}

#[test]
fn twins_say_nothing_of_their_own() {
    let lints = lints_of_rustc();
    assert!(
        lints.len() > 150,
        "the list of lints was read: {}",
        lints.len()
    );
    for package in PACKAGES {
        let alone = said(package, "alone", &lints);
        let names: BTreeSet<&str> = alone.iter().map(|(lint, ..)| lint.as_str()).collect();
        // The lints are on, those that nobody has by default among them.
        for lint in [
            "clippy::implicit_return",
            "clippy::missing_inline_in_public_items",
        ] {
            assert!(names.contains(lint), "{lint} in {names:?}");
        }
        let twins = said(package, "default", &lints);
        let more: Said = twins.difference(&alone).cloned().collect();
        assert!(
            more.is_empty(),
            "said of twins in {package}:\n{}",
            shown(&more)
        );
        let noticed = said(package, "noticed", &lints);
        let noticed: BTreeSet<_> = noticed.difference(&alone).map(|(lint, ..)| lint).collect();
        let todo = "clippy::todo".to_owned();
        assert!(
            noticed.contains(&todo),
            "a fault would be noticed: {noticed:?}"
        );
    }
}
