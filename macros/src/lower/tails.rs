//! Blocks, branches and function bodies whose value is a future that is awaited outside.
//!
//! In the async half the block is left before the future runs: what it bound is dropped by then.
//! Where nothing shows the difference the await moves inward, to the end of each branch; else
//! each branch ends in a thunk, which runs where the author awaits.

use proc_macro2::{Ident, Span};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Block, Expr, ExprCall, ReturnType, Signature, Stmt};

use super::awaited::Use;
use super::eager::nest_early_returns;
use super::inward::{block_moves_inward, diverges, moves_inward};
use super::{Lower, take};
use crate::callee::Callee;
use crate::emit;
use crate::messages;
use crate::pass::Pass as _;
use crate::shape;
use crate::signature;
use crate::uses;

#[derive(Clone, Copy, PartialEq)]
enum Tail {
    /// Awaited where it stands.
    Value,
    /// A thunk, awaited outside.
    Thunk,
    /// One of several: of one type if the author has boxed them.
    Branch,
}

impl Tail {
    fn branched(self) -> Self {
        if self == Self::Thunk {
            Self::Branch
        } else {
            self
        }
    }
}

/// What `return` gives in there.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Returns {
    /// The value of the async function around it.
    Value,
    /// A future: the function or closure around it is not async itself.
    Future,
}

impl Lower<'_> {
    /// Input:  `if c { f() } else { g() }`, awaited outside
    /// Output: `if c { f_blocking() } else { g_blocking() }`
    pub(super) fn awaited_tail(&mut self, expr: Expr, returns: Returns) -> Expr {
        let span = first_span(&expr);
        if moves_inward(&expr) {
            self.tail(expr, Tail::Value, returns)
        } else {
            let thunk = self.thunk_tail(expr, returns);
            self.resolve(&thunk, span)
        }
    }

    /// Input:  `match n { Some(n) => f(n.len()), None => f(0) }`, awaited outside
    /// Output: `match n { Some(n) => later1(f_blocking).with(n.len()), .. }`
    pub(super) fn thunk_tail(&mut self, expr: Expr, returns: Returns) -> Expr {
        self.tail(expr, Tail::Thunk, returns)
    }

    /// The body of a function that returns a future.
    ///
    /// Input:  `{ let url = self.url.clone(); async move { get(url).await } }`
    /// Output: `{ let url = self.url.clone(); run(move || { get_blocking(url) }) }`
    ///
    /// Parameters that the future does not take are dropped before it runs: a closure that has
    /// taken all of them makes the thunk, and ends.
    pub(super) fn future_body(&mut self, sig: &Signature, block: &mut Block) {
        nest_early_returns(block);
        let faults = self.errors.len();
        self.refuse_eager(block);
        if self.errors.len() > faults {
            return;
        }
        let Some((_, tail)) = shape::split_tail(block) else {
            return self.visit_block_mut(block);
        };
        if diverges(tail) {
            return self.visit_block_mut(block);
        }
        let span = first_span(tail);
        let parameters = signature::droppable_parameters(sig);
        let taken = parameters.iter().all(|name| uses::takes_whole(tail, name));
        if taken && block_moves_inward(block) {
            return self.tail_block(block, Tail::Value, Returns::Future);
        }
        let output = match &sig.output {
            ReturnType::Type(_, ty) if !shape::is_opaque(ty) => Some((**ty).clone()),
            _ => None,
        };
        let outer = std::mem::replace(&mut self.output, output);
        self.tail_block(block, Tail::Thunk, Returns::Future);
        self.output = outer;
        let thunk = if taken {
            Expr::Verbatim(block.to_token_stream())
        } else {
            let run = emit::private(self.names, "run", span);
            let stmts = &block.stmts;
            // Dropped in the order in which they are named: the last parameter first.
            Expr::Verbatim(quote!(#run(move || { let _ = (#(&#parameters,)*); #(#stmts)* })))
        };
        block.stmts = vec![Stmt::Expr(self.resolve(&thunk, span), None)];
    }

    fn tail_block(&mut self, block: &mut Block, tail: Tail, returns: Returns) {
        self.block(block, &mut |lower, expr| lower.tail(expr, tail, returns));
    }

    fn tail(&mut self, expr: Expr, tail: Tail, returns: Returns) -> Expr {
        match shape::peel(expr) {
            Expr::Block(mut expr) => {
                if let Some(label) = &expr.label {
                    self.errors
                        .at(label.name.ident.span(), messages::conditional_future());
                }
                self.tail_block(&mut expr.block, tail, returns);
                Expr::Block(expr)
            }
            Expr::Unsafe(mut expr) => {
                self.tail_block(&mut expr.block, tail, returns);
                Expr::Unsafe(expr)
            }
            Expr::If(mut expr) => {
                self.scope.enter();
                self.visit_expr_mut(&mut expr.cond);
                self.tail_block(&mut expr.then_branch, tail.branched(), returns);
                self.scope.leave();
                if let Some((_, otherwise)) = &mut expr.else_branch {
                    **otherwise = self.tail(take(otherwise), tail.branched(), returns);
                }
                Expr::If(expr)
            }
            Expr::Match(mut expr) => {
                self.visit_expr_mut(&mut expr.expr);
                for arm in &mut expr.arms {
                    self.scope.enter();
                    self.pattern(&mut arm.pat);
                    *arm.body = self.tail(take(&mut arm.body), tail.branched(), returns);
                    self.scope.leave();
                }
                Expr::Match(expr)
            }
            Expr::Return(mut expr) if returns == Returns::Future => {
                if tail != Tail::Value {
                    self.errors
                        .at(expr.return_token.span, messages::conditional_future());
                }
                if let Some(value) = &mut expr.expr {
                    **value = self.awaited_tail(take(value), returns);
                }
                Expr::Return(expr)
            }
            mut expr if diverges(&expr) => {
                self.visit_expr_mut(&mut expr);
                expr
            }
            expr => match tail {
                Tail::Value => {
                    let span = first_span(&expr);
                    let view = has_view(&expr);
                    let (mut value, survives) = self.base(expr, span);
                    if view {
                        self.check_view(&mut value, span);
                    }
                    if survives {
                        self.witnessed(value, Use::Value, span, span)
                    } else {
                        value
                    }
                }
                Tail::Thunk => self.thunk(expr, false),
                Tail::Branch => self.thunk(expr, true),
            },
        }
    }

    /// What a view of the receiver's leaves behind must not be seen to be dropped after the work.
    ///
    /// Input:  `self.as_mut().f_blocking(x)`
    /// Output: `Viewed(self.as_mut()).__view().f_blocking(x)`
    fn check_view(&mut self, value: &mut Expr, span: Span) {
        let Expr::MethodCall(call) = value else {
            return self.errors.at(span, messages::statements_before_tail());
        };
        let span = emit::ours(call.method.span());
        let (viewed, receiver) = (emit::private(self.names, "Viewed", span), &call.receiver);
        *call.receiver = Expr::Verbatim(quote_spanned!(span=> #viewed(#receiver).__view()));
    }

    /// A single expression that is a future.
    fn thunk(&mut self, expr: Expr, branch: bool) -> Expr {
        match expr {
            Expr::Call(mut call) if shape::is_box_pin(&call) => {
                self.want_box(&call.func);
                match call.args.pop() {
                    Some(future) => self.boxed_thunk(future, branch),
                    None => Expr::Call(call),
                }
            }
            Expr::MethodCall(call) if self.is_boxing(&call) && branch => {
                self.boxed_method(*call.receiver, &call.method)
            }
            Expr::MethodCall(call) if self.is_boxing(&call) => {
                self.thunk(shape::peel(*call.receiver), false)
            }
            Expr::Call(call) if self.is_deferrable(&call) => self.later_call(call),
            Expr::MethodCall(call) if self.is_combined(&call) => self.combined(call),
            Expr::MethodCall(call)
                if !matches!(
                    self.method_callee(&call),
                    Callee::Single | Callee::Stream(_)
                ) =>
            {
                self.later_method(call)
            }
            Expr::Async(future) => {
                let output = self.output.take();
                let thunk = self.deferred(future, output.as_ref());
                self.output = output;
                thunk
            }
            mut other => {
                self.visit_expr_mut(&mut other);
                other
            }
        }
    }

    /// Whether the call makes a future in the async half, and would do its work in the twin.
    fn is_deferrable(&self, call: &ExprCall) -> bool {
        let callee = self.callee(&call.func);
        !shape::constructs(call)
            && !self.is_ready(call)
            && !matches!(callee, Callee::Single | Callee::Stream(_) | Callee::Mapped)
    }

    /// Input:  `f().boxed()`, `f().boxed_local()`
    /// Output: `boxed_send(later0(f_blocking).with())`, `boxed_local(..)`
    pub(super) fn boxed_method(&mut self, future: Expr, method: &Ident) -> Expr {
        let span = method.span();
        let thunk = self.thunk(shape::peel(future), false);
        let name = if method == "boxed" {
            "boxed_send"
        } else {
            "boxed_local"
        };
        let boxed = emit::private(self.names, name, span);
        Expr::Verbatim(quote_spanned!(emit::ours(span)=> #boxed(#thunk)))
    }

    /// What the author has boxed is boxed in the twin only where it may make two types one.
    fn boxed_thunk(&mut self, future: Expr, branch: bool) -> Expr {
        let span = first_span(&future);
        let thunk = self.thunk(shape::peel(future), false);
        if !branch {
            return thunk;
        }
        let boxed = emit::private(self.names, "boxed", span);
        Expr::Verbatim(quote_spanned!(emit::ours(span)=> #boxed(#thunk)))
    }
}

fn has_view(expr: &Expr) -> bool {
    matches!(expr, Expr::MethodCall(call) if shape::is_view(&call.receiver))
}

pub(super) fn first_span(tokens: &impl ToTokens) -> Span {
    tokens
        .to_token_stream()
        .into_iter()
        .next()
        .map_or_else(|| tokens.span(), |token| token.span())
}
