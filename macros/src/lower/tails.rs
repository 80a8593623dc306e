//! Blocks, branches and function bodies whose value is a future that is awaited outside.
//!
//! In the async half the block is left before the future runs: what it bound is dropped by then.
//! Where nothing shows the difference the await moves inward, to the end of each branch; else
//! each branch ends in a thunk, which runs where the author awaits.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned as _;
use syn::visit_mut::VisitMut as _;
use syn::{Block, Expr, ExprBlock, Pat, Stmt, token};

use super::awaited::Use;
use super::{Lower, take};
use crate::messages;
use crate::names::Callee;
use crate::shape;

#[derive(Clone, Copy, PartialEq)]
enum Tail {
    /// Awaited where it stands.
    Value,
    /// A thunk, awaited outside.
    Thunk,
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
            let thunk = self.tail(expr, Tail::Thunk, returns);
            self.resolve(&thunk, span)
        }
    }

    /// The body of a function that returns a future.
    ///
    /// Input:  `{ let url = self.url.clone(); async move { get(url).await } }`
    /// Output: `{ let url = self.url.clone(); run(move || { get_blocking(url) }) }`
    pub(super) fn future_body(&mut self, block: &mut Block) {
        self.refuse_eager(block);
        if block_moves_inward(block) || shape::split_tail(block).is_none() {
            self.tail_block(block, Tail::Value, Returns::Future);
            return;
        }
        let inner = Block {
            brace_token: token::Brace::default(),
            stmts: std::mem::take(&mut block.stmts),
        };
        let inner = Expr::Block(ExprBlock {
            attrs: Vec::new(),
            label: None,
            block: inner,
        });
        let value = self.awaited_tail(inner, Returns::Future);
        block.stmts.push(Stmt::Expr(value, None));
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
                self.tail_block(&mut expr.then_branch, tail, returns);
                self.scope.leave();
                if let Some((_, otherwise)) = &mut expr.else_branch {
                    **otherwise = self.tail(take(otherwise), tail, returns);
                }
                Expr::If(expr)
            }
            Expr::Match(mut expr) => {
                self.visit_expr_mut(&mut expr.expr);
                for arm in &mut expr.arms {
                    self.scope.enter();
                    self.pattern(&mut arm.pat);
                    *arm.body = self.tail(take(&mut arm.body), tail, returns);
                    self.scope.leave();
                }
                Expr::Match(expr)
            }
            Expr::Return(mut expr) if returns == Returns::Future => {
                if tail == Tail::Thunk {
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
                    let (value, survives) = self.base(expr, span);
                    if survives {
                        self.witnessed(value, Use::Value, span)
                    } else {
                        value
                    }
                }
                Tail::Thunk => self.thunk(expr),
            },
        }
    }

    /// A single expression that is a future.
    fn thunk(&mut self, expr: Expr) -> Expr {
        match expr {
            Expr::Call(mut call) if shape::is_box_pin(&call) => match call.args.pop() {
                Some(future) => self.thunk(shape::peel(future)),
                None => Expr::Call(call),
            },
            Expr::MethodCall(call) if shape::is_boxed(&call) => {
                self.thunk(shape::peel(*call.receiver))
            }
            Expr::Call(call) if !matches!(self.callee(&call.func), Callee::Single) => {
                self.later_call(call)
            }
            Expr::MethodCall(call) if !matches!(self.method_callee(&call), Callee::Single) => {
                self.later_method(call)
            }
            mut other => {
                self.visit_expr_mut(&mut other);
                other
            }
        }
    }

    /// What a function does before it returns its future happens at the call, and must not
    /// happen at the await.
    fn refuse_eager(&mut self, block: &Block) {
        let Some((before, tail)) = shape::split_tail(block) else {
            return;
        };
        for stmt in before {
            let quiet = match stmt {
                Stmt::Local(local) => {
                    shape::plain_let(&local.pat).is_some()
                        && local.init.as_ref().is_some_and(|init| {
                            init.diverge.is_none() && shape::is_quiet(&init.expr)
                        })
                }
                Stmt::Item(_) => true,
                Stmt::Expr(..) | Stmt::Macro(_) => false,
            };
            if !quiet {
                self.errors
                    .at(first_span(stmt), messages::statements_before_tail());
            }
        }
        self.refuse_eager_tail(tail);
    }

    fn refuse_eager_tail(&mut self, tail: &Expr) {
        let mut check = |expr: &Expr| {
            if !shape::is_quiet(expr) {
                self.errors
                    .at(first_span(expr), messages::statements_before_tail());
            }
        };
        match shape::unpinned(tail) {
            Expr::Call(call) => call.args.iter().for_each(check),
            Expr::MethodCall(call) => {
                check(&call.receiver);
                call.args.iter().for_each(check);
            }
            Expr::Block(block) => self.refuse_eager(&block.block),
            Expr::Unsafe(block) => self.refuse_eager(&block.block),
            Expr::If(branch) => {
                match &*branch.cond {
                    Expr::Let(cond) => check(&cond.expr),
                    cond => check(cond),
                }
                self.refuse_eager(&branch.then_branch);
                if let Some((_, otherwise)) = &branch.else_branch {
                    self.refuse_eager_tail(otherwise);
                }
            }
            Expr::Match(expr) => {
                check(&expr.expr);
                expr.arms
                    .iter()
                    .for_each(|arm| self.refuse_eager_tail(&arm.body));
            }
            Expr::Return(expr) => {
                if let Some(value) = &expr.expr {
                    self.refuse_eager_tail(value);
                }
            }
            _ => {}
        }
    }
}

fn diverges(expr: &Expr) -> bool {
    const MACROS: [&str; 4] = ["panic", "todo", "unimplemented", "unreachable"];
    match expr {
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
        Expr::Macro(expr) => expr
            .mac
            .path
            .segments
            .last()
            .is_some_and(|last| MACROS.iter().any(|name| last.ident == name)),
        _ => false,
    }
}

/// Whether nothing is dropped between the end of this expression and the await outside.
fn moves_inward(expr: &Expr) -> bool {
    match shape::peeled(expr) {
        Expr::Block(block) => block.label.is_none() && block_moves_inward(&block.block),
        Expr::Unsafe(block) => block_moves_inward(&block.block),
        Expr::If(branch) => {
            shape::mentions(branch.cond.to_token_stream(), &|ident| ident == "let").is_none()
                && block_moves_inward(&branch.then_branch)
                && branch
                    .else_branch
                    .as_ref()
                    .is_some_and(|(_, otherwise)| moves_inward(otherwise))
        }
        Expr::Match(expr) => expr
            .arms
            .iter()
            .all(|arm| !binds(&arm.pat) && moves_inward(&arm.body)),
        Expr::Call(call) => call
            .args
            .iter()
            .all(|arg| shape::is_box_pin(call) && moves_inward(arg) || shape::is_inert(arg)),
        Expr::MethodCall(call) if shape::is_boxed(call) => moves_inward(&call.receiver),
        Expr::MethodCall(call) => {
            shape::is_inert(&call.receiver) && call.args.iter().all(shape::is_inert)
        }
        Expr::Async(_) => true,
        other => diverges(other) || shape::is_inert(other),
    }
}

/// Without statements, or with such as only bind what the future takes with it.
fn block_moves_inward(block: &Block) -> bool {
    let Some((before, tail)) = shape::split_tail(block) else {
        return false;
    };
    let takes_all =
        matches!(shape::unpinned(tail), Expr::Async(future) if future.capture.is_some());
    let taken = |stmt: &Stmt| match stmt {
        Stmt::Local(local) => shape::plain_let(&local.pat).is_some_and(|bound| {
            shape::mentions(tail.to_token_stream(), &|ident| ident == bound).is_some()
        }),
        Stmt::Item(_) => true,
        Stmt::Expr(..) | Stmt::Macro(_) => false,
    };
    moves_inward(tail) && before.iter().all(|stmt| takes_all && taken(stmt))
}

fn binds(pat: &Pat) -> bool {
    shape::mentions(pat.to_token_stream(), &|ident| {
        ident != "_" && !ident.to_string().starts_with(char::is_uppercase)
    })
    .is_some()
}

fn first_span(tokens: &impl ToTokens) -> Span {
    tokens
        .to_token_stream()
        .into_iter()
        .next()
        .map_or_else(|| tokens.span(), |token| token.span())
}
