//! Variables with which nothing is done.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Pat, Stmt};

use crate::shape;

/// What is no use of a variable.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Idle {
    /// That nothing names it.
    Unnamed,
    /// `drop(variable)`, too.
    Dropped,
}

/// Whether what a pattern takes is thrown away: `_`, or a variable that the `rest` of the block does
/// not use.
pub(crate) fn is_thrown_away(pat: &Pat, rest: &[Stmt], idle: Idle) -> bool {
    match pat {
        Pat::Wild(_) => true,
        Pat::Type(typed) => is_thrown_away(&typed.pat, rest, idle),
        _ => shape::plain_let(pat).is_some_and(|variable| is_unused(variable, rest, idle)),
    }
}

fn is_unused(variable: &Ident, rest: &[Stmt], idle: Idle) -> bool {
    let name = variable.to_string();
    for stmt in rest {
        if let Stmt::Local(local) = stmt {
            let again = shape::plain_let(&local.pat).is_some_and(|other| *other == name);
            if again {
                let init = local.init.as_ref();
                return init.is_none_or(|init| !is_used(init.expr.to_token_stream(), &name, idle));
            }
        }
        if is_used(stmt.to_token_stream(), &name, idle) {
            return false;
        }
    }
    true
}

fn is_used(tokens: TokenStream, name: &str, idle: Idle) -> bool {
    let mut dropping = false;
    tokens.into_iter().any(|token| {
        let dropped = std::mem::take(&mut dropping);
        match token {
            TokenTree::Ident(ident) if ident == name => true,
            TokenTree::Ident(ident) => {
                dropping = idle == Idle::Dropped && shape::is_one_of(&ident, &["drop", "forget"]);
                false
            }
            TokenTree::Group(group) => {
                let only = dropped && group.delimiter() == Delimiter::Parenthesis;
                let only = only && group.stream().to_string() == name;
                !only && is_used(group.stream(), name, idle)
            }
            // A format string may hold it.
            TokenTree::Literal(literal) => literal.to_string().contains(&format!("{{{name}")),
            TokenTree::Punct(_) => false,
        }
    })
}
