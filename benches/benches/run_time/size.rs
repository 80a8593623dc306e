//! Size, by what a program that does nothing else is larger by than one that does nothing: all
//! that the linker keeps for it, of std and of executors as well.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, ensure};
use await_me_maybe_benches::programs::{PROGRAMS, Variant};
use object::{Object as _, ObjectSection as _, SectionKind};

use crate::table::Figures;

/// A whole runtime would be the size of the last one.
pub(crate) const VARIANTS: [Variant; 3] = [Variant::Twin, Variant::ByHand, Variant::Pollster];

/// The bytes of machine code of each program, in each form.
pub(crate) fn of_all() -> anyhow::Result<Figures> {
    let nothing = built(None)?;
    (0..PROGRAMS.len())
        .map(|program| {
            (0..VARIANTS.len())
                .map(|variant| Ok(built(Some((program, variant)))? - nothing))
                .collect()
        })
        .collect()
}

fn built(chosen: Option<(usize, usize)>) -> anyhow::Result<u64> {
    let alone = Path::new(env!("CARGO_BIN_EXE_alone"));
    let target = alone
        .ancestors()
        .nth(2)
        .context("a folder for each profile")?;
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["build", "--quiet", "--profile", "bench", "--bin", "alone"])
        .arg("--manifest-path")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target);
    if let Some((program, variant)) = chosen {
        cargo
            .env("PROGRAM", program.to_string())
            .env("VARIANT", variant.to_string());
    }
    ensure!(cargo.status()?.success(), "it does not build");
    text(alone)
}

fn text(program: &Path) -> anyhow::Result<u64> {
    let bytes = fs::read(program)?;
    let sections = object::File::parse(&*bytes)?;
    Ok(sections
        .sections()
        .filter(|section| section.kind() == SectionKind::Text)
        .map(|section| section.size())
        .sum())
}
