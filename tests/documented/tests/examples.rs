//! The examples of this library as rustdoc finds and runs them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use await_me_maybe_documented::trace;

/// The items with examples, and with how many.
const EXAMPLES: [(&str, usize); 32] = [
    ("api::Counter", 1),
    ("api::Counter::count", 1),
    ("api::blocking::Counter", 1),
    ("api::blocking::Counter::count", 1),
    ("api::nested::blocking::count_to", 1),
    ("api::nested::count_to", 1),
    ("client::Client::connect", 1),
    ("client::Client::connect_blocking", 1),
    ("client::Client::get", 1),
    ("client::Client::get_blocking", 1),
    ("client::Client::get_or_panic", 1),
    ("client::Client::must_get", 1),
    ("client::Client::poll", 1),
    ("client::Client::poll_blocking", 1),
    ("functions::double", 1),
    ("functions::double_blocking", 1),
    ("functions::even", 1),
    ("functions::even_blocking", 1),
    ("functions::sum", 3),
    ("functions::sum_blocking", 3),
    ("store::Store", 1),
    ("store::Store::count", 1),
    ("store::Store::get", 1),
    ("store::Store::get_or", 1),
    ("store::StoreBlocking", 1),
    ("store::StoreBlocking::count", 1),
    ("store::StoreBlocking::get_blocking", 1),
    ("store::StoreBlocking::get_or_blocking", 1),
    ("store::longest", 1),
    ("store::longest_blocking", 1),
    ("unchanged::from_a_file", 1),
    ("unchanged::from_a_file_blocking", 1),
];

/// No form of these is sure: their twin shows them only.
const ASYNC_ALONE: (&str, usize) = ("unchanged::nothing", 3);

/// What examples run, in both forms.
const TRACED: [&str; 12] = [
    "Upper",
    "connect",
    "count",
    "count_to",
    "counter",
    "double",
    "even",
    "get",
    "get_or",
    "get_or_panic",
    "longest",
    "sum",
];

/// What examples run as it is.
const TRACED_ASYNC: [&str; 2] = ["from_a_file", "nothing"];

#[test]
fn examples_run_in_both_forms() {
    let file = std::env::temp_dir().join(format!("documented-{}", std::process::id()));
    let cargo = std::env::var_os("CARGO").expect("cargo runs this test");
    let output = Command::new(cargo)
        .args([
            "test",
            "--doc",
            "--offline",
            "--color",
            "never",
            "--package",
        ])
        .arg(env!("CARGO_PKG_NAME"))
        .env(trace::FILE, &file)
        .output()
        .expect("cargo can be run");
    let traced = fs::read_to_string(&file);
    drop(fs::remove_file(&file));
    let out = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{out}{errors}");

    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for line in out.lines().filter(|line| line.ends_with(" ... ok")) {
        let name = line
            .split(" - ")
            .nth(1)
            .and_then(|name| name.split(" (").next());
        *found.entry(name.unwrap_or(line)).or_default() += 1;
    }
    let expected: BTreeMap<&str, usize> = EXAMPLES.into_iter().chain([ASYNC_ALONE]).collect();
    assert_eq!(found, expected);

    let traced = traced.expect("what the examples have run");
    let halves = TRACED
        .iter()
        .flat_map(|name| [format!("{name} async"), format!("{name} blocking")]);
    let halves = halves.chain(TRACED_ASYNC.iter().map(|name| format!("{name} async")));
    let found: BTreeSet<&str> = traced.lines().collect();
    let expected: Vec<String> = halves.collect();
    let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
    assert_eq!(found, expected);
}
