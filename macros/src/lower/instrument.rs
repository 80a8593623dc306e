//! Futures that run in a span of `tracing`.

use proc_macro2::Span;
use quote::quote_spanned;
use syn::{Expr, ExprMethodCall};

use super::Lower;
use super::tails::Returns;
use crate::emit;
use crate::pass::Pass as _;

/// `future.instrument(span)`, `future.in_current_span()`
pub(super) fn is_one(call: &ExprMethodCall) -> bool {
    let method = call.method.to_string();
    matches!(
        (method.as_str(), call.args.len()),
        ("instrument", 1) | ("in_current_span", 0)
    )
}

impl Lower<'_> {
    /// Input:  `f(x).instrument(span).await`
    /// Output: `{ let future = later1(f_blocking).with(x); let scope = span;
    ///         scope.in_scope(|| resolve(future)) }`
    ///
    /// What is awaited where it is made is in the current span anyway.
    pub(super) fn instrumented(&mut self, mut call: ExprMethodCall, span: Span) -> (Expr, bool) {
        let Some(mut scope) = call.args.pop() else {
            return self.base(*call.receiver, span);
        };
        let ours = emit::ours(call.method.span());
        let future = emit::local("future", 0, ours);
        let bound = emit::local("scope", 0, ours);
        let thunk = self.thunk_tail(*call.receiver, Returns::Future);
        self.visit_expr_mut(&mut scope);
        let run = self.resolve(&Expr::Verbatim(quote_spanned!(ours=> #future)), span);
        let value = quote_spanned! {ours=>
            { let #future = #thunk; let #bound = #scope; #bound.in_scope(move || #run) }
        };
        (Expr::Verbatim(value), false)
    }
}
