//! The tables, for people to read and for `docs/proof.md`: both are Markdown.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::figures::{Crate, Tally};
use crate::judge::Refusal;
use crate::kind::Kind;

/// The three tables.
#[must_use]
pub fn tables(crates: &[Crate]) -> String {
    let parts = [by_crate(crates), by_reason(crates), by_kind(crates)];
    parts.join("\n")
}

/// What was not understood, a line each.
#[must_use]
pub fn faults(crates: &[Crate]) -> String {
    let mut out = String::new();
    for file in crates.iter().flat_map(|one| &one.files) {
        for (line, text) in &file.judgement.faults {
            let _ = writeln!(out, "{}:{line}: {text}", file.path.display());
        }
    }
    out
}

/// The places that are refused for a reason, or for any, with the text.
#[must_use]
pub fn list(crates: &[Crate], reason: Option<&str>) -> String {
    let mut out = String::new();
    for file in crates.iter().flat_map(|one| &one.files) {
        let refusals = file.judgement.refusals.iter();
        let asked = |refusal: &&Refusal| reason.is_none_or(|reason| refusal.reason == reason);
        for refusal in refusals.filter(asked) {
            let Refusal {
                line,
                reason,
                item,
                text,
                ..
            } = refusal;
            let path = file.path.display();
            let _ = writeln!(out, "{path}:{line}: {reason}: {item}: {text}");
        }
    }
    out
}

fn by_crate(crates: &[Crate]) -> String {
    let mut out = table(&[
        "crate",
        "files",
        "lines",
        "constructs",
        "lowered",
        "refused",
        "beside",
        "not understood",
        "errors",
        "per 1,000 lines",
    ]);
    let mut sum = (0, 0, Tally::default(), 0);
    for one in crates {
        let tally = one.tally();
        let (files, lines, errors) = (one.files.len(), one.lines(), one.errors());
        row(&mut out, &one.name, files, lines, tally, errors);
        sum.0 += files;
        sum.1 += lines;
        sum.2.add(tally);
        sum.3 += errors;
    }
    row(&mut out, "all", sum.0, sum.1, sum.2, sum.3);
    out
}

fn row(out: &mut String, name: &str, files: usize, lines: usize, tally: Tally, errors: usize) {
    let tenths = (errors * 10_000).checked_div(lines).unwrap_or(0);
    let _ = writeln!(
        out,
        "| {name} | {files} | {lines} | {} | {} | {errors} | {}.{} |",
        tally.total(),
        cells(tally),
        tenths / 10,
        tenths % 10,
    );
}

fn by_reason(crates: &[Crate]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let files = crates.iter().flat_map(|one| &one.files);
    for refusal in files.flat_map(|file| &file.judgement.refusals) {
        *counts.entry(&refusal.reason).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(reason, count)| (std::cmp::Reverse(*count), *reason));
    let mut out = table(&["reason", "errors"]);
    for (reason, count) in counts {
        let _ = writeln!(out, "| `{reason}` | {count} |");
    }
    out
}

fn by_kind(crates: &[Crate]) -> String {
    let mut tallies: BTreeMap<Kind, Tally> = BTreeMap::new();
    for one in crates {
        for (kind, tally) in one.by_kind() {
            tallies.entry(kind).or_default().add(tally);
        }
    }
    let mut out = table(&[
        "construct",
        "count",
        "lowered",
        "refused",
        "beside",
        "not understood",
    ]);
    for (kind, tally) in tallies {
        let (label, total) = (kind.label(), tally.total());
        let _ = writeln!(out, "| {label} | {total} | {} |", cells(tally));
    }
    out
}

fn cells(tally: Tally) -> String {
    let Tally {
        lowered,
        refused,
        beside,
        not_understood,
    } = tally;
    format!("{lowered} | {refused} | {beside} | {not_understood}")
}

fn table(heads: &[&str]) -> String {
    let rule = "---|".repeat(heads.len());
    format!("| {} |\n|{rule}\n", heads.join(" | "))
}
