//! What is done with a variable.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Expr, Pat, Stmt};

use crate::patterns;
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
        _ => patterns::plain_let(pat).is_some_and(|variable| is_unused(variable, rest, idle)),
    }
}

fn is_unused(variable: &Ident, rest: &[Stmt], idle: Idle) -> bool {
    let name = variable.to_string();
    for stmt in rest {
        if let Stmt::Local(local) = stmt {
            let again = patterns::plain_let(&local.pat).is_some_and(|other| *other == name);
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

/// Whether the future takes all of this variable with it: a single field is taken alone.
pub(crate) fn takes_whole(future: &Expr, variable: &Ident) -> bool {
    let named = |expr: &Expr| shape::plain_path(expr).is_some_and(|path| path.is_ident(variable));
    match shape::unpinned(future) {
        Expr::Async(future) => {
            let mut whole = false;
            future.capture.is_some()
                && !takes_a_field(future.block.to_token_stream(), variable, &mut whole)
                && whole
        }
        Expr::Call(call) => call.args.iter().any(named),
        Expr::MethodCall(call) => call.args.iter().any(named),
        _ => false,
    }
}

fn takes_a_field(tokens: TokenStream, variable: &Ident, whole: &mut bool) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().any(|(index, token)| match token {
        TokenTree::Group(group) => takes_a_field(group.stream(), variable, whole),
        TokenTree::Ident(ident) if ident == variable => {
            let field = matches!(tokens.get(index + 1), Some(TokenTree::Punct(dot)) if dot.as_char() == '.')
                && is_member(tokens.get(index + 2))
                && !matches!(tokens.get(index + 3), Some(TokenTree::Group(_)));
            *whole |= !field;
            field
        }
        _ => false,
    })
}

/// What stands behind a dot: `await` takes all of the variable.
fn is_member(token: Option<&TokenTree>) -> bool {
    match token {
        Some(TokenTree::Ident(ident)) => ident != "await",
        other => matches!(other, Some(TokenTree::Literal(_))),
    }
}

/// Whether the statements do nothing with this variable but call it.
pub(crate) fn only_called(stmts: &[Stmt], variable: &Ident) -> bool {
    stmts
        .iter()
        .all(|stmt| calls_alone(stmt.to_token_stream(), variable))
}

fn calls_alone(tokens: TokenStream, variable: &Ident) -> bool {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().all(|(index, token)| match token {
        TokenTree::Group(group) => calls_alone(group.stream(), variable),
        TokenTree::Ident(ident) if ident == variable => {
            let before = index.checked_sub(1).map(|index| &tokens[index]);
            let member = matches!(before, Some(TokenTree::Punct(dot)) if dot.as_char() == '.');
            let call = matches!(
                tokens.get(index + 1),
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis
            );
            member || call
        }
        _ => true,
    })
}
