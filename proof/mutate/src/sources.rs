//! The code that people wrote, as items.

use std::collections::HashSet;
use std::error::Error;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use fastrand::Rng;
use quote::ToTokens as _;
use syn::{File, ImplItem, Item, TraitItem};
use walkdir::WalkDir;

use crate::tree::{self, Tree};

/// Larger items are split, or left out.
const TOKENS: usize = 300;
/// Mostly smaller ones are taken, for the number of inputs in a second.
const SMALL: usize = 60;
const BYTES: usize = 4_000;
/// Larger files are tables of numbers.
const FILE: usize = 300_000;
/// One of so many files without async code is read.
const SYNC_FILES: usize = 4;
const WORDS: [&str; 4] = ["async", "await", "Future", "Stream"];

/// Items as text: tokens stay in the thread that has read them.
pub(crate) struct Sources {
    items: Vec<String>,
    /// The async ones, and how many of them in front are small.
    lively: Vec<usize>,
    small: usize,
    seen: HashSet<u64>,
    met: usize,
    pub(crate) files: usize,
}

fn is_lively(text: &str) -> bool {
    WORDS.iter().any(|word| text.contains(word))
}

impl Sources {
    /// The items of all Rust files in the folders, in the order of their paths.
    ///
    /// # Errors
    ///
    /// If no item is found.
    pub(crate) fn read(folders: &[PathBuf]) -> Result<Self, Box<dyn Error>> {
        let mut sources = Self {
            items: Vec::new(),
            lively: Vec::new(),
            small: 0,
            seen: HashSet::new(),
            met: 0,
            files: 0,
        };
        for folder in folders {
            let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
            let hidden = |name: &str| name == "target" || name.len() > 1 && name.starts_with('.');
            let entries =
                entries.filter_entry(|entry| !entry.file_name().to_str().is_some_and(hidden));
            for entry in entries.filter_map(Result::ok) {
                if entry.path().extension().is_some_and(|end| end == "rs") {
                    sources.file(entry.path());
                }
            }
        }
        if sources.items.is_empty() {
            return Err("there is no item in these folders".into());
        }
        sources.order();
        Ok(sources)
    }

    fn file(&mut self, path: &Path) {
        let Ok(text) = fs::read_to_string(path) else {
            return;
        };
        self.met += 1;
        if text.len() > FILE || !is_lively(&text) && self.met % SYNC_FILES != 0 {
            return;
        }
        let Ok(File { items, .. }) = syn::parse_file(&text) else {
            return;
        };
        self.files += 1;
        for item in items {
            self.push(item);
        }
    }

    fn push(&mut self, item: Item) {
        let tokens = item.to_token_stream();
        let trees = tree::trees(tokens.clone());
        if tree::count(&trees) <= TOKENS {
            let text = tokens.to_string();
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            if text.len() <= BYTES && self.seen.insert(hasher.finish()) {
                self.items.push(text);
            }
            return;
        }
        match item {
            Item::Mod(module) => {
                for item in module.content.into_iter().flat_map(|(_, items)| items) {
                    self.push(item);
                }
            }
            Item::Impl(item) if item.items.len() > 1 => {
                for member in &item.items {
                    if let ImplItem::Fn(_) = member {
                        let mut alone = item.clone();
                        alone.items = vec![member.clone()];
                        self.push(Item::Impl(alone));
                    }
                }
            }
            Item::Trait(item) if item.items.len() > 1 => {
                for member in &item.items {
                    if let TraitItem::Fn(_) = member {
                        let mut alone = item.clone();
                        alone.items = vec![member.clone()];
                        self.push(Item::Trait(alone));
                    }
                }
            }
            _ => {}
        }
    }

    fn order(&mut self) {
        let items = &self.items;
        let (small, large): (Vec<usize>, Vec<usize>) = (0..items.len())
            .filter(|&index| is_lively(&items[index]))
            .partition(|&index| tree::count(&tree::read(&items[index])) <= SMALL);
        self.small = small.len();
        self.lively = small.into_iter().chain(large).collect();
        self.seen = HashSet::new();
    }

    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    pub(crate) fn async_items(&self) -> usize {
        self.lively.len()
    }

    /// The same number for the same items in the same order.
    pub(crate) fn fingerprint(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.items.hash(&mut hasher);
        hasher.finish()
    }

    /// One of them, an async one in three cases of four.
    pub(crate) fn item(&self, random: &mut Rng) -> Vec<Tree> {
        let index = match random.u8(..16) {
            0..=11 if self.small > 0 => self.lively[random.usize(..self.small)],
            12 if !self.lively.is_empty() => self.lively[random.usize(..self.lively.len())],
            _ => {
                // Mostly a short one, too.
                let mut any = || random.usize(..self.items.len());
                let (one, other) = (any(), any());
                if self.items[one].len() < self.items[other].len() {
                    one
                } else {
                    other
                }
            }
        };
        tree::read(&self.items[index])
    }
}

/// Where this workspace keeps its code.
pub(crate) fn workspace() -> Vec<PathBuf> {
    const FOLDERS: [&str; 7] = [
        "macros/snapshots",
        "macros/src",
        "runtime",
        "tests",
        "ui-tests/tests",
        "examples",
        "benches",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    FOLDERS.iter().map(|folder| root.join(folder)).collect()
}

/// The packages that this workspace depends on, where cargo has put them.
///
/// # Errors
///
/// If cargo cannot be run, or does not know them.
pub(crate) fn registry() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let rustc = Command::new("rustc").arg("-vV").output()?;
    let version = String::from_utf8(rustc.stdout)?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let mut cargo = Command::new("cargo");
    cargo
        .args(["metadata", "--format-version", "1", "--locked"])
        .args([
            "--manifest-path",
            concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"),
        ]);
    if let Some(host) = host {
        cargo.args(["--filter-platform", host]);
    }
    let output = cargo.output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let graph: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let packages = graph["packages"].as_array().ok_or("no packages")?;
    let downloaded = packages
        .iter()
        .filter(|package| package["source"].is_string());
    let mut folders: Vec<PathBuf> = downloaded
        .filter_map(|package| {
            Some(
                Path::new(package["manifest_path"].as_str()?)
                    .parent()?
                    .into(),
            )
        })
        .collect();
    folders.sort();
    Ok(folders)
}
