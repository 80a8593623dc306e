//! Where the server is, and the sources of the standard library that it reads.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// What `.ci/rust-analyzer` makes where no toolchain is to be changed.
const FETCHED: &str = ".toolchains/ra";

/// The first that runs of: what the caller names, `$RUST_ANALYZER`, the one in `$PATH`, and the
/// one that was fetched.
pub(crate) fn server(named: Option<PathBuf>, workspace: &Path) -> Result<PathBuf> {
    let named = named.or_else(|| env::var_os("RUST_ANALYZER").map(PathBuf::from));
    if let Some(named) = named {
        if !runs(&named) {
            bail!("{} --version fails", named.display());
        }
        return Ok(named);
    }
    let fetched = workspace.join(FETCHED).join("rust-analyzer");
    // rustup's own program of that name fails where the component is not installed.
    [PathBuf::from("rust-analyzer"), fetched]
        .into_iter()
        .find(|program| runs(program))
        .context("no rust-analyzer; `.ci/rust-analyzer` fetches one")
}

fn runs(program: &Path) -> bool {
    let version = Command::new(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    version.is_ok_and(|status| status.success())
}

/// The version that a server tells.
pub(crate) fn version(program: &Path) -> Result<String> {
    let output = Command::new(program).arg("--version").output()?;
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// Without them the server asks rustup for them, which changes the toolchain for everybody.
pub(crate) fn sources(workspace: &Path) -> Result<PathBuf> {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()
        .context("running rustc")?;
    let sysroot = PathBuf::from(String::from_utf8(output.stdout)?.trim());
    let of_toolchain = sysroot.join("lib/rustlib/src/rust/library");
    if of_toolchain.is_dir() {
        return Ok(of_toolchain);
    }
    let fetched = workspace.join(FETCHED).join("usr/src");
    let folders = fetched.read_dir().into_iter().flatten().flatten();
    folders
        .map(|folder| folder.path().join("library"))
        .find(|library| library.is_dir())
        .context("no sources of the standard library; `.ci/rust-analyzer` fetches them")
}
