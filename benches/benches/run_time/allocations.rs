//! Allocations, counted by a program of its own: the counter would slow down the others.

use std::process::Command;

use anyhow::{Context as _, ensure};
use await_me_maybe_benches::programs::Variant;

use crate::table::Figures;

/// Number and bytes of the allocations of one run of each program, in each form.
pub(crate) fn of_all() -> anyhow::Result<[Figures; 2]> {
    let output = Command::new(env!("CARGO_BIN_EXE_allocations")).output()?;
    ensure!(output.status.success(), "it has failed: {output:?}");
    let mut figures = [Vec::new(), Vec::new()];
    for (number, line) in String::from_utf8(output.stdout)?.lines().enumerate() {
        let (count, bytes) = line.split_once(' ').context("two numbers in a line")?;
        for (figures, text) in figures.iter_mut().zip([count, bytes]) {
            if number % Variant::ALL.len() == 0 {
                figures.push(Vec::new());
            }
            let program = figures.last_mut().context("a first program")?;
            program.push(text.parse()?);
        }
    }
    Ok(figures)
}
