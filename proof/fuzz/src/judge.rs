//! What has become of each program of a batch.

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use crate::documented::Documented;
use crate::program::{Halves, Program};
use crate::scratch::{Errors, Outcome, Scratch};

/// What has become of a program.
#[derive(Clone, Debug)]
pub(crate) enum Verdict {
    /// Both halves give and do the same.
    Agrees { effects: usize, panics: bool },
    /// They do not.
    Differs(Box<Outcome>),
    /// It gets an error that is documented: its name.
    Refused(String),
    /// The program does not compile without the attribute either.
    Fault(String),
    /// The twin does not compile, and no text says why.
    Broken(String),
    /// It ended the process, or did not end at all.
    Lost,
}

impl Verdict {
    /// Whether it is the same fault as another one, for making a program smaller.
    pub(crate) fn is_like(&self, other: &Verdict) -> bool {
        match (self, other) {
            (Verdict::Differs(_), Verdict::Differs(_)) | (Verdict::Lost, Verdict::Lost) => true,
            (Verdict::Broken(one), Verdict::Broken(other)) => code(one) == code(other),
            _ => false,
        }
    }
}

/// The code of an error, or its text.
fn code(error: &str) -> &str {
    let first = error.lines().next().unwrap_or_default();
    first.split_once(']').map_or(first, |(code, _)| code)
}

/// Compiles and runs programs.
///
/// # Errors
/// If the compiler or the programs cannot be run at all.
pub(crate) fn judge(
    scratch: &Scratch,
    documented: &Documented,
    programs: &[(u64, &Program)],
) -> Result<BTreeMap<u64, Verdict>> {
    scratch.clear();
    let mut verdicts = BTreeMap::new();
    let mut left = programs.to_vec();
    let mut unclear = Vec::new();
    drop_broken(
        scratch,
        Halves::Both,
        &mut left,
        |index, program, errors| {
            let names: Vec<_> = errors.iter().map(|error| documented.find(error)).collect();
            match names.iter().flatten().next() {
                Some(name) if names.iter().all(Option::is_some) => {
                    verdicts.insert(index, Verdict::Refused((*name).to_owned()));
                }
                _ => unclear.push((index, program, errors.join("\n"))),
            }
        },
    )?;
    while !left.is_empty() {
        let outcomes = scratch.run()?;
        let Some(lost) = left
            .iter()
            .position(|(index, _)| !outcomes.contains_key(index))
        else {
            verdicts.extend(
                outcomes
                    .into_iter()
                    .map(|(index, outcome)| (index, verdict(outcome))),
            );
            break;
        };
        verdicts.insert(left[lost].0, Verdict::Lost);
        left.remove(lost);
        drop_broken(scratch, Halves::Both, &mut left, |_, _, _| {})?;
    }
    let mut asynchronous: Vec<_> = unclear
        .iter()
        .map(|(index, program, _)| (*index, *program))
        .collect();
    let mut faults = BTreeMap::new();
    drop_broken(
        scratch,
        Halves::Asynchronous,
        &mut asynchronous,
        |index, _, errors| {
            faults.insert(index, errors.join("\n"));
        },
    )?;
    for (index, _, error) in unclear {
        let verdict = match faults.remove(&index) {
            Some(fault) => Verdict::Fault(fault),
            None => Verdict::Broken(error),
        };
        verdicts.insert(index, verdict);
    }
    Ok(verdicts)
}

fn verdict(outcome: Outcome) -> Verdict {
    if outcome.agrees() {
        Verdict::Agrees {
            effects: outcome.effects,
            panics: outcome.panics,
        }
    } else {
        Verdict::Differs(Box::new(outcome))
    }
}

/// Compiles programs, without those that do not compile, until the rest does.
fn drop_broken<'a>(
    scratch: &Scratch,
    halves: Halves,
    programs: &mut Vec<(u64, &'a Program)>,
    mut broken: impl FnMut(u64, &'a Program, Vec<String>),
) -> Result<()> {
    while !programs.is_empty() {
        let mut errors: Errors = scratch.compile(programs, halves, false)?;
        if errors.is_empty() {
            return Ok(());
        }
        let before = programs.len();
        programs.retain(|(index, program)| match errors.remove(&Some(*index)) {
            Some(errors) => {
                broken(*index, program, errors);
                false
            }
            None => true,
        });
        if programs.len() == before {
            bail!("errors that belong to no program: {errors:?}");
        }
    }
    Ok(())
}
