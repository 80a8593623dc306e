//! The files of a project, and the places that are marked in them.
//!
//! `/*^name*/word` marks `word`. A mark is a comment: it does not change what the file means.

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::place::{self, Place};

const OPEN: &str = "/*^";
const CLOSE: &str = "*/";

#[derive(Default)]
pub(crate) struct Files {
    texts: Texts,
    marks: BTreeMap<String, Mark>,
}

#[derive(Clone)]
pub(crate) struct Mark {
    pub(crate) path: PathBuf,
    /// Of the marked word.
    pub(crate) word: Range<usize>,
}

/// What stands in each file.
pub(crate) type Texts = BTreeMap<PathBuf, String>;

/// What a rename is to do: whole words, in all files.
pub(crate) type Words<'a> = [(&'a str, &'a str)];

impl Files {
    /// Reads all Rust files below the folders.
    pub(crate) fn read(folders: &[PathBuf]) -> Result<Self> {
        let mut files = Self::default();
        let mut folders = folders.to_vec();
        while let Some(folder) = folders.pop() {
            let entries = fs::read_dir(&folder);
            for entry in entries.with_context(|| format!("reading {}", folder.display()))? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|end| end == "rs") {
                    let text = fs::read_to_string(&path)?;
                    files.texts.insert(path, text);
                }
            }
        }
        files.find_marks()?;
        Ok(files)
    }

    fn find_marks(&mut self) -> Result<()> {
        for (path, text) in &self.texts {
            for (at, _) in text.match_indices(OPEN) {
                let name = &text[at + OPEN.len()..];
                let end = name.find(CLOSE).context("a mark without an end")?;
                let start = at + OPEN.len() + end + CLOSE.len();
                let mark = Mark {
                    path: path.clone(),
                    word: start..start + word_length(&text[start..]),
                };
                let name = &name[..end];
                if self.marks.insert(name.to_owned(), mark).is_some() {
                    bail!("the mark {name} is there twice");
                }
            }
        }
        Ok(())
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.texts.keys().map(PathBuf::as_path)
    }

    pub(crate) fn text(&self, path: &Path) -> Result<&str> {
        let text = self.texts.get(path);
        Ok(text.with_context(|| format!("not a file of the project: {}", path.display()))?)
    }

    pub(crate) fn mark(&self, name: &str) -> Result<Mark> {
        let mark = self.marks.get(name);
        mark.cloned()
            .with_context(|| format!("no mark {name} in the fixture"))
    }

    /// The place of a marked word.
    pub(crate) fn place(&self, name: &str) -> Result<Place> {
        let mark = self.mark(name)?;
        let text = self.text(&mark.path)?;
        Ok(Place::of(&mark.path, text, mark.word.start, mark.word.end))
    }

    /// Every place of a whole word, in comments too.
    pub(crate) fn places_of(&self, word: &str) -> Vec<Place> {
        let places = self.texts.iter().flat_map(|(path, text)| {
            let found = whole_words(text, word);
            found.map(move |at| Place::of(path, text, at, at + word.len()))
        });
        places.collect()
    }

    /// All texts with some words replaced by others, and some marked words in their own way.
    pub(crate) fn with_words(&self, words: &Words<'_>, marks: &Words<'_>) -> Result<Texts> {
        let mut texts = self.texts.clone();
        for (path, text) in &mut texts {
            let old = self.text(path)?;
            let mut edits = BTreeMap::new();
            for (word, new) in words {
                let found = whole_words(old, word);
                edits.extend(found.map(|at| (at, (at..at + word.len(), *new))));
            }
            for (name, new) in marks {
                let mark = self.mark(name)?;
                if mark.path == *path {
                    edits.insert(mark.word.start, (mark.word, *new));
                }
            }
            let edits = edits.into_values();
            let edits = edits.map(|(range, new)| (range, new.to_owned()));
            *text = edited(old, edits.collect());
        }
        Ok(texts)
    }

    /// All texts after a `WorkspaceEdit`.
    pub(crate) fn with_edit(&self, edit: &Value) -> Result<Texts> {
        let mut texts = self.texts.clone();
        let changes = edit["documentChanges"].as_array();
        for change in changes.context("no changes in the answer")? {
            let path = place::path(&change["textDocument"]["uri"])?;
            let text = self.text(&path)?;
            let edits = change["edits"].as_array().context("no edits of a file")?;
            let edits = edits.iter().map(|edit| {
                let start = place::offset(text, &edit["range"]["start"])?;
                let end = place::offset(text, &edit["range"]["end"])?;
                let new = edit["newText"].as_str().context("an edit without text")?;
                Ok((start..end, new.to_owned()))
            });
            let text = edited(text, edits.collect::<Result<_>>()?);
            texts.insert(path, text);
        }
        Ok(texts)
    }
}

/// Applies edits that do not overlap, as the protocol has it: all places are of the old text.
fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut text = text.to_owned();
    for (range, new) in edits.into_iter().rev() {
        text.replace_range(range, &new);
    }
    text
}

fn is_in_word(character: char) -> bool {
    character == '_' || character.is_alphanumeric()
}

fn word_length(text: &str) -> usize {
    text.find(|character| !is_in_word(character))
        .unwrap_or(text.len())
}

/// Where a word stands, but for the names of marks.
fn whole_words(text: &str, word: &str) -> impl Iterator<Item = usize> {
    let found = text.match_indices(word).filter(|(at, word)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let mark = text[..*at].rfind(OPEN);
        let in_mark = mark.is_some_and(|mark| !text[mark..*at].contains(CLOSE));
        !in_mark && ![before, after].into_iter().flatten().any(is_in_word)
    });
    found.map(|(at, _)| at).collect::<Vec<_>>().into_iter()
}
