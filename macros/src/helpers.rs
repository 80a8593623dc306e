//! The async half: the author's tokens, less our own helper attributes.
//!
//! It works on tokens so that it also works on code which does not parse yet, and returns the
//! very same tokens where there is nothing to take away.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Attribute;

use crate::groups;
use crate::shape;
use crate::stars;

/// The attribute, also where it helps inside an annotated item.
const HELPER: &str = "maybe_async";
/// Whatever only means something to it.
const HELPERS: [&str; 3] = ["maybe_async", "only_async", "only_blocking"];

/// Takes our helper attributes away at every depth, but not inside the arguments of macros, which
/// are not ours to read.
pub(crate) fn strip(tokens: TokenStream) -> TokenStream {
    if has_helper(tokens.clone()) {
        without(tokens)
    } else {
        tokens
    }
}

fn has_helper(tokens: TokenStream) -> bool {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if matches!(tokens.peek(), Some(TokenTree::Group(group)) if is_helper_group(group))
                {
                    return true;
                }
            }
            TokenTree::Group(group) if has_helper(group.stream()) => return true,
            _ => {}
        }
    }
    false
}

fn without(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    let mut macro_arguments = false;
    while let Some(token) = tokens.next() {
        let after_bang = std::mem::take(&mut macro_arguments);
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                if matches!(tokens.peek(), Some(TokenTree::Group(group)) if is_helper_group(group))
                {
                    tokens.next();
                } else {
                    out.push(TokenTree::Punct(punct));
                    if let Some(TokenTree::Group(attribute)) = tokens.next_if(is_attribute) {
                        out.push(TokenTree::Group(stars::removed_in(attribute)));
                    }
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == '!' => {
                macro_arguments = matches!(out.last(), Some(TokenTree::Ident(_)));
                out.push(TokenTree::Punct(punct));
            }
            TokenTree::Group(group) if !after_bang && has_helper(group.stream()) => {
                let inner = without(group.stream());
                out.push(TokenTree::Group(groups::regroup(
                    &group,
                    group.delimiter(),
                    inner,
                )));
            }
            TokenTree::Group(group) => {
                out.push(TokenTree::Group(groups::shown(group, tokens.peek())));
            }
            // `macro_rules! name { .. }`
            TokenTree::Ident(ident) if after_bang => {
                macro_arguments = true;
                out.push(TokenTree::Ident(ident));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn is_attribute(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket)
}

/// `[maybe_async ..]`, also as `[await_me_maybe::maybe_async ..]`.
fn is_helper_group(group: &Group) -> bool {
    if group.delimiter() != Delimiter::Bracket {
        return false;
    }
    let mut last = None;
    for token in groups::opened(group.stream()) {
        match token {
            TokenTree::Ident(ident) => last = Some(ident),
            TokenTree::Punct(punct) if punct.as_char() == ':' => {}
            _ => break,
        }
    }
    last.is_some_and(|ident| shape::is_one_of(&ident, &HELPERS))
}

/// The same of an attribute that has been parsed.
pub(crate) fn is_helper(attr: &Attribute) -> bool {
    attr.path()
        .segments
        .last()
        .is_some_and(|last| last.ident == HELPER)
}
