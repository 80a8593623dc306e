//! Completion and signatures while the author types.

use anyhow::{Result, ensure};

use super::navigation::leads;
use crate::session::Session;
use crate::table::Table;

/// In which body, what the author has typed so far, and names that have to be offered. The cursor
/// is at the end, or where a `$` stands, as editors close brackets by themselves.
const TYPED: &[(&str, &str, &[&str])] = &[
    (
        "hole",
        "self.",
        &["width", "dispatch", "draft", "dispatch_blocking"],
    ),
    ("hole", "self.dis", &["dispatch", "dispatch_blocking"]),
    ("hole", "self.dispatch(des", &["destination"]),
    ("hole", "self.dispatch(destination, up", &["uppermost"]),
    ("hole", "(self.", &["width", "dispatch"]),
    ("hole", "(self.$)", &["width", "dispatch"]),
    ("hole", "let wide = self.", &["width", "dispatch"]),
    ("hole", "match count { 1 => self.", &["width", "dispatch"]),
    (
        "hole",
        "match count { 1 => self.$ }",
        &["width", "dispatch"],
    ),
    ("hole", "match count { 1 => upp$ }", &["uppermost"]),
    ("hole", "if self.", &["width", "dispatch"]),
    ("hole", "for one in self.", &["width", "dispatch"]),
    (
        "hole",
        "self.dispatch(destination, count).await.",
        &["is_some", "unwrap_or"],
    ),
    ("hole", "async { self.", &["width", "dispatch"]),
    ("hole", "async { self.$ }", &["width", "dispatch"]),
    ("hole", "let f = |n: u32| self.", &["width", "dispatch"]),
    (
        "function_hole",
        "desk.",
        &["width", "dispatch", "dispatch_blocking"],
    ),
    ("function_hole", "(desk.", &["width", "dispatch"]),
    ("function_hole", "desk.dispatch(upp", &["uppermost"]),
    ("function_hole", "comp", &["compose", "compose_blocking"]),
    (
        "function_hole",
        "match uppermost { 1 => desk.$ }",
        &["width", "dispatch"],
    ),
];

/// What has to lead to its definition all the while: callers of both halves, and what stands in
/// the body before what is typed.
const MEANWHILE: &[(&str, &str)] = &[
    ("draft.outside", "draft.definition"),
    ("draft_blocking.outside", "draft.definition"),
    ("compose.outside", "compose.definition"),
    ("compose_blocking.outside", "compose.definition"),
    ("dispatch.earlier", "dispatch.definition"),
];

/// What the author has typed, and the signature that is shown: that of the async half.
const SIGNATURES: &[(&str, &str, &str)] = &[
    (
        "hole",
        "self.dispatch(",
        "async fn dispatch(&self, address: &str, urgency: u32) -> Option<u32>",
    ),
    (
        "hole",
        "self.dispatch_blocking(",
        "fn dispatch_blocking(&self, address: &str, urgency: u32) -> Option<u32>",
    ),
    (
        "function_hole",
        "compose(desk, ",
        "async fn compose(desk: &Desk, destination: &str) -> Option<u32>",
    ),
];

pub(crate) fn check(session: &mut Session, table: &mut Table) {
    table.head("completion in a body that does not parse");
    for (hole, typed, names) in TYPED {
        let row = format!("`{typed}`: {}", names.join(", "));
        table.row(
            &row,
            while_typing(session, hole, typed, |session, text, offset| {
                let path = session.files.mark(hole)?.path;
                let found = session.completion(&path, text, offset)?;
                for name in *names {
                    ensure!(
                        found.iter().any(|found| found == name),
                        "no {name} in {found:?}"
                    );
                }
                Ok(())
            }),
        );
        if typed.matches('{').count() > typed.matches('}').count() {
            // All of the file behind it is broken then, with an attribute and without one.
            continue;
        }
        let row = format!("`{typed}`: callers of both halves resolve meanwhile");
        table.row(
            &row,
            while_typing(session, hole, typed, |session, _, _| {
                MEANWHILE
                    .iter()
                    .try_for_each(|(from, to)| leads(session, from, to))
            }),
        );
    }
    table.head("signature help");
    for (hole, typed, signature) in SIGNATURES {
        let row = format!("`{typed}`: {signature}");
        table.row(
            &row,
            while_typing(session, hole, typed, |session, text, offset| {
                let path = session.files.mark(hole)?.path;
                let found = session.signatures(&path, text, offset)?;
                ensure!(found == [*signature], "found {found:?}");
                Ok(())
            }),
        );
    }
}

/// Types something at a mark, asks, and takes it back. The question gets the text, and the offset
/// of the cursor.
pub(crate) fn while_typing(
    session: &mut Session,
    hole: &str,
    typed: &str,
    question: impl FnOnce(&mut Session, &str, usize) -> Result<()>,
) -> Result<()> {
    let mark = session.files.mark(hole)?;
    let mut text = session.files.text(&mark.path)?.to_owned();
    let cursor = mark.word.start + typed.find('$').unwrap_or(typed.len());
    text.insert_str(mark.word.start, &typed.replace('$', ""));
    session.change(&mark.path, &text)?;
    let result = question(session, &text, cursor);
    session.restore(&mark.path)?;
    result
}
