//! Definitions, hovers and references.

use anyhow::{Result, ensure};

use crate::place::Place;
use crate::session::Session;
use crate::table::Table;

/// What is asked about, and where an editor goes to: there, and nowhere else.
const LEADS: &[(&str, &str)] = &[
    // Suffix.
    ("pick.in_body", "pick.definition"),
    ("pick.outside", "pick.definition"),
    ("pick_blocking.outside", "pick.definition"),
    ("pick.definition", "pick.definition"),
    ("leaf.in_body", "leaf.definition"),
    ("earlier.use", "earlier.definition"),
    ("tally.use", "tally.definition"),
    ("advance.in_body", "advance.definition"),
    ("advance.outside", "advance.definition"),
    ("advance_blocking.outside", "advance.definition"),
    ("ordered.outside", "ordered.definition"),
    ("ordered_now.outside", "ordered.name"),
    // Trait.
    ("give.in_default", "give.definition"),
    ("give.generic", "give.definition"),
    ("give.outside", "give.in_impl"),
    ("give_blocking.outside", "give.in_impl"),
    ("ask.outside", "ask.definition"),
    ("ask_blocking.outside", "ask.definition"),
    ("store.bound", "store.definition"),
    // Module.
    ("transmit.in_body", "transmit.definition"),
    ("fault.in_body", "fault.definition"),
    ("fault.in_signature", "fault.definition"),
    ("fault.outside", "fault.definition"),
    ("blocking_fault.outside", "fault.definition"),
    ("agent.outside", "agent.definition"),
    ("blocking_agent.outside", "agent.definition"),
    ("inquire.outside", "inquire.definition"),
    ("blocking_inquire.outside", "inquire.definition"),
    ("blocking.outside", "api.definition"),
    // Tree.
    ("shelf.outside", "shelf.definition"),
    ("blocking_shelf.outside", "shelf.definition"),
    ("stack.outside", "stack.definition"),
    ("blocking_stack.outside", "stack.definition"),
    ("weigh.in_body", "weigh.definition"),
    // Code for one half.
    ("wait.outside", "wait.definition"),
    ("wait_blocking.outside", "wait.definition"),
    ("yielding.use", "yielding.definition"),
    ("sleeping.use", "sleeping.definition"),
    ("async_branch.use", "yielding.definition"),
    ("blocking_branch.use", "sleeping.definition"),
    ("soft.use", "soft.definition"),
    ("hard.use", "hard.definition"),
    // Futures as values, streams, generators, branches, mapped roots.
    ("echo.early", "echo.definition"),
    ("echo.in_block", "echo.definition"),
    ("echo.in_closure", "echo.definition"),
    ("early.use", "early.definition"),
    ("flow.use", "flow.definition"),
    ("number.use", "number.definition"),
    ("grow.in_generator", "grow.definition"),
    ("grown.use", "grown.definition"),
    ("branch.in_join", "branch.definition"),
    ("left.use", "left.definition"),
    ("gauge.outside", "gauge.definition"),
    ("blocking_gauge.outside", "gauge.definition"),
    ("measure.outside", "measure.definition"),
    ("blocking_measure.outside", "measure.definition"),
];

/// What is asked about, and what is shown.
const SHOWS: &[(&str, &[&str])] = &[
    (
        "pick.in_body",
        &["async fn pick(number: u32, step: u32) -> Leaf", "Gets one."],
    ),
    (
        "pick.outside",
        &["async fn pick(number: u32, step: u32) -> Leaf", "Gets one."],
    ),
    (
        "pick_blocking.outside",
        &[
            "fn pick_blocking(number: u32, step: u32) -> Leaf",
            "Blocking form of",
        ],
    ),
    (
        "advance_blocking.outside",
        &["fn advance_blocking(&mut self, by: u32) -> u32"],
    ),
    ("ordered_now.outside", &["fn ordered_now() -> u32"]),
    (
        "leaf.in_body",
        &["struct Leaf", "What is used in bodies and signatures."],
    ),
    ("tally.use", &["tally: u32"]),
    ("earlier.use", &["let earlier: Leaf"]),
    (
        "give_blocking.outside",
        &["fn give_blocking(&self, key: u32) -> Option<u32>"],
    ),
    (
        "inquire.outside",
        &["async fn inquire(&self, number: u32) -> Result<u32, Fault>"],
    ),
    (
        "blocking_inquire.outside",
        &[
            "fn inquire(&self, number: u32) -> Result<u32, Fault>",
            "api::blocking",
        ],
    ),
    (
        "fault.outside",
        &["struct Fault", "What is the same type in both."],
    ),
    (
        "blocking_fault.outside",
        &["struct Fault", "What is the same type in both."],
    ),
    (
        "stack.outside",
        &[
            "asynchronous::shelf",
            "async fn stack(&mut self) -> Result<u32, Fault>",
        ],
    ),
    (
        "blocking_stack.outside",
        &[
            "blocking::shelf",
            "fn stack(&mut self) -> Result<u32, Fault>",
        ],
    ),
    ("hard.use", &["let hard: u32"]),
    ("soft.use", &["let soft: u32"]),
    ("left.use", &["let left: u32"]),
    ("blocking_measure.outside", &["fn measure(&self) -> u32"]),
];

/// What is asked about, and the words of which each place is named. Of a definition, an editor
/// finds the async half where the twin has another name.
const REFERENCES: &[(&str, &[&str])] = &[
    ("pick.definition", &["pick"]),
    ("advance.definition", &["advance"]),
    ("leaf.definition", &["Leaf"]),
    ("earlier.definition", &["earlier"]),
    ("fault.definition", &["Fault"]),
    ("inquire.definition", &["inquire"]),
    ("transmit.definition", &["transmit"]),
];

pub(crate) fn check(session: &mut Session, table: &mut Table) {
    table.head("go to definition");
    for (from, to) in LEADS {
        table.row(&format!("{from} leads to {to}"), leads(session, from, to));
    }
    table.head("hover");
    for (mark, texts) in SHOWS {
        table.row(
            &format!("{mark}: {}", texts[0]),
            shows(session, mark, texts),
        );
    }
    table.row("`.await`: as in code without an attribute", awaits(session));
    table.head("references");
    for (mark, words) in REFERENCES {
        table.row(
            &format!("{mark}: {}", words.join(", ")),
            finds(session, mark, words),
        );
    }
}

pub(crate) fn leads(session: &mut Session, from: &str, to: &str) -> Result<()> {
    let expected = [session.files.place(to)?];
    let found = session.definition(from)?;
    ensure!(found == expected, "found {found:?}, not {expected:?}");
    Ok(())
}

fn shows(session: &mut Session, mark: &str, texts: &[&str]) -> Result<()> {
    let found = session.hover(mark)?;
    for text in texts {
        ensure!(found.contains(text), "no `{text}` in:\n{found}");
    }
    Ok(())
}

fn finds(session: &mut Session, mark: &str, words: &[&str]) -> Result<()> {
    let places = words.iter().flat_map(|word| session.files.places_of(word));
    let mut expected: Vec<Place> = places.collect();
    expected.sort();
    let found = session.references(mark)?;
    ensure!(found == expected, "found {found:?}, not {expected:?}");
    Ok(())
}

/// The word leads where it leads in code that nobody has annotated.
fn awaits(session: &mut Session) -> Result<()> {
    for mark in ["await.plain", "await.annotated"] {
        let text = session.hover(mark)?;
        ensure!(
            text.trim_start().starts_with("```rust\nawait: Leaf\n"),
            "{mark}: {text}"
        );
        ensure!(!text.contains("await_me_maybe"), "{mark}: {text}");
    }
    let plain = session.definition("await.plain")?;
    let annotated = session.definition("await.annotated")?;
    ensure!(annotated == plain, "found {annotated:?}, not {plain:?}");
    Ok(())
}
