//! No text of ours is unproven: each is recorded with a program that gets it, and each is followed
//! by a program that does what it says.
//!
//! Such a program has a comment like ``// Does what `race` and `timeout` say: ..``, by the names
//! that the texts have in `macros/src/messages.rs`; those of the runtime have the name of the trait
//! that they stand on. The programs are in `tests/pass` here, or among the tests of behaviour,
//! which run both halves.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Item, LitStr};

const MESSAGES: &str = "../macros/src/messages.rs";
const RUNTIME: &str = "../runtime/src";
const FOLLOWED_IN: [&str; 2] = ["tests/pass", "../tests/tests"];

/// The texts by their names.
type Texts = BTreeMap<String, Vec<String>>;

/// The strings in these tokens.
fn strings(tokens: TokenStream, out: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => strings(group.stream(), out),
            TokenTree::Literal(literal) => {
                if let Ok(string) = syn::parse2::<LitStr>(TokenTree::from(literal).into()) {
                    out.push(string.value());
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

fn items(file: &Path) -> Vec<Item> {
    let source = fs::read_to_string(file).expect("the sources are beside this package");
    syn::parse_file(&source).expect("they compile").items
}

/// A text says what is wrong, and behind a semicolon what to write instead.
fn is_text(string: &str) -> bool {
    string.contains("; ")
}

fn of_the_macro() -> Texts {
    let mut texts = Texts::new();
    for item in items(Path::new(MESSAGES)) {
        let name = match &item {
            Item::Fn(item) => item.sig.ident.to_string(),
            Item::Const(item) => item.ident.to_string(),
            _ => continue,
        };
        let mut found = Vec::new();
        strings(item.to_token_stream(), &mut found);
        found.retain(|string| is_text(string));
        if !found.is_empty() {
            texts.insert(name, found);
        }
    }
    texts
}

/// What rustc says for us.
fn of_the_runtime() -> Texts {
    let mut texts = Texts::new();
    for file in sources(Path::new(RUNTIME)) {
        for item in items(&file) {
            let Item::Trait(item) = item else { continue };
            let spoken = |attr: &&syn::Attribute| {
                let path = attr.path().segments.last();
                path.is_some_and(|last| last.ident == "on_unimplemented")
            };
            if let Some(attr) = item.attrs.iter().find(spoken) {
                let mut found = Vec::new();
                strings(attr.to_token_stream(), &mut found);
                texts.insert(item.ident.to_string(), found);
            }
        }
    }
    texts
}

/// The Rust files below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is here") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// What is recorded for the programs that must not compile.
fn recorded() -> Vec<String> {
    let entries = fs::read_dir("tests/fail").expect("the folder is here");
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|end| end == "stderr"));
    let texts = texts.map(|path| fs::read_to_string(path).expect("what is recorded is text"));
    texts
        .flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

/// Whether `line` is `text` with something in the place of each `{..}`.
fn is_shown(text: &str, line: &str) -> bool {
    let mut rest = line;
    let mut first = true;
    for piece in text.split('{') {
        let piece = if first {
            piece
        } else {
            piece.split_once('}').map_or(piece, |(_, after)| after)
        };
        first = false;
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    true
}

/// The names of the texts that the comments of this source say to follow.
fn followed(source: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for line in source.lines() {
        let Some(comment) = line.trim_start().strip_prefix("//") else {
            continue;
        };
        let Some((_, after)) = comment.split_once("Does what ") else {
            continue;
        };
        let Some((listed, _)) = after.split_once(" say") else {
            continue;
        };
        names.extend(listed.split('`').skip(1).step_by(2).map(str::to_owned));
    }
    names
}

#[test]
fn every_text_is_recorded() {
    let recorded = recorded();
    let mut missing = Vec::new();
    let (ours, spoken) = (of_the_macro(), of_the_runtime());
    assert!(ours.len() > 80 && spoken.len() > 4, "{ours:?} {spoken:?}");
    for (name, texts) in ours.iter().chain(&spoken) {
        for text in texts {
            if !recorded.iter().any(|line| is_shown(text, line)) {
                missing.push(format!("{name}: {text}"));
            }
        }
    }
    assert!(
        missing.is_empty(),
        "in no `.stderr`:\n{}",
        missing.join("\n")
    );
}

#[test]
fn every_text_is_followed() {
    let mut known: BTreeSet<String> = of_the_macro().into_keys().collect();
    known.extend(of_the_runtime().into_keys());
    let mut wrong = Vec::new();
    let mut done = BTreeSet::new();
    for file in FOLLOWED_IN
        .iter()
        .flat_map(|folder| sources(Path::new(folder)))
    {
        let source = fs::read_to_string(&file).expect("a program is text");
        for name in followed(&source) {
            if !known.contains(&name) {
                wrong.push(format!("{}: no text is called `{name}`", file.display()));
            }
            done.insert(name);
        }
    }
    for name in known.difference(&done) {
        wrong.push(format!("no program does what `{name}` says"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
