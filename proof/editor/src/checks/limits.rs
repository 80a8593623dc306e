//! What cannot work, as the README says it.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use super::completion::while_typing;
use super::renaming::{compiles, rendered, same};
use crate::files::Words;
use crate::fixture::Fixture;
use crate::session::Session;
use crate::table::Table;

/// A rename that leaves something, so that rustc has to tell the rest.
struct Partial {
    title: &'static str,
    mark: &'static str,
    new: &'static str,
    /// What changes everywhere.
    words: &'static Words<'static>,
    /// What marked words are afterwards, whatever the line above says of them.
    marks: &'static Words<'static>,
}

const PARTIAL: &[Partial] = &[
    Partial {
        title: "a rename at a use of the twin leaves the callers of the async half",
        mark: "pick_blocking.outside",
        new: "chosen",
        words: &[("pick_blocking", "chosen")],
        marks: &[("pick.definition", "chosen")],
    },
    Partial {
        title: "a rename at a use of the async half leaves the callers of the twin",
        mark: "pick.outside",
        new: "chosen",
        words: &[("pick", "chosen")],
        marks: &[],
    },
    Partial {
        title: "a rename of the generated `blocking` renames the module around it",
        mark: "blocking.outside",
        new: "sync",
        words: &[],
        marks: &[
            ("blocking.outside", "sync"),
            ("blocking.again", "sync"),
            ("api.definition", "sync"),
        ],
    },
    Partial {
        title: "a rename in the tree form leaves the callers of the half declared second",
        mark: "stack.definition",
        new: "pile",
        words: &[("stack", "pile")],
        marks: &[("blocking_stack.outside", "stack")],
    },
    Partial {
        title: "a rename of a trait leaves its name in arguments of the attribute",
        mark: "store.definition",
        new: "Depot",
        words: &[("Store", "Depot"), ("StoreBlocking", "DepotBlocking")],
        marks: &[("store.listed", "Store")],
    },
    Partial {
        title: "a rename of a function leaves its name in arguments of the attribute",
        mark: "echo.definition",
        new: "reply",
        words: &[("echo", "reply")],
        marks: &[("echo.listed", "echo")],
    },
];

/// A wrong type, in a body that has a twin.
const WRONG: &str = "let _: u32 = \"text\";";
const MISMATCH: &str = "E0308";

pub(crate) fn check(session: &mut Session, fixture: &Fixture, table: &mut Table) {
    table.head("what cannot work");
    for partial in PARTIAL {
        table.row(partial.title, leaves(session, fixture, partial));
    }
    table.row(
        "the callers of a twin are no references of the definition, but of one another",
        of_the_twin(session),
    );
    for mark in ["block.definition", "early.definition"] {
        let row = format!("{mark}: the hint is the type in the twin");
        table.row(&row, is_the_twins(session, mark));
    }
    for mark in ["is_async.word", "only_async.word"] {
        table.row(&format!("{mark}: not known"), is_unknown(session, mark));
    }
    table.row(
        "an error in a body is shown twice while typing",
        while_typing(session, "hole", WRONG, |session, _, _| twice(session)),
    );
    table.row("what rustc says of it is one text", once(session, fixture));
}

fn leaves(session: &mut Session, fixture: &Fixture, partial: &Partial) -> Result<()> {
    let edit = session.rename(partial.mark, partial.new)?;
    let found = session.files.with_edit(&edit)?;
    let expected = session.files.with_words(partial.words, partial.marks)?;
    same(&found, &expected)?;
    ensure!(compiles(fixture, &found).is_err(), "it compiles");
    Ok(())
}

fn of_the_twin(session: &mut Session) -> Result<()> {
    let mut expected = session.files.places_of("pick_blocking");
    expected.push(session.files.place("pick.definition")?);
    expected.sort();
    let found = session.references("pick_blocking.outside")?;
    ensure!(found == expected, "found {found:?}, not {expected:?}");
    Ok(())
}

fn is_the_twins(session: &mut Session, mark: &str) -> Result<()> {
    let found = session.hints(mark)?;
    let is_the_twins = |hint: &String| hint.starts_with(": Deferred<");
    ensure!(
        found.len() == 1 && found.iter().all(is_the_twins),
        "found {found:?}"
    );
    Ok(())
}

fn is_unknown(session: &mut Session, mark: &str) -> Result<()> {
    let places = session.definition(mark)?;
    let text = session.hover(mark)?;
    ensure!(
        places.is_empty() && text.is_empty(),
        "found {places:?}, {text}"
    );
    Ok(())
}

fn twice(session: &mut Session) -> Result<()> {
    let path = session.files.mark("hole")?.path;
    let found = session.diagnostics(&path)?;
    ensure!(
        found.len() == 2 && found.iter().all(|item| item["code"] == MISMATCH),
        "found {found:?}"
    );
    ensure!(found[0] == found[1], "they differ: {found:?}");
    Ok(())
}

/// What reads the same is shown once, by cargo and by editors.
fn once(session: &Session, fixture: &Fixture) -> Result<()> {
    let mark = session.files.mark("hole")?;
    let mut texts = session.files.with_words(&[], &[])?;
    if let Some(text) = texts.get_mut(&mark.path) {
        text.insert_str(mark.word.start, WRONG);
    }
    let found = fixture.check(&texts)?;
    let shown: BTreeSet<&str> = found.iter().map(rendered).collect();
    ensure!(shown.len() == 1, "found {shown:?}");
    ensure!(
        found[0]["code"]["code"] == MISMATCH,
        "another error: {shown:?}"
    );
    Ok(())
}
