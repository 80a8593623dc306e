//! Code for the blocking half alone, which is blocking code: its calls run where they stand.
//!
//! In shared code a call that is not awaited makes a future. The author of `#[only_blocking]` code
//! means the call itself, so it is marked here, and sealed once the types in it have been renamed.

use quote::ToTokens as _;
use syn::{Attribute, Expr, Stmt, parse_quote};

use super::Half;
use crate::attrs::Attributed as _;
use crate::shape;

/// Input:  `self.flush()`
/// Output: `#[only_blocking] self.flush()`
///
/// Where there is something to lower inside, the calls around it are not sealed.
pub(super) fn mark(expr: &mut Expr) {
    let calls = matches!(expr, Expr::Call(_) | Expr::MethodCall(_) | Expr::Macro(_));
    if !calls || shape::mentions_async(expr.to_token_stream()).is_some() {
        return;
    }
    if let Some(attrs) = expr.attrs() {
        attrs.push(parse_quote!(#[only_blocking]));
    }
}

/// The same of a macro that is a statement.
pub(super) fn mark_statement(stmt: &mut syn::StmtMacro) {
    if shape::mentions_async(stmt.mac.tokens.clone()).is_none() {
        stmt.attrs.push(parse_quote!(#[only_blocking]));
    }
}

/// What is awaited is the call of the twin.
pub(super) fn unmark_awaited(mut expr: &mut Expr) {
    loop {
        expr = match expr {
            Expr::Paren(inner) => &mut inner.expr,
            Expr::Group(inner) => &mut inner.expr,
            other => {
                take(other.attrs());
                return;
            }
        };
    }
}

/// Takes the mark away; whether there was one.
fn take(attrs: Option<&mut Vec<Attribute>>) -> bool {
    let Some(attrs) = attrs else { return false };
    let before = attrs.len();
    attrs.retain(|attr| Half::of(attr) != Some(Half::Blocking));
    attrs.len() < before
}

/// Input:  `#[only_blocking] self.flush()`
/// Output: `self.flush()`, as tokens that nothing looks into
///
/// `true` if it was marked.
pub(crate) fn is_marked(expr: &mut Expr) -> bool {
    matches!(expr, Expr::Call(_) | Expr::MethodCall(_) | Expr::Macro(_)) && take(expr.attrs())
}

/// Of a statement that is a macro. (Behind a brace it ends without a semicolon.)
pub(crate) fn seal_statement(stmt: &mut Stmt) {
    if let Stmt::Macro(inner) = stmt {
        if take(Some(&mut inner.attrs)) {
            let semi = inner.semi_token.take();
            *stmt = Stmt::Expr(Expr::Verbatim(inner.to_token_stream()), semi);
        }
    }
}
