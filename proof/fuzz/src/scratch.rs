//! The crate in which programs are compiled and run.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use serde::Deserialize;

use crate::program::{Halves, Program};

/// A folder with a crate, whose dependencies stay compiled.
pub(crate) struct Scratch {
    folder: PathBuf,
    target: PathBuf,
}

/// What a half gives or panics with, and its log.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
pub(crate) struct Half {
    pub(crate) value: std::result::Result<String, String>,
    pub(crate) log: Vec<String>,
}

/// What has become of a program that was run.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Outcome {
    index: u64,
    /// How many lines the log of the async half has.
    pub(crate) effects: usize,
    pub(crate) panics: bool,
    equal: Option<bool>,
    pub(crate) asynchronous: Option<Half>,
    pub(crate) blocking: Option<Half>,
}

impl Outcome {
    /// Whether the halves do the same.
    pub(crate) fn agrees(&self) -> bool {
        self.equal.unwrap_or(true)
    }
}

/// The errors of each program; those without a program are under `None`.
pub(crate) type Errors = BTreeMap<Option<u64>, Vec<String>>;

#[derive(Deserialize)]
struct Message {
    reason: String,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Diagnostic {
    message: String,
    level: String,
    rendered: Option<String>,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    file_name: String,
    is_primary: bool,
    expansion: Option<Box<Expansion>>,
}

#[derive(Deserialize)]
struct Expansion {
    span: Span,
}

/// The repository.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

impl Scratch {
    /// A crate under the target directory, which keeps what it has compiled.
    pub(crate) fn new(name: &str) -> Result<Self> {
        let workspace = workspace().canonicalize()?;
        let base = std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| workspace.join("target"), PathBuf::from)
            .join("fuzz");
        let folder = base.join(name);
        let target = base.join(format!("{name}-target"));
        fs::create_dir_all(folder.join("src"))?;
        let root = workspace.display();
        let manifest = format!(
            "[package]\nname = \"programs\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
             [dependencies]\nawait-me-maybe = {{ path = \"{root}/runtime\", features = [\"mirror-futures\"] }}\n\
             await-me-maybe-tests = {{ path = \"{root}/tests\" }}\nasync-stream = \"*\"\nasync-trait = \"*\"\nfutures = \"*\"\n\
             serde = {{ version = \"*\", features = [\"derive\"] }}\nserde_json = \"*\"\ntokio = {{ version = \"*\", features = [\"rt\", \"macros\", \"sync\"] }}\n\n\
             [profile.dev.build-override]\nopt-level = 1\n\n\
             [profile.dev]\ndebug = 0\nincremental = false\nopt-level = 0\noverflow-checks = false\n\n[workspace]\n"
        );
        write(&folder.join("Cargo.toml"), &manifest)?;
        fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        write(
            &folder.join("src/support.rs"),
            include_str!("../scratch/support.rs"),
        )?;
        Ok(Scratch { folder, target })
    }

    /// Compiles the programs and says which do not.
    ///
    /// # Errors
    /// If cargo cannot be run, or fails for another reason.
    pub(crate) fn compile(
        &self,
        programs: &[(u64, &Program)],
        half: Halves,
        show: bool,
    ) -> Result<Errors> {
        let mut modules = String::from(
            "#![allow(warnings, arithmetic_overflow, unconditional_panic, overflowing_literals)]\n#![recursion_limit = \"512\"]\nmod support;\n",
        );
        let mut entries = String::new();
        for (index, program) in programs {
            let tree = self.folder.join(format!("src/t{index}.rs"));
            let text = program.text(&tree.display().to_string(), half);
            write(&self.folder.join(format!("src/p{index}.rs")), &text)?;
            if let Some(text) = program.tree() {
                write(&tree, &text)?;
            }
            let _ = writeln!(modules, "mod p{index};");
            let _ = writeln!(
                entries,
                "({index}, p{index}::asynchronous, p{index}::blocking),"
            );
        }
        let main = format!("{modules}fn main() {{ support::run(&[{entries}], {show}); }}\n");
        write(&self.folder.join("src/main.rs"), &main)?;
        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["build", "--offline", "--quiet", "--message-format=json"])
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .env_remove("RUSTFLAGS")
            .stdin(Stdio::null())
            .output()
            .context("cargo cannot be run")?;
        let errors = errors(&String::from_utf8_lossy(&output.stdout));
        ensure!(
            output.status.success() || !errors.is_empty(),
            "cargo fails: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        if let (Some(errors), true) = (errors.get(&None), errors.len() == 1) {
            bail!("nobody's error: {}", errors.join("\n"));
        }
        Ok(errors)
    }

    /// Runs what was compiled last.
    ///
    /// # Errors
    /// If it cannot be run.
    pub(crate) fn run(&self) -> Result<BTreeMap<u64, Outcome>> {
        let output = Command::new("timeout")
            .arg("20")
            .arg(self.target.join("debug/programs"))
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .context("the programs cannot be run")?;
        let mut outcomes = BTreeMap::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let outcome: Outcome = serde_json::from_str(line)?;
            outcomes.insert(outcome.index, outcome);
        }
        Ok(outcomes)
    }

    /// Removes the texts of the programs.
    pub(crate) fn clear(&self) {
        for entry in fs::read_dir(self.folder.join("src"))
            .into_iter()
            .flatten()
            .flatten()
        {
            let name = entry.file_name();
            if name != "main.rs" && name != "support.rs" {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// Whose file a span lies in.
fn owner(span: &Span) -> Option<u64> {
    let name = Path::new(&span.file_name).file_stem()?.to_str()?;
    let found = name
        .strip_prefix('p')
        .or_else(|| name.strip_prefix('t'))
        .and_then(|index| index.parse().ok());
    found.or_else(|| owner(&span.expansion.as_ref()?.span))
}

fn errors(lines: &str) -> Errors {
    let mut errors = Errors::new();
    for line in lines.lines() {
        let Ok(message) = serde_json::from_str::<Message>(line) else {
            continue;
        };
        let Some(diagnostic) = message
            .message
            .filter(|_| message.reason == "compiler-message")
        else {
            continue;
        };
        if diagnostic.level != "error" && !diagnostic.level.starts_with("error:")
            || diagnostic.message.starts_with("aborting due")
        {
            continue;
        }
        let primary = diagnostic.spans.iter().filter(|span| span.is_primary);
        let index = primary.chain(&diagnostic.spans).find_map(owner);
        let text = diagnostic.rendered.unwrap_or(diagnostic.message);
        errors.entry(index).or_default().push(text);
    }
    if errors.len() > 1 {
        errors.remove(&None);
    }
    errors
}
