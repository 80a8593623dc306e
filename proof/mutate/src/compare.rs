//! Whether tokens are the same tokens.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use syn::parse::Parser as _;
use syn::{Expr, Item, MacroDelimiter, Meta, Pat, Stmt, Type, Visibility};

/// The same token, with all that is in it, and with the space behind it.
pub(crate) fn same(one: &TokenTree, other: &TokenTree) -> bool {
    match (one, other) {
        (TokenTree::Group(one), TokenTree::Group(other)) => {
            one.delimiter() == other.delimiter() && equal(one.stream(), other.stream())
        }
        (TokenTree::Ident(one), TokenTree::Ident(other)) => one == other,
        (TokenTree::Punct(one), TokenTree::Punct(other)) => {
            one.as_char() == other.as_char() && one.spacing() == other.spacing()
        }
        (TokenTree::Literal(one), TokenTree::Literal(other)) => {
            one.to_string() == other.to_string()
        }
        _ => false,
    }
}

pub(crate) fn equal(one: TokenStream, other: TokenStream) -> bool {
    let mut other = other.into_iter();
    one.into_iter()
        .all(|token| other.next().is_some_and(|other| same(&token, &other)))
        && other.next().is_none()
}

pub(crate) fn begins(whole: &[TokenTree], part: &[TokenTree]) -> bool {
    whole.len() >= part.len()
        && whole
            .iter()
            .zip(part)
            .all(|(whole, part)| same(whole, part))
}

/// The words of a source, without the parentheses: those around a fragment of `macro_rules` cannot
/// be seen, and may be made visible.
pub(crate) fn words(tokens: TokenStream) -> Vec<String> {
    let mut out = Vec::new();
    collect(tokens, &mut out);
    out
}

fn collect(tokens: TokenStream, out: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Parenthesis | Delimiter::None => {
                        collect(group.stream(), out);
                        continue;
                    }
                };
                out.push(open.to_owned());
                collect(group.stream(), out);
                out.push(close.to_owned());
            }
            other => out.push(other.to_string()),
        }
    }
}

/// Whether all of `part` stands in `whole` in its order; if not, what is missing first.
pub(crate) fn in_order(whole: &[String], part: &[String]) -> Result<(), String> {
    let mut whole = whole.iter();
    match part.iter().find(|word| !whole.any(|other| other == *word)) {
        None => Ok(()),
        Some(word) => Err(word.clone()),
    }
}

/// Whether an identifier stands anywhere that is one of the words.
pub(crate) fn mentions(tokens: &[TokenTree], words: &[&str]) -> bool {
    tokens.iter().any(|token| match token {
        TokenTree::Ident(ident) => words.iter().any(|word| ident == word),
        TokenTree::Group(group) => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            mentions(&inner, words)
        }
        _ => false,
    })
}

/// Whether there is an invisible group anywhere.
pub(crate) fn holds_invisible(tokens: &[TokenTree]) -> bool {
    tokens.iter().any(|token| match token {
        TokenTree::Group(group) => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            group.delimiter() == Delimiter::None || holds_invisible(&inner)
        }
        _ => false,
    })
}

/// Whether the invisible groups are such as `macro_rules` makes: whole fragments, which are not read
/// as a part of what stands around them.
pub(crate) fn holds_fragments(tokens: &TokenStream) -> bool {
    shown(tokens.clone()).is_some_and(|tokens| syn::parse2::<Item>(tokens).is_ok())
}

/// Operators in parentheses; `None` if something is no fragment.
fn shown(tokens: TokenStream) -> Option<TokenStream> {
    let mut out = Vec::new();
    for token in tokens {
        let TokenTree::Group(group) = token else {
            out.push(token);
            continue;
        };
        let delimiter = match group.delimiter() {
            Delimiter::None if is_operation(&group.stream()) => Delimiter::Parenthesis,
            Delimiter::None if !is_fragment(&group.stream()) => return None,
            delimiter => delimiter,
        };
        out.push(TokenTree::Group(Group::new(
            delimiter,
            shown(group.stream())?,
        )));
    }
    Some(out.into_iter().collect())
}

fn is_operation(tokens: &TokenStream) -> bool {
    match syn::parse2(tokens.clone()) {
        Ok(Expr::Path(_) | Expr::Lit(_) | Expr::Macro(_)) | Err(_) => false,
        Ok(_) => true,
    }
}

/// `doc(hidden)`; with braces it could be anything.
fn is_meta(tokens: &TokenStream) -> bool {
    match syn::parse2(tokens.clone()) {
        Ok(Meta::List(list)) => matches!(list.delimiter, MacroDelimiter::Paren(_)),
        Ok(_) => true,
        Err(_) => false,
    }
}

/// `let x = 1`: the semicolon is not a part of it.
fn is_statement(tokens: &TokenStream) -> bool {
    let mut ended = tokens.clone();
    ended.extend(TokenStream::from(TokenTree::Punct(Punct::new(
        ';',
        Spacing::Alone,
    ))));
    let semicolon =
        |last: TokenTree| matches!(last, TokenTree::Punct(punct) if punct.as_char() == ';');
    !tokens.clone().into_iter().last().is_some_and(semicolon) && syn::parse2::<Stmt>(ended).is_ok()
}

fn is_fragment(tokens: &TokenStream) -> bool {
    fn is<T: syn::parse::Parse>(tokens: &TokenStream) -> bool {
        syn::parse2::<T>(tokens.clone()).is_ok()
    }
    is::<Expr>(tokens)
        || is::<Type>(tokens)
        || is::<Item>(tokens)
        || is_statement(tokens)
        || is::<Visibility>(tokens)
        || is_meta(tokens)
        || Pat::parse_single.parse2(tokens.clone()).is_ok()
}
