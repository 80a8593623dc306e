//! Closures that return futures.

use syn::visit_mut::VisitMut as _;
use syn::{Expr, ExprClosure};

use super::Lower;
use super::tails::Returns;
use crate::messages;
use crate::names::Callee;
use crate::shape;

/// What becomes of the future that a closure returns.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// Whoever calls it awaits the result: the twin returns the value.
    Callback,
    /// Its results are collected, to be awaited later: the twin returns thunks.
    Producer,
}

/// Methods of std that keep what the closure returns instead of awaiting it.
const ADAPTORS: [&str; 20] = [
    "and_then",
    "filter_map",
    "flat_map",
    "fold",
    "for_each",
    "from_fn",
    "get_or_insert_with",
    "inspect",
    "map",
    "map_or",
    "map_or_else",
    "map_while",
    "or_else",
    "or_insert_with",
    "resize_with",
    "scan",
    "then",
    "try_fold",
    "unwrap_or_else",
    "zip",
];

pub(super) fn role_in(method: &proc_macro2::Ident) -> Role {
    if ADAPTORS.iter().any(|name| method == name) {
        Role::Producer
    } else {
        Role::Callback
    }
}

impl Lower<'_> {
    /// Input:  `async |x| f(x).await`, `|x| async move { .. }`
    /// Output: `|x| f_blocking(x)`, `|x| run(move || { .. })`; of a producer
    ///         `|x| Deferred::new(move || { .. })`
    pub(super) fn closure(&mut self, closure: &mut ExprClosure, role: Role) {
        self.scope.enter();
        for input in &closure.inputs {
            self.scope.bind_pattern(input);
        }
        let callback = role == Role::Callback;
        match closure.asyncness.take() {
            Some(token) if !callback => {
                self.errors.at(
                    token.span,
                    messages::async_adaptor(&proc_macro2::Ident::new("map", token.span)),
                );
            }
            None if callback && self.is_future_tail(&closure.body) => {
                let body = super::take(&mut closure.body);
                *closure.body = self.awaited_tail(body, Returns::Future);
            }
            _ => self.visit_expr_mut(&mut closure.body),
        }
        self.scope.leave();
    }

    /// Its call returns a future.
    pub(super) fn is_async_closure(&self, closure: &ExprClosure) -> bool {
        closure.asyncness.is_some() || self.is_future_tail(&closure.body)
    }

    /// Whether the value of this expression is seen to be a future.
    pub(super) fn is_future_tail(&self, expr: &Expr) -> bool {
        match shape::peeled(expr) {
            Expr::Async(_) => true,
            Expr::Call(call) if shape::is_box_pin(call) => true,
            Expr::Call(call) => {
                matches!(
                    self.callee(&call.func),
                    Callee::Async(_) | Callee::AsyncLocal
                )
            }
            Expr::MethodCall(call) if shape::is_boxed(call) => self.is_future_tail(&call.receiver),
            Expr::MethodCall(call) => {
                shape::is_self(&call.receiver)
                    && !self.names.is_kept(&call.method)
                    && matches!(self.names.method_callee(&call.method), Callee::Async(_))
            }
            Expr::Block(block) => self.is_future_block(&block.block),
            Expr::Unsafe(block) => self.is_future_block(&block.block),
            Expr::If(branch) => self.is_future_block(&branch.then_branch),
            Expr::Match(expr) => expr.arms.iter().any(|arm| self.is_future_tail(&arm.body)),
            _ => false,
        }
    }

    fn is_future_block(&self, block: &syn::Block) -> bool {
        shape::split_tail(block).is_some_and(|(_, tail)| self.is_future_tail(tail))
    }
}
