//! What a command costs.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

use crate::stats;

/// What was measured of one run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cost {
    /// Seconds of processor time, in the command and all that it started.
    pub(crate) cpu: f64,
    /// Seconds on the clock.
    pub(crate) wall: f64,
    /// Seconds in rustc's pass that expands macros, where the command was asked for it.
    pub(crate) expanding: f64,
}

/// The runs of one thing that is measured.
#[derive(Clone, Debug, Default)]
pub(crate) struct Runs(Vec<Cost>);

impl Runs {
    pub(crate) fn push(&mut self, cost: Cost) {
        self.0.push(cost);
    }

    pub(crate) fn of(&self, part: fn(&Cost) -> f64) -> Vec<f64> {
        self.0.iter().map(part).collect()
    }

    pub(crate) fn median(&self, part: fn(&Cost) -> f64) -> f64 {
        stats::median(&self.of(part))
    }

    pub(crate) fn minimum(&self, part: fn(&Cost) -> f64) -> f64 {
        stats::minimum(&self.of(part))
    }
}

/// Runs it to its end. Nothing else may be running below this process.
///
/// # Errors
///
/// What it printed, if it fails.
pub(crate) fn cost(command: &mut Command) -> Result<Cost> {
    let cpu = cpu_of_children()?;
    let start = Instant::now();
    let text = finished(command)?;
    let wall = start.elapsed();
    Ok(Cost {
        cpu: cpu_of_children()? - cpu,
        wall: wall.as_secs_f64(),
        expanding: expanding(&text),
    })
}

/// The number of instructions that it and its children execute, by valgrind.
///
/// # Errors
///
/// If there is no valgrind, or the command fails.
pub(crate) fn instructions(command: &Command) -> Result<f64> {
    let mut counting = Command::new("valgrind");
    counting.args([
        "--tool=cachegrind",
        "--cache-sim=no",
        "--cachegrind-out-file=/dev/null",
    ]);
    counting.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            counting.env(name, value);
        }
    }
    let text = finished(&mut counting)?;
    let line = text.lines().rfind(|line| line.contains("refs:"));
    let digits: String = line
        .context("valgrind tells no number of instructions")?
        .rsplit(':')
        .next()
        .into_iter()
        .flat_map(str::chars)
        .filter(char::is_ascii_digit)
        .collect();
    Ok(digits.parse()?)
}

/// What the command says on its standard error.
fn finished(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{command:?} cannot be started"))?;
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.success(), "{command:?} failed:\n{text}");
    Ok(text)
}

/// Seconds, of all that have come to their end.
fn cpu_of_children() -> Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Ok(Duration::from_micros(micros.try_into()?).as_secs_f64())
}

/// From the lines of `-Z time-passes-format=json`.
fn expanding(text: &str) -> f64 {
    text.lines()
        .filter_map(|line| line.strip_prefix("time: "))
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|pass| pass["pass"] == "macro_expand_crate")
        .filter_map(|pass| pass["time"].as_f64())
        .sum()
}
