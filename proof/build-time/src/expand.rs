//! What expanding costs: each crate, each size, one after the other, over and over.

use anyhow::{Context as _, Result};

use crate::measure::{self, Runs};
use crate::scratch::{Macros, Optimised, Scratch};
use crate::stats;
use crate::subject::{ALL, OURS_EACH, OURS_MODULE, PLAIN, SYNCIFY, Subject, TWICE_MODULE};
use crate::table::Table;

/// The sizes that are compared.
pub(crate) const SIZES: [usize; 3] = [100, 1000, 5000];
/// The sizes that growth is fitted through.
const GROWING: [usize; 5] = [100, 300, 1000, 2500, 5000];

/// One number of several runs, in seconds.
type Read = fn(&Runs) -> f64;

/// What a number of functions costs, less what none cost in the same form, less the same of the
/// source without attributes.
struct Series {
    macros: Macros,
    subjects: Vec<Subject>,
    sizes: Vec<usize>,
    /// By subject, by size; the first size is none at all.
    runs: Vec<Vec<Runs>>,
}

impl Series {
    fn new(macros: Macros, subjects: &[Subject], sizes: &[usize]) -> Self {
        let sizes: Vec<usize> = [0].into_iter().chain(sizes.iter().copied()).collect();
        Self {
            macros,
            subjects: subjects.to_vec(),
            runs: vec![vec![Runs::default(); sizes.len()]; subjects.len()],
            sizes,
        }
    }

    /// Interleaved, so that a busy moment of the machine falls on all alike.
    fn run(&mut self, scratch: &Scratch, at: usize, times: usize) -> Result<()> {
        let folder = scratch.path("expand");
        for _ in 0..times {
            for (subject, runs) in self.subjects.iter().zip(&mut self.runs) {
                let files = subject.form.files(self.sizes[at]);
                let mut command = self.macros.expand(&folder, &files)?;
                runs[at].push(measure::cost(&mut command)?);
            }
        }
        Ok(())
    }

    /// Microseconds for each function that the attribute adds.
    fn per_function(&self, subject: usize, at: usize, read: Read) -> f64 {
        let grown = |subject: usize| read(&self.runs[subject][at]) - read(&self.runs[subject][0]);
        1e6 * (grown(subject) - grown(0)) / count(self.sizes[at])
    }

    fn print(&self, title: &str, at: usize, peer: &str) {
        let reads: [(&str, Read); 3] = [
            ("cpu, median", |runs| runs.median(|cost| cost.cpu)),
            ("cpu, minimum", |runs| runs.minimum(|cost| cost.cpu)),
            ("pass, median", |runs| runs.median(|cost| cost.expanding)),
        ];
        let size = self.sizes[at];
        let title = format!("{title}: {size} functions, µs for each");
        let of = self
            .subjects
            .iter()
            .position(|subject| subject.name == peer);
        let mut table = Table::new(&title, &reads.map(|(name, _)| name), peer);
        for (index, subject) in self.subjects.iter().enumerate().skip(1) {
            let value = |read| self.per_function(index, at, read);
            let values = reads.map(|(_, read)| value(read));
            let ratio = of.map(|of| values[0] / self.per_function(of, at, reads[0].1));
            table.row(subject.name, &values, ratio);
        }
        table.print();
    }
}

/// # Errors
///
/// If anything cannot be built or measured.
pub(crate) fn run(scratch: &Scratch, runs: usize) -> Result<()> {
    for (optimised, title, sizes) in [
        (Optimised::No, "expansion", &SIZES[..]),
        (
            Optimised::Yes,
            "expansion, macros at opt-level 3",
            &[1000][..],
        ),
    ] {
        let mut series = Series::new(scratch.macros(optimised)?, &ALL, sizes);
        series.run(scratch, 0, runs)?;
        for at in 1..=sizes.len() {
            series.run(scratch, at, runs)?;
            series.print(title, at, SYNCIFY.name);
        }
    }
    growth(scratch, runs)
}

/// How the cost grows with the number of functions.
///
/// # Errors
///
/// As [`run`].
pub(crate) fn growth(scratch: &Scratch, runs: usize) -> Result<()> {
    let subjects = [PLAIN, OURS_EACH, OURS_MODULE, SYNCIFY, TWICE_MODULE];
    let mut series = Series::new(scratch.macros(Optimised::No)?, &subjects, &GROWING);
    for at in 0..=GROWING.len() {
        series.run(scratch, at, runs)?;
    }
    println!("\n## growth: slope of the log-log fit through {GROWING:?} functions\n");
    for (index, subject) in subjects.iter().enumerate().skip(1) {
        let points = |read: Read| -> Vec<(f64, f64)> {
            (1..series.sizes.len())
                .map(|at| {
                    let size = count(series.sizes[at]);
                    (size, size * series.per_function(index, at, read))
                })
                .collect()
        };
        println!(
            "{:<32} cpu {:.3}   pass {:.3}",
            subject.name,
            stats::growth(&points(|runs| runs.median(|cost| cost.cpu))),
            stats::growth(&points(|runs| runs.median(|cost| cost.expanding))),
        );
    }
    Ok(())
}

/// Millions of instructions of a few subjects, by valgrind: the same on a busy machine.
///
/// # Errors
///
/// As [`run`], and without valgrind.
pub(crate) fn instructions(scratch: &Scratch, size: usize) -> Result<()> {
    let macros = scratch.macros(Optimised::No)?;
    let folder = scratch.path("expand");
    let grown = |subject: &Subject| -> Result<f64> {
        let counted =
            |size| measure::instructions(&macros.expand(&folder, &subject.form.files(size))?);
        Ok(counted(size)? - counted(0)?)
    };
    let plain = grown(&PLAIN)?;
    let title = format!("expansion of {size} functions: thousands of instructions for each");
    let mut table = Table::new(&title, &["instructions"], SYNCIFY.name);
    let each =
        |subject: &Subject| Ok::<f64, anyhow::Error>((grown(subject)? - plain) / count(size) / 1e3);
    let peer = each(&SYNCIFY)?;
    for subject in &ALL[1..] {
        let value = each(subject)?;
        table.row(subject.name, &[value], Some(value / peer));
    }
    table.print();
    Ok(())
}

/// Prints what expands one subject, for a profiler.
///
/// # Errors
///
/// If there is no such subject, or it cannot be built.
pub(crate) fn command(scratch: &Scratch, name: &str, functions: usize) -> Result<()> {
    let subject = ALL.iter().find(|subject| subject.name == name);
    let subject = subject.with_context(|| format!("no subject is called {name}"))?;
    let folder = scratch.path("command");
    let macros = scratch.macros(Optimised::No)?;
    println!(
        "{:?}",
        macros.expand(&folder, &subject.form.files(functions))?
    );
    Ok(())
}

fn count(size: usize) -> f64 {
    u32::try_from(size).map_or(f64::MAX, f64::from)
}
