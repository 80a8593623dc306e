//! Paths in the strings of attributes: links of doc comments, and what derives are given by name.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{Lit, LitStr, Path, Token, WherePredicate};

use super::place::Place;
use crate::groups;
use crate::shape;

/// Attributes whose strings are for people, for the linker or for `cfg`.
const WITHOUT_PATHS: [&str; 14] = [
    "allow",
    "cfg",
    "deny",
    "deprecated",
    "error",
    "expect",
    "export_name",
    "forbid",
    "link",
    "link_name",
    "must_use",
    "path",
    "should_panic",
    "warn",
];

impl Place<'_> {
    /// Input:  `serde(default = "super::level")`, `doc = "[f](super::f)"`
    /// Output: `serde(default = "super::super::level")`, `doc = "[f](super::super::f)"`
    pub(super) fn attribute(&self, tokens: TokenStream, local: usize) -> TokenStream {
        let tokens = self.within(tokens, local);
        match tokens.clone().into_iter().next() {
            Some(TokenTree::Ident(name)) if name == "doc" => {
                each_value(tokens, &|_, text| self.linked(text, local))
            }
            Some(TokenTree::Ident(name)) if shape::is_one_of(&name, &WITHOUT_PATHS) => tokens,
            _ => each_value(tokens, &|key, text| self.named(key, text, local)),
        }
    }

    /// `default = "path"`, `bound = "T: path"`
    fn named(&self, key: &str, text: &LitStr, local: usize) -> Option<String> {
        let written = if key == "bound" {
            let parser = Punctuated::<WherePredicate, Token![,]>::parse_terminated;
            text.parse_with(parser).ok()?.into_token_stream()
        } else {
            text.parse::<Path>().ok()?.into_token_stream()
        };
        let before = written.to_string();
        let after = self.within(written, local).to_string();
        (after != before).then(|| compact(&after))
    }

    /// The text of a doc comment, with its links.
    fn linked(&self, text: &LitStr, local: usize) -> Option<String> {
        let text = text.value();
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some(at) = link(rest) {
            let (before, path) = rest.split_at(at);
            let end = path
                .find(|char: char| !(char.is_alphanumeric() || char == '_' || char == ':'))
                .unwrap_or(path.len());
            let (path, behind) = path.split_at(end);
            out.push_str(before);
            match syn::parse_str::<Path>(path) {
                Ok(parsed) => {
                    let placed = self.within(parsed.into_token_stream(), local);
                    out.push_str(&compact(&placed.to_string()));
                }
                Err(_) => out.push_str(path),
            }
            rest = behind;
        }
        out.push_str(rest);
        (out != text).then_some(out)
    }
}

/// Where the first path starts that is linked to and may lead elsewhere in the twin.
fn link(text: &str) -> Option<usize> {
    let starts = ["super::", "self::", "crate::"];
    text.char_indices().map(|(at, _)| at).find(|&at| {
        let here = starts.iter().any(|start| text[at..].starts_with(start));
        // `fn@super::f` says which of several is meant.
        let before = text[..at].trim_end_matches('@');
        let before = if before.len() < at {
            before.trim_end_matches(char::is_alphabetic)
        } else {
            before
        };
        here && ["[", "[`", "](", "](<", "]: "]
            .iter()
            .any(|opening| before.ends_with(opening))
    })
}

/// As people write paths.
fn compact(tokens: &str) -> String {
    tokens.replace(" :: ", "::")
}

/// Each string behind an `=`, with the key in front of it.
fn each_value(
    tokens: TokenStream,
    change: &dyn Fn(&str, &LitStr) -> Option<String>,
) -> TokenStream {
    let mut key = String::new();
    let mut behind_equals = false;
    let mut out = Vec::new();
    for token in tokens {
        let is_value = std::mem::take(&mut behind_equals);
        out.push(match token {
            TokenTree::Group(group) => {
                let inner = each_value(group.stream(), change);
                let group: Group = groups::regroup(&group, group.delimiter(), inner);
                TokenTree::Group(group)
            }
            TokenTree::Literal(literal) if is_value => {
                let changed = match Lit::new(literal.clone()) {
                    Lit::Str(text) => change(&key, &text),
                    _ => None,
                };
                let literal = changed.map_or_else(
                    || literal.clone(),
                    |changed| {
                        let mut changed = Literal::string(&changed);
                        changed.set_span(literal.span());
                        changed
                    },
                );
                TokenTree::Literal(literal)
            }
            TokenTree::Punct(punct) => {
                behind_equals = punct.as_char() == '=';
                TokenTree::Punct(punct)
            }
            TokenTree::Ident(ident) => {
                key = ident.to_string();
                TokenTree::Ident(ident)
            }
            other @ TokenTree::Literal(_) => other,
        });
    }
    out.into_iter().collect()
}
