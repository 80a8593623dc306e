//! Makes a program smaller that shows a fault.

use std::collections::HashSet;

use anyhow::Result;

use crate::documented::Documented;
use crate::judge::{Verdict, judge};
use crate::node::{Node, Piece, Sort};
use crate::program::Program;
use crate::scratch::Scratch;

/// How many programs are tried at once.
const AT_ONCE: usize = 48;

/// A smaller program with the same fault, and what became of it.
///
/// # Errors
/// If the compiler cannot be run.
pub(crate) fn shrink(
    scratch: &Scratch,
    documented: &Documented,
    program: &Program,
    verdict: &Verdict,
    mut tries: usize,
) -> Result<(Program, Verdict)> {
    let mut best = (program.clone(), verdict.clone());
    let mut seen = HashSet::new();
    loop {
        let mut candidates = smaller(&best.0);
        candidates.retain(|candidate| !seen.contains(&candidate.key()));
        candidates.sort_by_key(Program::length);
        candidates.dedup_by_key(|candidate| candidate.key());
        let mut found = None;
        for chunk in candidates.chunks(AT_ONCE) {
            if tries == 0 {
                return Ok(best);
            }
            tries = tries.saturating_sub(chunk.len());
            seen.extend(chunk.iter().map(Program::key));
            let list: Vec<_> = (0..).zip(chunk).collect();
            let verdicts = judge(scratch, documented, &list)?;
            found = verdicts
                .into_iter()
                .find(|(_, other)| other.is_like(verdict))
                .and_then(|(index, verdict)| {
                    let index = usize::try_from(index).ok()?;
                    Some((chunk[index].clone(), verdict))
                });
            if found.is_some() {
                break;
            }
        }
        match found {
            Some(found) => best = found,
            None => return Ok(best),
        }
    }
}

/// All programs that are smaller by one step.
pub(crate) fn smaller(program: &Program) -> Vec<Program> {
    let mut made = Vec::new();
    for item in 0..program.items.len() {
        if item + 1 < program.items.len() {
            let mut other = program.clone();
            other.items.remove(item);
            made.push(other);
        }
        for index in 0..program.items[item].size() {
            let mut found = Vec::new();
            let mut at = index;
            let mut copy = program.clone();
            if let Some(node) = copy.items[item].at_mut(&mut at) {
                found = instead(node);
            }
            for node in found {
                let mut other = program.clone();
                let mut at = index;
                if let Some(place) = other.items[item].at_mut(&mut at) {
                    *place = node;
                }
                made.push(other);
            }
        }
    }
    made
}

/// What may stand in place of a node.
fn instead(node: &Node) -> Vec<Node> {
    let mut found = Vec::new();
    match &node.sort {
        Sort::Statement => found.push(Node::statement("", "", [])),
        Sort::Value(ty) => {
            if let Some(text) = ty.simplest() {
                let simple = matches!(node.pieces.as_slice(), [Piece::Text(old)] if *old == text);
                if !simple {
                    found.push(Node::value("a literal", ty, &text, []));
                }
            }
        }
        Sort::Item => found.push(Node::new("", Sort::Item, "", [])),
        Sort::Part => return found,
    }
    if node.sort != Sort::Item {
        for child in node.children() {
            child.visit(&mut |below| {
                if below.sort == node.sort {
                    found.push(below.clone());
                }
            });
        }
    }
    found
}
