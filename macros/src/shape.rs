//! Questions about the shape of expressions, asked before anything is changed.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{Block, Expr, ExprCall, ExprMethodCall, ExprPath, Pat, Path, Stmt, UnOp};

/// Without parentheses and the invisible groups of `macro_rules`.
pub(crate) fn peeled(mut expr: &Expr) -> &Expr {
    loop {
        expr = match expr {
            Expr::Paren(paren) if paren.attrs.is_empty() => &paren.expr,
            Expr::Group(group) if group.attrs.is_empty() => &group.expr,
            _ => return expr,
        };
    }
}

/// The same by value.
pub(crate) fn peel(mut expr: Expr) -> Expr {
    loop {
        expr = match expr {
            Expr::Paren(paren) if paren.attrs.is_empty() => *paren.expr,
            Expr::Group(group) if group.attrs.is_empty() => *group.expr,
            _ => return expr,
        };
    }
}

/// Without what only boxes or pins a future.
pub(crate) fn unpinned(expr: &Expr) -> &Expr {
    let expr = peeled(expr);
    match expr {
        Expr::Call(call) if is_box_pin(call) => unpinned(&call.args[0]),
        Expr::MethodCall(call) if is_boxed(call) => unpinned(&call.receiver),
        _ => expr,
    }
}

/// `Box::pin(future)`
pub(crate) fn is_box_pin(call: &ExprCall) -> bool {
    let Some(path) = plain_path(&call.func) else {
        return false;
    };
    call.args.len() == 1 && ends_with(path, &["Box", "pin"])
}

/// `future.boxed()`
pub(crate) fn is_boxed(call: &ExprMethodCall) -> bool {
    call.args.is_empty() && (call.method == "boxed" || call.method == "boxed_local")
}

/// A path without `<T as Trait>` in front.
pub(crate) fn plain_path(expr: &Expr) -> Option<&Path> {
    match peeled(expr) {
        Expr::Path(ExprPath {
            qself: None, path, ..
        }) => Some(path),
        _ => None,
    }
}

pub(crate) fn ends_with(path: &Path, names: &[&str]) -> bool {
    path.segments.len() >= names.len()
        && path
            .segments
            .iter()
            .rev()
            .zip(names.iter().rev())
            .all(|(segment, name)| segment.ident == name)
}

/// `self`
pub(crate) fn is_self(expr: &Expr) -> bool {
    plain_path(expr).is_some_and(|path| path.is_ident("self"))
}

/// Can be evaluated earlier or later without anybody noticing: it runs no code of its own and
/// leaves no temporary behind.
pub(crate) fn is_inert(expr: &Expr) -> bool {
    match peeled(expr) {
        Expr::Path(_) | Expr::Lit(_) => true,
        Expr::Field(field) => is_inert(&field.base),
        Expr::Reference(reference) => is_inert(&reference.expr),
        Expr::Unary(unary) => !matches!(unary.op, UnOp::Neg(_)) && is_inert(&unary.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_inert),
        _ => false,
    }
}

/// [`is_inert`], or a conversion or comparison that nobody expects effects of.
pub(crate) fn is_quiet(expr: &Expr) -> bool {
    const CONVERSIONS: [&str; 11] = [
        "clone",
        "to_owned",
        "to_string",
        "to_vec",
        "into",
        "as_ref",
        "as_str",
        "as_slice",
        "is_some",
        "is_none",
        "is_empty",
    ];
    const CONSTRUCTORS: [[&str; 2]; 4] = [
        ["Arc", "clone"],
        ["Rc", "clone"],
        ["String", "from"],
        ["Clone", "clone"],
    ];
    match peeled(expr) {
        Expr::MethodCall(call) => {
            call.args.is_empty()
                && CONVERSIONS.iter().any(|name| call.method == name)
                && is_quiet(&call.receiver)
        }
        Expr::Call(call) => {
            plain_path(&call.func)
                .is_some_and(|path| CONSTRUCTORS.iter().any(|names| ends_with(path, names)))
                && call.args.iter().all(is_quiet)
        }
        Expr::Field(field) => is_quiet(&field.base),
        Expr::Reference(reference) => is_quiet(&reference.expr),
        Expr::Unary(unary) => is_quiet(&unary.expr),
        Expr::Binary(binary) => is_quiet(&binary.left) && is_quiet(&binary.right),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_quiet),
        Expr::Struct(literal) => literal.fields.iter().all(|field| is_quiet(&field.expr)),
        other => is_inert(other),
    }
}

/// The `x` of `let x = ..;`, with nothing else to it.
pub(crate) fn plain_let(pat: &Pat) -> Option<&Ident> {
    match pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => Some(&pat.ident),
        _ => None,
    }
}

/// The expression whose value a block has, and what stands before it.
pub(crate) fn split_tail(block: &Block) -> Option<(&[Stmt], &Expr)> {
    match block.stmts.split_last()? {
        (Stmt::Expr(tail, None), before) => Some((before, tail)),
        _ => None,
    }
}

/// Whether any of the tokens, at any depth, is an identifier that `wanted` accepts.
pub(crate) fn mentions(tokens: TokenStream, wanted: &dyn Fn(&Ident) -> bool) -> Option<Ident> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if wanted(&ident) => Some(ident),
        TokenTree::Group(group) => mentions(group.stream(), wanted),
        _ => None,
    })
}

/// `async` or `await` at any depth.
pub(crate) fn mentions_async(tokens: TokenStream) -> Option<Ident> {
    mentions(tokens, &|ident| ident == "async" || ident == "await")
}
