//! The finds that are kept, as files.
//!
//! ```text
//! // panic: what it said
//! // beside: name = x
//! async fn f() {}
//! ```
//!
//! An invisible group is written as `__invisible! ( .. )`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Ident, Punct, Spacing, Span, TokenTree};

use crate::examine::Fault;
use crate::input::{Entry, Input, Kind};
use crate::tree::{self, Tree};

const INVISIBLE: &str = "__invisible";

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// All finds, by the names of their files.
///
/// # Errors
///
/// If one cannot be read.
pub(crate) fn finds() -> Result<Vec<(String, Input)>, Box<dyn Error>> {
    let mut finds = Vec::new();
    for entry in fs::read_dir(folder())? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "rs") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            let text = fs::read_to_string(&path)?;
            let input = parse(&text).ok_or_else(|| format!("{name} is no find"))?;
            finds.push((name.into_owned(), input));
        }
    }
    finds.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(finds)
}

/// Writes a find; its path.
///
/// # Errors
///
/// If the file cannot be written.
pub(crate) fn keep(name: &str, input: &Input, fault: &Fault) -> Result<PathBuf, Box<dyn Error>> {
    let path = folder().join(format!("{name}.rs"));
    let Fault { breach, what } = fault;
    fs::write(&path, format!("// {breach}: {what}\n{}", print(input)))?;
    Ok(path)
}

pub(crate) fn print(input: &Input) -> String {
    let text = |trees: &[Tree]| tree::stream(&shown(trees)).to_string();
    let args = text(&input.args).replace('\n', " ");
    format!("// {}: {args}\n{}\n", input.entry, text(&input.item))
}

fn parse(text: &str) -> Option<Input> {
    let mut lines = text.splitn(3, '\n');
    lines.next()?.strip_prefix("// ")?;
    let (entry, args) = lines.next()?.strip_prefix("// ")?.split_once(':')?;
    let entry = Entry::ALL
        .into_iter()
        .find(|other| other.to_string() == entry)?;
    let read = |text: &str| Some(hidden(tree::trees(text.parse().ok()?)));
    Some(Input {
        kind: Kind::AsWritten,
        entry,
        args: read(args)?,
        item: read(lines.next()?)?,
    })
}

fn shown(trees: &[Tree]) -> Vec<Tree> {
    let mut out = Vec::new();
    for tree in trees {
        match tree {
            Tree::Group(Delimiter::None, inner) => {
                let name = Ident::new(INVISIBLE, Span::call_site());
                let bang = Punct::new('!', Spacing::Alone);
                out.push(Tree::Leaf(TokenTree::Ident(name)));
                out.push(Tree::Leaf(TokenTree::Punct(bang)));
                out.push(Tree::Group(Delimiter::Parenthesis, shown(inner)));
            }
            Tree::Group(delimiter, inner) => out.push(Tree::Group(*delimiter, shown(inner))),
            leaf @ Tree::Leaf(_) => out.push(leaf.clone()),
        }
    }
    out
}

fn hidden(trees: Vec<Tree>) -> Vec<Tree> {
    let mut out: Vec<Tree> = Vec::new();
    for tree in trees {
        let Tree::Group(mut delimiter, inner) = tree else {
            out.push(tree);
            continue;
        };
        if let [
            ..,
            Tree::Leaf(TokenTree::Ident(name)),
            Tree::Leaf(TokenTree::Punct(_)),
        ] = &out[..]
        {
            if name == INVISIBLE {
                out.truncate(out.len() - 2);
                delimiter = Delimiter::None;
            }
        }
        out.push(Tree::Group(delimiter, hidden(inner)));
    }
    out
}
