//! Downloads crates of fixed versions, so that anyone surveys the same sources.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

const CRATES: &str = include_str!("../crates.txt");

/// The crates of the list: a name and a version.
pub fn listed() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = CRATES.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' '))
}

/// Where their sources are, once they are downloaded below `folder`.
#[must_use]
pub fn folders(folder: &Path) -> Vec<PathBuf> {
    let vendored = folder.join("vendor");
    listed()
        .map(|(name, version)| vendored.join(format!("{name}-{version}")))
        .collect()
}

/// Downloads them with `cargo vendor`, for a package that depends on all of them.
///
/// # Errors
///
/// If the folder cannot be written, or cargo fails.
pub fn fetch(folder: &Path) -> Result<()> {
    let mut manifest = String::from(
        "[package]\nname = \"surveyed\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\n",
    );
    for (name, version) in listed() {
        writeln!(
            manifest,
            "{name} = {{ version = \"={version}\", default-features = false }}"
        )?;
    }
    let source = folder.join("src");
    fs::create_dir_all(&source).with_context(|| format!("cannot make {}", source.display()))?;
    fs::write(source.join("lib.rs"), "").context("cannot write the package")?;
    fs::write(folder.join("Cargo.toml"), manifest).context("cannot write the manifest")?;
    let status = Command::new("cargo")
        .args(["vendor", "--quiet", "--versioned-dirs", "vendor"])
        .current_dir(folder)
        .stdout(std::process::Stdio::null())
        .status()
        .context("cannot run cargo")?;
    ensure!(status.success(), "cargo vendor failed: {status}");
    Ok(())
}
