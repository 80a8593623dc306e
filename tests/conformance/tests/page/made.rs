//! The names that macros of the mirror make, which are listed, as reading does not expand them.
//!
//! A list cannot be too short or too long by mistake: what a macro makes under a name of its own is
//! in the list, and each name of the list stands in the macro or where it is called.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{ImplItem, Item, Macro, TraitItem};

use crate::list::MADE;
use crate::methods::{self, Methods};

/// The macros of the mirror by file and name.
#[derive(Default)]
pub(crate) struct Definitions(BTreeMap<(String, String), TokenStream>);

impl Definitions {
    pub(crate) fn add(&mut self, file: &str, items: &[Item]) {
        for item in items {
            let Item::Macro(it) = item else { continue };
            if let Some(ident) = &it.ident {
                let key = (file.to_owned(), ident.to_string());
                self.0.insert(key, it.mac.tokens.clone());
            }
        }
    }

    /// The one of the same file, or the only one.
    fn find(&self, file: &str, name: &str) -> Option<&TokenStream> {
        let same = self.0.get(&(file.to_owned(), name.to_owned()));
        same.or_else(|| {
            let mut all = self.0.iter().filter(|((_, it), _)| it == name);
            let (_, first) = all.next()?;
            assert!(all.next().is_none(), "{file}: which `{name}`?");
            Some(first)
        })
    }

    /// What the macros called in these items make.
    pub(crate) fn made(&self, file: &str, items: &[Item]) -> Vec<(String, Methods)> {
        let mut calls: BTreeMap<String, Vec<TokenStream>> = BTreeMap::new();
        for mac in items.iter().flat_map(calls_in) {
            let name = mac.path.segments.last().map(|it| it.ident.to_string());
            let tokens = mac.tokens.clone();
            calls
                .entry(name.unwrap_or_default())
                .or_default()
                .push(tokens);
        }
        let made = calls.iter().flat_map(|(name, calls)| {
            let of_macro = |it: &&List| it.0 == file && it.1 == name;
            let lists: Vec<_> = MADE.iter().filter(|it| of_macro(it)).collect();
            if let Some(definition) = self.find(file, name) {
                let around = methods::of(items).into_iter().map(|(name, _)| name);
                check(file, name, definition, calls, around.collect(), &lists);
            }
            lists
        });
        let owned = |it: &&str| (*it).to_owned();
        made.map(|(_, _, name, methods)| ((*name).to_owned(), methods.iter().map(owned).collect()))
            .collect()
    }
}

/// A file, a macro, what it makes or adds to, and the methods.
pub(crate) type List = (
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

fn calls_in<'a>(item: &'a Item) -> Vec<&'a Macro> {
    match item {
        Item::Macro(it) if it.ident.is_none() => vec![&it.mac],
        Item::Impl(it) if it.trait_.is_none() => {
            let of_item = |item: &'a ImplItem| match item {
                ImplItem::Macro(it) => vec![&it.mac],
                _ => Vec::new(),
            };
            it.items.iter().flat_map(of_item).collect()
        }
        Item::Trait(it) => {
            let of_item = |item: &'a TraitItem| match item {
                TraitItem::Macro(it) => vec![&it.mac],
                _ => Vec::new(),
            };
            it.items.iter().flat_map(of_item).collect()
        }
        _ => Vec::new(),
    }
}

fn check(
    file: &str,
    name: &str,
    definition: &TokenStream,
    calls: &[TokenStream],
    mut words: Vec<String>,
    lists: &[&List],
) {
    flatten(
        calls.iter().chain([definition]).cloned().collect(),
        &mut words,
    );
    let listed: BTreeSet<&str> = lists
        .iter()
        .flat_map(|(_, _, item, methods)| methods.iter().chain([item]).copied())
        .collect();
    for listed in &listed {
        let stands = words.iter().any(|it| it == listed);
        assert!(stands, "{file}: `{listed}` is not in `{name}!`");
    }

    let mut words = Vec::new();
    flatten(definition.clone(), &mut words);
    for (at, word) in words.iter().enumerate() {
        let [first, second, third] = [1, 2, 3].map(|next| words.get(at + next).map(String::as_str));
        let made = match (word.as_str(), first, second) {
            ("pub", Some("const"), Some("fn")) => third,
            ("pub", Some("enum" | "fn" | "struct" | "trait" | "type"), made) => made,
            _ => continue,
        };
        let made = made.expect("an item has a name");
        let known = if made == "$" {
            !lists.is_empty()
        } else {
            listed.contains(made)
        };
        assert!(known, "{file}: list what `{name}!` makes: {made}");
    }
}

/// All words, and `(`, where a list in parentheses begins.
fn flatten(tokens: TokenStream, into: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                if group.delimiter() == Delimiter::Parenthesis {
                    into.push("(".to_owned());
                }
                flatten(group.stream(), into);
            }
            token => into.push(token.to_string()),
        }
    }
}
