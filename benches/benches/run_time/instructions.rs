//! Instructions, counted by callgrind: the same on each machine that runs the same code.

use std::io::ErrorKind;
use std::process::Command;

use anyhow::{Context as _, bail, ensure};
use await_me_maybe_benches::programs::{PROGRAMS, Variant};

use crate::table::Figures;

/// What happens once, from the start of the process to its input, is in both counts.
const TIMES: u64 = 64;

/// The instructions of one run of each program, in each form.
pub(crate) fn of_all() -> anyhow::Result<Figures> {
    (0..PROGRAMS.len())
        .map(|program| {
            (0..Variant::ALL.len())
                .map(|variant| {
                    let once = counted(program, variant, TIMES)?;
                    let twice = counted(program, variant, 2 * TIMES)?;
                    Ok((twice - once) / TIMES)
                })
                .collect()
        })
        .collect()
}

fn counted(program: usize, variant: usize, times: u64) -> anyhow::Result<u64> {
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env!("CARGO_BIN_EXE_one"))
        .args([program as u64, variant as u64, times].map(|number| number.to_string()))
        .output();
    let output = match output {
        Err(error) if error.kind() == ErrorKind::NotFound => bail!(
            "instructions are counted by valgrind, which is not installed; \
             it is the package `valgrind` of Debian, Ubuntu, Fedora, Arch and Alpine"
        ),
        output => output.context("valgrind does not start")?,
    };
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "valgrind has failed:\n{said}");
    said.lines()
        .find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
        .with_context(|| format!("valgrind does not say what it has counted:\n{said}"))
}
