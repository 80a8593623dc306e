//! Many programs, batch by batch.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;
use indicatif::{ProgressBar, ProgressStyle};

use crate::documented::Documented;
use crate::generate;
use crate::judge::{Verdict, judge};
use crate::program::Program;
use crate::scratch::Scratch;

/// What is to be run.
pub(crate) struct Campaign {
    pub(crate) seed: u64,
    pub(crate) first: u64,
    pub(crate) programs: u64,
    pub(crate) batch: u64,
    pub(crate) jobs: u64,
}

/// What came out.
#[derive(Default)]
pub(crate) struct Results {
    pub(crate) programs: u64,
    pub(crate) agree: u64,
    /// How many of them panic, in both halves.
    pub(crate) panics: u64,
    pub(crate) effects: u64,
    pub(crate) refused: BTreeMap<String, u64>,
    pub(crate) faults: Vec<(u64, String)>,
    pub(crate) findings: Vec<(u64, Program, Verdict)>,
    /// How many programs have each construct.
    pub(crate) coverage: BTreeMap<&'static str, u64>,
    pub(crate) time: Duration,
}

impl Campaign {
    /// Runs the programs.
    ///
    /// # Errors
    /// If the compiler cannot be run.
    pub(crate) fn run(&self, documented: &Documented) -> Result<Results> {
        let start = Instant::now();
        let results = Mutex::new(Results::default());
        let next = AtomicU64::new(self.first);
        let bar = ProgressBar::new(self.programs);
        let style = "{elapsed_precise} {wide_bar} {pos}/{len}, {msg}";
        bar.set_style(ProgressStyle::with_template(style)?);
        bar.set_message("compiling");
        std::thread::scope(|scope| {
            let workers: Vec<_> = (0..self.jobs)
                .map(|job| {
                    let (results, next, bar) = (&results, &next, &bar);
                    scope.spawn(move || self.work(job, documented, results, next, bar))
                })
                .collect();
            workers.into_iter().try_for_each(|worker| {
                worker
                    .join()
                    .unwrap_or_else(|payload| std::panic::resume_unwind(payload))
            })
        })?;
        bar.finish_and_clear();
        let mut results = results
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        results.time = start.elapsed();
        Ok(results)
    }

    fn work(
        &self,
        job: u64,
        documented: &Documented,
        results: &Mutex<Results>,
        next: &AtomicU64,
        bar: &ProgressBar,
    ) -> Result<()> {
        let scratch = Scratch::new(&format!("batch{job}"))?;
        let end = self.first + self.programs;
        loop {
            let first = next.fetch_add(self.batch, Ordering::Relaxed);
            if first >= end {
                return Ok(());
            }
            let indices = first..end.min(first + self.batch);
            let programs: Vec<_> = indices
                .map(|index| (index, generate::program(self.seed, index)))
                .collect();
            let list: Vec<_> = programs
                .iter()
                .map(|(index, program)| (*index, program))
                .collect();
            let verdicts = judge(&scratch, documented, &list)?;
            let mut results = results
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            for (index, program) in programs {
                if let Some(verdict) = verdicts.get(&index) {
                    results.add(index, program, verdict.clone());
                }
            }
            bar.inc(verdicts.len() as u64);
            let findings = results.findings.len();
            bar.set_message(format!("{findings} findings"));
            if bar.is_hidden() {
                let (agree, faults) = (results.agree, results.faults.len());
                let refused: u64 = results.refused.values().sum();
                eprintln!(
                    "{} programs, {agree} agree, {findings} findings, {refused} refused, {faults} faults",
                    results.programs
                );
            }
        }
    }
}

impl Results {
    /// Counts the constructs of a program.
    pub(crate) fn cover(&mut self, program: &Program) {
        for construct in program.constructs() {
            *self.coverage.entry(construct).or_default() += 1;
        }
    }

    fn add(&mut self, index: u64, program: Program, verdict: Verdict) {
        self.programs += 1;
        self.cover(&program);
        match verdict {
            Verdict::Agrees { effects, panics } => {
                self.agree += 1;
                self.effects += effects as u64;
                self.panics += u64::from(panics);
            }
            Verdict::Refused(name) => *self.refused.entry(name).or_default() += 1,
            Verdict::Fault(text) => self.faults.push((index, text)),
            verdict => self.findings.push((index, program, verdict)),
        }
    }
}
