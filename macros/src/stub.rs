//! The twin's signature when its body could not be made.
//!
//! While an author types, callers of the twin have to go on resolving: for rustc, so that one
//! fault is one error, and for an editor. It works on tokens, so that it also works on bodies
//! that do not parse.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::{ReturnType, Signature};

use crate::groups;
use crate::shape;

/// Input:  `async fn f() { any tokens } `
/// Output: `async fn f() { loop {} }`, and so for every method
pub(crate) fn without_bodies(tokens: TokenStream) -> TokenStream {
    let holds_functions = tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident == "fn" => Some(false),
        TokenTree::Ident(ident) if ident == "impl" || ident == "trait" || ident == "mod" => {
            Some(true)
        }
        _ => None,
    });
    match holds_functions {
        Some(false) => replace_bodies(tokens),
        Some(true) => {
            let mut tokens: Vec<TokenTree> = tokens.into_iter().collect();
            if let Some(TokenTree::Group(last)) = tokens.last_mut() {
                *last = groups::regroup(last, last.delimiter(), replace_bodies(last.stream()));
            }
            tokens.into_iter().collect()
        }
        None => tokens,
    }
}

fn replace_bodies(tokens: TokenStream) -> TokenStream {
    let mut in_fn = false;
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Ident(ident) => {
                in_fn |= ident == "fn";
                TokenTree::Ident(ident)
            }
            TokenTree::Punct(punct) if punct.as_char() == ';' => {
                in_fn = false;
                TokenTree::Punct(punct)
            }
            TokenTree::Group(group) if in_fn && group.delimiter() == Delimiter::Brace => {
                in_fn = false;
                diverging(group.span())
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let inner = replace_bodies(group.stream());
                TokenTree::Group(groups::regroup(&group, Delimiter::Brace, inner))
            }
            other => other,
        })
        .collect()
}

/// `{ loop {} }`
fn diverging(span: Span) -> TokenTree {
    let empty = Group::new(Delimiter::Brace, TokenStream::new());
    let body = [
        TokenTree::Ident(Ident::new("loop", span)),
        TokenTree::Group(empty),
    ];
    let mut group = Group::new(Delimiter::Brace, body.into_iter().collect());
    group.set_span(span);
    TokenTree::Group(group)
}

/// `loop {}` has every type but an opaque one.
pub(crate) fn can_diverge(sig: &Signature) -> bool {
    match &sig.output {
        ReturnType::Default => true,
        ReturnType::Type(_, ty) => {
            crate::returns::future_output(&sig.output).is_some_and(|ty| !shape::is_opaque(ty))
                || !shape::is_opaque(ty)
        }
    }
}
