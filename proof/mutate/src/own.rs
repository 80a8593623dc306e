//! What the async half may lose, read by simpler means than those of the macro.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::compare;

pub(crate) const HELPERS: [&str; 3] = ["maybe_async", "only_async", "only_blocking"];
pub(crate) const HALVES: [&str; 3] = ["only_async", "only_blocking", "is_async"];

/// Less our own attributes, everywhere, and less those of tests, which become tokio's.
pub(crate) fn less_attributes(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in opened(tokens) {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        let attribute = out.last().is_some_and(is_hash);
        if attribute && (ends_in(&group, &HELPERS) || is_test(&group)) {
            out.pop();
            continue;
        }
        let inner = less_attributes(group.stream());
        out.push(TokenTree::Group(Group::new(group.delimiter(), inner)));
    }
    out.into_iter().collect()
}

/// `[a::helper ..]`
fn ends_in(group: &Group, words: &[&str]) -> bool {
    let path = path(group);
    group.delimiter() == Delimiter::Bracket
        && path
            .last()
            .is_some_and(|last| words.contains(&last.as_str()))
}

fn is_test(group: &Group) -> bool {
    let path = path(group);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    matches!(path.as_slice(), ["await_me_maybe" | "tokio", "test"])
}

fn path(group: &Group) -> Vec<String> {
    let mut path = Vec::new();
    for token in opened(group.stream()) {
        match token {
            TokenTree::Ident(ident) => path.push(ident.to_string()),
            TokenTree::Punct(colon) if colon.as_char() == ':' => {}
            _ => break,
        }
    }
    path
}

/// The fragments `$path` and `$attr:meta` as their tokens.
fn opened(tokens: TokenStream) -> Vec<TokenTree> {
    let mut out = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(fragment) if fragment.delimiter() == Delimiter::None => {
                out.extend(opened(fragment.stream()));
            }
            other => out.push(other),
        }
    }
    out
}

fn is_hash(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == '#')
}

/// Whether a `#` stands beside a fragment or at its end, in an attribute of ours, or at the beginning
/// of a fragment that is no item: hardly a source gives such tokens, and what is an attribute there,
/// and what it belongs to, is a matter of taste.
pub(crate) fn holds_stray_hash(tokens: &[TokenTree]) -> bool {
    let inside = |group: &Group| -> Vec<TokenTree> { group.stream().into_iter().collect() };
    let is_fragment = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::None);
    let beside = tokens
        .windows(2)
        .any(|pair| is_hash(&pair[0]) && is_fragment(&pair[1]));
    beside
        || tokens.iter().any(|token| match token {
            TokenTree::Group(group) => {
                let inner = inside(group);
                let ends = is_fragment(token)
                    && (inner.last().is_some_and(is_hash)
                        || inner.first().is_some_and(is_hash)
                            && syn::parse2::<syn::Item>(group.stream()).is_err());
                let ours = ends_in(group, &HELPERS) && inner.iter().any(is_hash);
                ends || ours || holds_stray_hash(&inner)
            }
            _ => false,
        })
}

/// What must be left in its order of a source with halves: all that stands in front of the first
/// mark in a group, and all in groups without one. What follows a mark may belong to it.
pub(crate) fn required(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mark = (0..tokens.len()).find(|&index| is_mark(&tokens, index));
    let asked = tokens.iter().position(asks);
    let end = match (mark, asked) {
        (None, None) => tokens.len(),
        (mark, asked) => {
            let first = mark
                .unwrap_or(tokens.len())
                .min(asked.unwrap_or(tokens.len()));
            in_front(&tokens, first)
        }
    };
    let front = tokens[..end].iter().filter_map(|token| match token {
        TokenTree::Group(group) => {
            let inner = required(group.stream());
            Some(TokenTree::Group(Group::new(group.delimiter(), inner)))
        }
        // `if is_async!()` is its branch.
        TokenTree::Ident(ident) if asked.is_some() && (ident == "if" || ident == "match") => None,
        other => Some(other.clone()),
    });
    front.collect()
}

/// `#[only_blocking]`; what the other attribute stands on stays.
fn is_mark(tokens: &[TokenTree], index: usize) -> bool {
    matches!(&tokens[index], TokenTree::Punct(pound) if pound.as_char() == '#')
        && matches!(tokens.get(index + 1), Some(TokenTree::Group(group)) if ends_in(group, &["only_blocking"]))
}

/// `is_async`, also in parentheses and such.
fn asks(token: &TokenTree) -> bool {
    match token {
        TokenTree::Ident(ident) => ident == "is_async",
        TokenTree::Group(group) if group.delimiter() != Delimiter::Brace => {
            group.stream().into_iter().any(|token| asks(&token))
        }
        _ => false,
    }
}

/// Where begins what may go with the mark: other attributes, the operator in front of a condition,
/// the `<` of a list that is left empty.
fn in_front(tokens: &[TokenTree], mark: usize) -> usize {
    let mut end = mark;
    while end > 0 {
        let goes = match &tokens[end - 1] {
            TokenTree::Punct(punct) => "#:&|!<".contains(punct.as_char()),
            TokenTree::Group(group) => {
                let pound = end.checked_sub(2).map(|index| &tokens[index]);
                group.delimiter() == Delimiter::Bracket
                    && matches!(pound, Some(TokenTree::Punct(pound)) if pound.as_char() == '#')
            }
            TokenTree::Ident(_) => {
                matches!(&tokens[end], TokenTree::Punct(colon) if colon.as_char() == ':')
            }
            TokenTree::Literal(_) => false,
        };
        if !goes {
            break;
        }
        end -= 1;
    }
    end
}

/// What the choice of a branch may add.
pub(crate) fn is_added(word: &str) -> bool {
    ["true", "false", "loop", "if", "{", "}", ",", ";"].contains(&word)
}

/// `pub mod name ..`
pub(crate) fn is_module(tokens: &[TokenTree]) -> bool {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if ident != "pub" && ident != "unsafe" => {
                return ident == "mod";
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                if is_module(&inner) {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

/// Words that make an exact comparison impossible.
pub(crate) fn mentions_ours(tokens: &[TokenTree]) -> bool {
    compare::mentions(
        tokens,
        &[
            "maybe_async",
            "only_async",
            "only_blocking",
            "is_async",
            "await_me_maybe",
        ],
    )
}
