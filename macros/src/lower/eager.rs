//! What a function does before it returns its future.

use syn::{Block, Expr, ExprBlock, Stmt, Token};

use super::Lower;
use super::tails::first_span;
use crate::callee::Callee;
use crate::messages;
use crate::shape;

impl Lower<'_> {
    /// What a function does before it returns its future happens at the call, and must not
    /// happen at the await.
    pub(super) fn refuse_eager(&mut self, block: &Block) {
        let Some((before, tail)) = shape::split_tail(block) else {
            return;
        };
        self.scope.enter();
        for stmt in &block.stmts {
            self.declare(stmt);
        }
        for (index, stmt) in before.iter().enumerate() {
            let quiet = match stmt {
                Stmt::Local(local) => local.init.as_ref().is_some_and(|init| {
                    init.diverge.is_none()
                        && (shape::is_quiet(&init.expr) || self.only_makes_a_future(&init.expr))
                }),
                Stmt::Item(_) => true,
                Stmt::Expr(..) | Stmt::Macro(_) => false,
            };
            if !quiet {
                self.errors
                    .at(first_span(stmt), messages::statements_before_tail());
            }
            // What is bound may have the name of an async function.
            if let Stmt::Local(local) = stmt {
                self.bind_seen(local, &block.stmts[index + 1..]);
            }
        }
        self.refuse_eager_tail(tail);
        self.scope.leave();
    }

    /// An async block, or a call that is known to do nothing before it is awaited: a thunk in the
    /// twin.
    fn only_makes_a_future(&self, expr: &Expr) -> bool {
        match shape::unpinned(expr) {
            Expr::Async(_) => true,
            Expr::Call(call) => {
                matches!(self.callee(&call.func), Callee::Async(_))
                    && call.args.iter().all(shape::is_quiet)
            }
            Expr::MethodCall(call) => {
                matches!(self.method_callee(call), Callee::Async(_))
                    && shape::is_inert(&call.receiver)
                    && call.args.iter().all(shape::is_quiet)
            }
            _ => false,
        }
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
                self.scope.enter();
                self.bind_condition(&branch.cond);
                self.refuse_eager(&branch.then_branch);
                self.scope.leave();
                if let Some((_, otherwise)) = &branch.else_branch {
                    self.refuse_eager_tail(otherwise);
                }
            }
            Expr::Match(expr) => {
                check(&expr.expr);
                for arm in &expr.arms {
                    self.scope.enter();
                    self.scope.bind_pattern(&arm.pat);
                    self.refuse_eager_tail(&arm.body);
                    self.scope.leave();
                }
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

/// Input:  `if c { return f(); } rest`
/// Output: `if c { f() } else { rest }`
pub(super) fn nest_early_returns(block: &mut Block) {
    let early = block.stmts.iter().position(|stmt| match stmt {
        Stmt::Expr(Expr::If(branch), _) if branch.else_branch.is_none() => {
            returned(&branch.then_branch).is_some()
        }
        _ => false,
    });
    let Some(early) = early.filter(|early| early + 1 < block.stmts.len()) else {
        return;
    };
    let brace_token = block.brace_token;
    let mut rest = Block {
        brace_token,
        stmts: block.stmts.split_off(early + 1),
    };
    nest_early_returns(&mut rest);
    if let Some(Stmt::Expr(Expr::If(mut branch), _)) = block.stmts.pop() {
        if let Some(value) = returned(&branch.then_branch).cloned() {
            branch.then_branch.stmts = vec![Stmt::Expr(value, None)];
        }
        let rest = Expr::Block(ExprBlock {
            attrs: Vec::new(),
            label: None,
            block: rest,
        });
        branch.else_branch = Some((Token![else](branch.if_token.span), Box::new(rest)));
        block.stmts.push(Stmt::Expr(Expr::If(branch), None));
    }
}

/// The `f()` of `{ return f(); }`.
fn returned(block: &Block) -> Option<&Expr> {
    match block.stmts.as_slice() {
        [Stmt::Expr(Expr::Return(value), _)] => value.expr.as_deref(),
        _ => None,
    }
}
