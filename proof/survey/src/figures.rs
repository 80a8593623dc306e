//! Counts over files, crates, constructs and reasons.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result};

use crate::judge::{self, Judgement, Status};
use crate::kind::Kind;
use crate::sources::{self, ModulePath};
use crate::templates::Templates;

/// Deep expressions need deep stacks.
const STACK: usize = 512 << 20;

/// How to survey.
#[derive(Clone, Debug)]
pub struct Options {
    /// Whether folders of tests, benchmarks and examples are looked at.
    pub with_tests: bool,
    /// `join = ..` for every module.
    pub join: Option<String>,
    /// How long a file may take.
    pub limit: Duration,
}

/// What has become of how many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// See [`Status::Lowered`].
    pub lowered: usize,
    /// See [`Status::Refused`].
    pub refused: usize,
    /// See [`Status::Beside`].
    pub beside: usize,
    /// See [`Status::NotUnderstood`].
    pub not_understood: usize,
}

impl Tally {
    /// Counts one.
    pub fn count(&mut self, status: Status) {
        *match status {
            Status::Lowered => &mut self.lowered,
            Status::Refused => &mut self.refused,
            Status::Beside => &mut self.beside,
            Status::NotUnderstood => &mut self.not_understood,
        } += 1;
    }

    /// Adds another one.
    pub fn add(&mut self, other: Self) {
        self.lowered += other.lowered;
        self.refused += other.refused;
        self.beside += other.beside;
        self.not_understood += other.not_understood;
    }

    /// Of all.
    #[must_use]
    pub fn total(self) -> usize {
        self.lowered + self.refused + self.beside + self.not_understood
    }
}

/// A file with async code.
pub struct Surveyed {
    /// Where it is.
    pub path: PathBuf,
    /// How long it is.
    pub lines: usize,
    /// What is to be said of it.
    pub judgement: Judgement,
}

/// A folder.
pub struct Crate {
    /// The name of the folder.
    pub name: String,
    /// Its files with async code.
    pub files: Vec<Surveyed>,
}

impl Crate {
    /// Surveys a folder.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn survey(root: &Path, options: &Options, templates: &Arc<Templates>) -> Result<Self> {
        let mut files = Vec::new();
        for path in sources::files(root, options.with_tests)? {
            let source = std::fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            let lines = source.lines().count();
            if let Some(judgement) = bounded(source, root, &path, options, templates) {
                files.push(Surveyed {
                    path,
                    lines,
                    judgement,
                });
            }
        }
        let name = root.file_name().unwrap_or(root.as_os_str());
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            files,
        })
    }

    /// How long its files with async code are.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.files.iter().map(|file| file.lines).sum()
    }

    /// How many errors there are.
    #[must_use]
    pub fn errors(&self) -> usize {
        let errors = self.files.iter().map(|file| file.judgement.refusals.len());
        errors.sum()
    }

    /// By construct.
    #[must_use]
    pub fn by_kind(&self) -> BTreeMap<Kind, Tally> {
        let mut tallies: BTreeMap<Kind, Tally> = BTreeMap::new();
        let constructs = self
            .files
            .iter()
            .flat_map(|file| &file.judgement.constructs);
        for construct in constructs {
            tallies
                .entry(construct.kind)
                .or_default()
                .count(construct.status);
        }
        let refusals = self.files.iter().flat_map(|file| &file.judgement.refusals);
        for refusal in refusals.filter(|refusal| refusal.kind == Kind::Other) {
            tallies.entry(refusal.kind).or_default().refused += 1;
        }
        tallies
    }

    /// Of all constructs.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let mut sum = Tally::default();
        for (kind, tally) in self.by_kind() {
            if kind != Kind::Other {
                sum.add(tally);
            }
        }
        sum
    }
}

/// In a thread of its own: what panics or hangs is not understood.
fn bounded(
    source: String,
    root: &Path,
    path: &Path,
    options: &Options,
    templates: &Arc<Templates>,
) -> Option<Judgement> {
    let (sender, receiver) = mpsc::channel();
    let (root, path) = (root.to_owned(), path.to_owned());
    let (options, templates) = (options.clone(), Arc::clone(templates));
    let limit = options.limit;
    let work = move || {
        let judgement = match ModulePath::of(&root, &path) {
            Ok(module) => {
                let join = options.join.as_deref();
                judge::judge(&source, &module, join, &templates, &transform::beside)
            }
            Err(error) => Some(fault(format!("{error:#}"))),
        };
        // Nobody waits any more if it took too long.
        let _ = sender.send(judgement);
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    if let Err(error) = thread {
        return Some(fault(format!("no thread: {error}")));
    }
    match receiver.recv_timeout(limit) {
        Ok(judgement) => judgement,
        Err(mpsc::RecvTimeoutError::Disconnected) => Some(fault("a panic".to_owned())),
        Err(mpsc::RecvTimeoutError::Timeout) => {
            Some(fault(format!("more than {} s", limit.as_secs())))
        }
    }
}

fn fault(text: String) -> Judgement {
    Judgement {
        faults: vec![(0, text)],
        ..Judgement::default()
    }
}
