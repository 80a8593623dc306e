//! The project that is asked about: a copy, in a folder of its own, of what lies in `fixture`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::files::{Files, Texts};

pub(crate) struct Fixture {
    pub(crate) folder: PathBuf,
    target: PathBuf,
}

impl Fixture {
    /// Copies it below a target folder, with the workspace's own versions of all dependencies.
    pub(crate) fn copy(workspace: &Path, target: &Path) -> Result<Self> {
        let from = workspace.join("proof/editor/fixture");
        let folder = target.join("editor/scratch");
        for old in [&folder, &folder.with_extension("check")] {
            if old.exists() {
                fs::remove_dir_all(old)?;
            }
        }
        copy(&from.join("src"), &folder.join("src"))?;
        let manifest = fs::read_to_string(from.join("manifest.toml"))?;
        let workspace_path = workspace.to_str().context("a path that is not UTF-8")?;
        let manifest = manifest.replace("WORKSPACE", &workspace_path.replace('\\', "/"));
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Self {
            folder,
            target: target.join("editor/fixture"),
        })
    }

    pub(crate) fn files(&self) -> Result<Files> {
        Files::read(&[self.folder.join("src")])
    }

    /// Where the fixture is built, by the server too.
    pub(crate) fn target(&self) -> &Path {
        &self.target
    }

    /// What rustc says of these texts, in place of the fixture's own: its errors and warnings.
    ///
    /// They are compiled elsewhere, so that the server sees nothing of it.
    pub(crate) fn check(&self, texts: &Texts) -> Result<Vec<Value>> {
        let folder = self.folder.with_extension("check");
        if !folder.exists() {
            copy(&self.folder, &folder)?;
        }
        for (path, text) in texts {
            let path = folder.join(path.strip_prefix(&self.folder)?);
            if fs::read_to_string(&path)? != *text {
                fs::write(path, text)?;
            }
        }
        let output = Command::new("cargo")
            .args(["check", "--offline", "--quiet", "--message-format=json"])
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", &self.target)
            .output()
            .context("running cargo check")?;
        let text = String::from_utf8(output.stdout)?;
        let mut messages = Vec::new();
        for line in text.lines() {
            let message: Value = serde_json::from_str(line)?;
            // Those without a place only count the others.
            let has_place = |spans: &Vec<Value>| !spans.is_empty();
            let spans = message["message"]["spans"].as_array();
            if message["reason"] == "compiler-message" && spans.is_some_and(has_place) {
                messages.push(message["message"].clone());
            }
        }
        ensure!(
            output.status.success() || !messages.is_empty(),
            "cargo check: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(messages)
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in from.read_dir()? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
