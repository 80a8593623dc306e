//! The texts that the macro can show, read from where they are written.

use anyhow::{Context as _, Result};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Item, LitStr};

const SOURCE: &str = include_str!("../../../macros/src/messages.rs");

/// A text with holes.
struct Template {
    name: String,
    /// What stands between the holes.
    pieces: Vec<String>,
}

impl Template {
    fn weight(&self) -> usize {
        self.pieces.iter().map(String::len).sum()
    }

    fn matches(&self, text: &str) -> bool {
        let [first, between @ .., last] = self.pieces.as_slice() else {
            return self.pieces.first().is_some_and(|only| only == text);
        };
        let Some(mut rest) = text.strip_prefix(first.as_str()) else {
            return false;
        };
        for piece in between {
            let Some((_, after)) = rest.split_once(piece.as_str()) else {
                return false;
            };
            rest = after;
        }
        rest.ends_with(last.as_str())
    }
}

/// All texts of the macro.
pub struct Templates(Vec<Template>);

impl Templates {
    /// Reads the macro's texts.
    ///
    /// # Errors
    ///
    /// If the file is not Rust.
    pub fn read() -> Result<Self> {
        let file = syn::parse_file(SOURCE).context("the texts of the macro are not Rust")?;
        let mut templates = Vec::new();
        for item in file.items {
            let name = match &item {
                Item::Fn(item) => item.sig.ident.to_string(),
                Item::Const(item) => item.ident.to_string(),
                _ => continue,
            };
            let mut texts = Vec::new();
            strings(item.to_token_stream(), &mut texts);
            // A text says what is wrong, and behind a semicolon what to write instead.
            let texts = texts.into_iter().filter(|text| text.contains("; "));
            templates.extend(texts.map(|text| Template {
                name: name.clone(),
                pieces: pieces(&text),
            }));
        }
        templates.sort_by_key(|template| std::cmp::Reverse(template.weight()));
        Ok(Self(templates))
    }

    /// The name of the text that this is: a function or constant of `messages.rs`.
    #[must_use]
    pub fn name(&self, text: &str) -> Option<&str> {
        let found = self.0.iter().find(|template| template.matches(text))?;
        // This one only adds a sentence to another text.
        if found.name == "own_function" {
            let added = found.pieces.get(1)?;
            let (inner, _) = text.rsplit_once(added.as_str())?;
            return self.name(inner);
        }
        Some(&found.name)
    }
}

fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        if let Some(piece) = pieces.last_mut() {
            piece.push_str(before);
        }
        let (_, behind) = after.split_once('}').unwrap_or(("", after));
        pieces.push(String::new());
        rest = behind;
    }
    if let Some(piece) = pieces.last_mut() {
        piece.push_str(rest);
    }
    pieces
}

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
