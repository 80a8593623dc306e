//! Renames, whose result has to compile.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::files::{Texts, Words};
use crate::fixture::Fixture;
use crate::session::Session;
use crate::table::Table;

/// Where, the new name, and all words that have to be others afterwards. Nothing else may be.
const RENAMES: &[(&str, &str, &Words<'_>)] = &[
    (
        "pick.definition",
        "choose",
        &[("pick", "choose"), ("pick_blocking", "choose_blocking")],
    ),
    (
        "advance.definition",
        "step_on",
        &[
            ("advance", "step_on"),
            ("advance_blocking", "step_on_blocking"),
        ],
    ),
    ("total.definition", "whole", &[("total", "whole")]),
    ("leaf.definition", "Blade", &[("Leaf", "Blade")]),
    ("earlier.definition", "before", &[("earlier", "before")]),
    ("earlier.use", "before", &[("earlier", "before")]),
    ("tally.use", "amount", &[("tally", "amount")]),
    (
        "give.definition",
        "grant",
        &[("give", "grant"), ("give_blocking", "grant_blocking")],
    ),
    ("fault.definition", "Failure", &[("Fault", "Failure")]),
    ("agent.definition", "Envoy", &[("Agent", "Envoy")]),
    ("inquire.definition", "request", &[("inquire", "request")]),
    ("transmit.definition", "carry", &[("transmit", "carry")]),
    ("soft.definition", "gentle", &[("soft", "gentle")]),
    ("hard.definition", "firm", &[("hard", "firm")]),
    ("base.use", "lead", &[("base", "lead")]),
    ("base.definition", "lead", &[("base", "lead")]),
    ("tally.definition", "amount", &[("tally", "amount")]),
    ("early.definition", "prior", &[("early", "prior")]),
    ("grow.definition", "swell", &[("grow", "swell")]),
    ("branch.definition", "limb", &[("branch", "limb")]),
    ("measure.definition", "gauged", &[("measure", "gauged")]),
    ("gauge.definition", "Meter", &[("Gauge", "Meter")]),
    ("flow.definition", "pour", &[("flow", "pour")]),
];

pub(crate) fn check(session: &mut Session, fixture: &Fixture, table: &mut Table) {
    table.head("rename, and compile what comes of it");
    for (mark, new, words) in RENAMES {
        table.row(
            &format!("{mark} to {new}"),
            renames(session, fixture, mark, new, words),
        );
    }
}

fn renames(
    session: &mut Session,
    fixture: &Fixture,
    mark: &str,
    new: &str,
    words: &Words<'_>,
) -> Result<()> {
    let edit = session.rename(mark, new)?;
    let found = session.files.with_edit(&edit)?;
    same(&found, &session.files.with_words(words, &[])?)?;
    compiles(fixture, &found)
}

pub(crate) fn compiles(fixture: &Fixture, texts: &Texts) -> Result<()> {
    let complaints = fixture.check(texts)?;
    let complaints: Vec<&str> = complaints.iter().map(rendered).collect();
    ensure!(complaints.is_empty(), "{}", complaints.join("\n"));
    Ok(())
}

/// Compares texts, and shows the lines that differ.
pub(crate) fn same(found: &Texts, expected: &Texts) -> Result<()> {
    let mut differing = Vec::new();
    for (path, expected) in expected {
        let found = found.get(path).map_or("", String::as_str);
        let lines = found.lines().zip(expected.lines()).enumerate();
        for (at, (found, expected)) in lines.filter(|(_, (found, expected))| found != expected) {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let (found, expected) = (found.trim(), expected.trim());
            differing.push(format!(
                "{name}:{}\n  found `{found}`\n  not   `{expected}`",
                at + 1
            ));
        }
        ensure!(
            found.lines().count() == expected.lines().count(),
            "lines are missing"
        );
    }
    ensure!(differing.is_empty(), "{}", differing.join("\n"));
    Ok(())
}

pub(crate) fn rendered(message: &Value) -> &str {
    message["rendered"].as_str().unwrap_or("?")
}
