//! The folder that everything is built in, and the crates built there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::form::Files;

/// What our own crates are compared with, each at one version.
pub(crate) const PEERS: [(&str, &str); 6] = [
    ("async-trait", "0.1.92"),
    ("maybe-async", "0.2.11"),
    ("async-generic", "1.1.2"),
    ("syncify", "0.2.0"),
    ("synca", "0.5.3"),
    ("bisync2", "0.3.2"),
];

/// The workspace that this program belongs to.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) struct Scratch(PathBuf);

/// How procedural macros are built.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Optimised {
    /// As cargo does without being told otherwise.
    No,
    /// `[profile.dev.build-override] opt-level = 3`
    Yes,
}

/// The attributes, built, and the compiler that loads them.
pub(crate) struct Macros {
    rustc: PathBuf,
    deps: PathBuf,
    libraries: Vec<(String, PathBuf)>,
}

impl Scratch {
    /// # Errors
    ///
    /// If the folder cannot be made.
    pub(crate) fn new() -> Result<Self> {
        let target = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| workspace().join("target"), PathBuf::from);
        let folder = target.join("build-time");
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// A package with these dependencies, apart from any workspace. Versions that the workspace's
    /// lock file knows are taken from there.
    ///
    /// # Errors
    ///
    /// If it cannot be written, or a dependency cannot be found.
    pub(crate) fn package(&self, name: &str, dependencies: &str, files: &Files) -> Result<PathBuf> {
        let folder = self.path(name);
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [workspace]\n\n[dependencies]\n{dependencies}"
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        write(&folder.join("src"), files)?;
        let fetched = cargo(&folder, &folder.join("target"), &["fetch", "--quiet"]).status()?;
        ensure!(
            fetched.success(),
            "the dependencies of {name} cannot be fetched"
        );
        Ok(folder)
    }

    /// Builds every attribute that is compared.
    ///
    /// # Errors
    ///
    /// If one cannot be built.
    pub(crate) fn macros(&self, optimised: Optimised) -> Result<Macros> {
        let dependencies = all_dependencies()?;
        let name = match optimised {
            Optimised::No => "macros",
            Optimised::Yes => "macros-optimised",
        };
        let folder = self.package(name, &dependencies, &vec![("lib.rs", String::new())])?;
        let target = folder.join("target");
        let mut build = cargo(
            &folder,
            &target,
            &["build", "--offline", "--message-format=json"],
        );
        // As crates of a registry are: what is compiled incrementally comes in more and smaller
        // pieces, and runs more slowly.
        build.env("CARGO_INCREMENTAL", "0");
        if optimised == Optimised::Yes {
            build.args(["--config", "profile.dev.build-override.opt-level=3"]);
        }
        let output = build.stderr(std::process::Stdio::inherit()).output()?;
        ensure!(output.status.success(), "the attributes cannot be built");
        let artifacts = String::from_utf8(output.stdout)?;
        Ok(Macros {
            rustc: rustc()?,
            deps: target.join("debug/deps"),
            libraries: artifacts.lines().filter_map(library).collect(),
        })
    }
}

impl Macros {
    /// Reads, expands and resolves a crate, and stops there.
    ///
    /// # Errors
    ///
    /// If the crate cannot be written.
    pub(crate) fn expand(&self, folder: &Path, files: &Files) -> Result<Command> {
        fs::create_dir_all(folder)?;
        write(folder, files)?;
        let mut command = Command::new(&self.rustc);
        command
            .args([
                "--edition=2024",
                "--crate-type=lib",
                "--crate-name=measured",
            ])
            .args(["--emit=dep-info", "--cap-lints=allow"])
            .args(["-Ztime-passes", "-Ztime-passes-format=json"])
            .env("RUSTC_BOOTSTRAP", "1")
            .arg("-o")
            .arg(folder.join("measured.d"))
            .arg(folder.join(files[0].0))
            .arg("-L")
            .arg(format!("dependency={}", self.deps.display()));
        for (name, path) in &self.libraries {
            command
                .arg("--extern")
                .arg(format!("{name}={}", path.display()));
        }
        Ok(command)
    }
}

/// `name = ".."` of every crate that is compared, as in a manifest.
///
/// # Errors
///
/// If our own crates are not where they were built.
pub(crate) fn all_dependencies() -> Result<String> {
    let mut text = ours()?;
    text += &by_path("build-time-floor", "proof/build-time-floor")?;
    for (name, version) in PEERS {
        text += &format!("{name} = \"={version}\"\n");
    }
    Ok(text)
}

/// Our own crate in a manifest.
///
/// # Errors
///
/// If it is not where it was built.
pub(crate) fn ours() -> Result<String> {
    by_path("await-me-maybe", "runtime")
}

fn by_path(name: &str, folder: &str) -> Result<String> {
    let folder = workspace().join(folder).canonicalize()?;
    Ok(format!("{name} = {{ path = '{}' }}\n", folder.display()))
}

/// Cargo in that folder, with nothing from outside that changes what it builds.
pub(crate) fn cargo(folder: &Path, target: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(args)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target);
    for (name, _) in std::env::vars() {
        if name.starts_with("CARGO_PROFILE_") || name.starts_with("CARGO_PKG_") {
            command.env_remove(name);
        }
    }
    for name in [
        "RUSTFLAGS",
        "CARGO_INCREMENTAL",
        "CARGO_MANIFEST_DIR",
        "RUSTUP_TOOLCHAIN",
    ] {
        command.env_remove(name);
    }
    command
}

/// The compiler itself, not the program that chooses one.
fn rustc() -> Result<PathBuf> {
    let output = Command::new("rustc")
        .args(["--print", "sysroot"])
        .output()?;
    ensure!(output.status.success(), "rustc does not tell where it is");
    Ok(Path::new(String::from_utf8(output.stdout)?.trim()).join("bin/rustc"))
}

/// The library that one of cargo's messages is about: its name and its file.
fn library(message: &str) -> Option<(String, PathBuf)> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    if message["reason"] != "compiler-artifact" {
        return None;
    }
    let name = message["target"]["name"].as_str()?.replace('-', "_");
    let names = PEERS.iter().map(|(name, _)| name.replace('-', "_"));
    let wanted = names.chain(["await_me_maybe", "build_time_floor"].map(str::to_owned));
    let files = message["filenames"].as_array()?;
    let files = files
        .iter()
        .filter_map(|file| Some(PathBuf::from(file.as_str()?)));
    // The library, not its metadata beside it.
    let file = files.max_by_key(|file| file.extension() != Some("rmeta".as_ref()))?;
    wanted
        .into_iter()
        .any(|wanted| wanted == name)
        .then_some((name, file))
}

/// Writes files that differ from what is there.
///
/// # Errors
///
/// If one cannot be written.
pub(crate) fn write(folder: &Path, files: &Files) -> Result<()> {
    for (name, text) in files {
        let path = folder.join(name);
        if fs::read_to_string(&path).is_ok_and(|old| old == *text) {
            continue;
        }
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}
