//! What a crate of annotated functions costs altogether, by cargo: from the start, and after a
//! body has been touched.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::form::Files;
use crate::measure::{self, Cost, Runs};
use crate::scratch::{self, Scratch};
use crate::subject::{ALL, BY_HAND, OURS_EACH, OURS_MODULE, PLAIN, SYNCIFY, Subject};
use crate::table::Table;

/// How many functions there are, if nobody says.
pub(crate) const FUNCTIONS: usize = 1000;
/// The number of the function whose body is touched: one that every crate has.
const TOUCHED: usize = 11;
/// A median of fewer touches says little.
const TOUCHES: usize = 7;

/// A crate in a folder of its own; all share what they depend on.
struct Whole {
    subject: Subject,
    folder: PathBuf,
    target: PathBuf,
    runs: Runs,
}

impl Whole {
    fn new(scratch: &Scratch, subject: Subject) -> Result<Self> {
        let letters = subject.name.chars().filter(char::is_ascii_alphanumeric);
        let name: String = "whole-".chars().chain(letters).collect();
        let dependencies = scratch::all_dependencies()?;
        Ok(Self {
            subject,
            folder: scratch.package(&name, &dependencies, &subject.form.files(0))?,
            target: scratch.path("whole-target"),
            runs: Runs::default(),
        })
    }

    fn command(&self, action: &str, files: &Files) -> Result<Command> {
        scratch::write(&self.folder.join("src"), files)?;
        Ok(scratch::cargo(
            &self.folder,
            &self.target,
            &[action, "--offline"],
        ))
    }

    /// The source with another text in one body, which is no other text for each half.
    fn touched(&self, functions: usize, time: usize) -> Files {
        let files = self.subject.form.files(functions).into_iter();
        let one = format!("\"start {TOUCHED}\"");
        let other = format!("\"start {TOUCHED} {time}\"");
        files
            .map(|(name, text)| (name, text.replace(&one, &other)))
            .collect()
    }
}

/// Which share of the time is the macro's, and which the compiler's own work on the twin.
///
/// # Errors
///
/// If anything cannot be built.
pub(crate) fn share(scratch: &Scratch, functions: usize, runs: usize) -> Result<()> {
    let subjects = [PLAIN, BY_HAND, OURS_EACH, OURS_MODULE, SYNCIFY];
    for action in ["check", "build"] {
        let mut crates = all(scratch, &subjects)?;
        for time in 0..=runs {
            for whole in &mut crates {
                let mut command = whole.command(action, &whole.touched(functions, time))?;
                let cost = measure::cost(command.env("CARGO_INCREMENTAL", "0"))?;
                // The first one builds the dependencies, too.
                if time > 0 {
                    whole.runs.push(cost);
                }
            }
        }
        let title = format!("cargo {action} of {functions} functions, seconds");
        print(&title, &crates, BY_HAND.name);
    }
    Ok(())
}

/// `cargo check` after one body has been touched.
///
/// # Errors
///
/// If anything cannot be built.
pub(crate) fn incremental(scratch: &Scratch, functions: usize, runs: usize) -> Result<()> {
    ensure!(
        functions > TOUCHED,
        "there have to be more than {TOUCHED} functions"
    );
    let mut crates = all(scratch, &ALL)?;
    for time in 0..=runs.max(TOUCHES) {
        for whole in &mut crates {
            let mut command = whole.command("check", &whole.touched(functions, time))?;
            let cost = measure::cost(command.env("CARGO_INCREMENTAL", "1"))?;
            if time > 0 {
                whole.runs.push(cost);
            }
        }
    }
    let title = format!("cargo check after touching one body of {functions}, seconds");
    print(&title, &crates, SYNCIFY.name);
    Ok(())
}

fn all(scratch: &Scratch, subjects: &[Subject]) -> Result<Vec<Whole>> {
    let crates = subjects.iter();
    crates
        .map(|subject| Whole::new(scratch, *subject))
        .collect()
}

fn print(title: &str, crates: &[Whole], peer: &str) {
    let mut table = Table::new(
        title,
        &["cpu, median", "cpu, minimum", "wall, median"],
        peer,
    );
    let cpu = |cost: &Cost| cost.cpu;
    let of = crates.iter().find(|whole| whole.subject.name == peer);
    for whole in crates {
        let runs = &whole.runs;
        let values = [
            runs.median(cpu),
            runs.minimum(cpu),
            runs.median(|cost| cost.wall),
        ];
        let ratio = of.map(|of| values[0] / of.runs.median(cpu));
        table.row(whole.subject.name, &values, ratio);
    }
    table.print();
}
