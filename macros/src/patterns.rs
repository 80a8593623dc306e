//! Patterns, and the variables that they bind.

use proc_macro2::Ident;
use syn::{Expr, ExprTuple, Pat, PatTuple};

use crate::shape;

/// The `x` of `let x = ..;`, with nothing else to it.
pub(crate) fn plain_let(pat: &Pat) -> Option<&Ident> {
    match pat {
        Pat::Ident(pat) if pat.by_ref.is_none() && pat.subpat.is_none() => Some(&pat.ident),
        _ => None,
    }
}

/// Each part of a pattern, and what it takes of a value: `let (a, b) = (f(), g());`
pub(crate) fn paired<'e>(pat: &Pat, value: &'e Expr, of_each: &mut dyn FnMut(&Pat, &'e Expr)) {
    match (pat, shape::peeled(value)) {
        (Pat::Tuple(pat), Expr::Tuple(value)) if takes_apart(pat, value) => {
            for (pat, value) in pat.elems.iter().zip(&value.elems) {
                paired(pat, value, of_each);
            }
        }
        (_, value) => of_each(pat, value),
    }
}

/// Whether a pattern has a part for each of the tuple's.
pub(crate) fn takes_apart(pat: &PatTuple, value: &ExprTuple) -> bool {
    pat.elems.len() == value.elems.len() && !pat.elems.iter().any(|pat| matches!(pat, Pat::Rest(_)))
}

/// The variables that a pattern binds.
pub(crate) fn bound(pat: &Pat) -> Vec<Ident> {
    let mut idents = Vec::new();
    collect_bound(pat, &mut idents);
    idents
}

fn collect_bound(pat: &Pat, out: &mut Vec<Ident>) {
    let mut all = |pats: &mut dyn Iterator<Item = &Pat>| {
        for pat in pats {
            collect_bound(pat, out);
        }
    };
    match pat {
        Pat::Ident(pat) => {
            // `None` and other unit variants look like bindings.
            if !shape::is_upper(&pat.ident) {
                out.push(pat.ident.clone());
            }
            if let Some((_, inner)) = &pat.subpat {
                collect_bound(inner, out);
            }
        }
        Pat::Guard(pat) => collect_bound(&pat.pat, out),
        Pat::Or(pat) => all(&mut pat.cases.iter()),
        Pat::Paren(pat) => collect_bound(&pat.pat, out),
        Pat::Reference(pat) => collect_bound(&pat.pat, out),
        Pat::Slice(pat) => all(&mut pat.elems.iter()),
        Pat::Struct(pat) => all(&mut pat.fields.iter().map(|field| &*field.pat)),
        Pat::Tuple(pat) => all(&mut pat.elems.iter()),
        Pat::TupleStruct(pat) => all(&mut pat.elems.iter()),
        Pat::Type(pat) => collect_bound(&pat.pat, out),
        _ => {}
    }
}
