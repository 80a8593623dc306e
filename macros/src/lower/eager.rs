//! What a function does before it returns its future.

use syn::{Block, Expr, ExprBlock, Stmt, Token};

use super::Lower;
use super::tails::first_span;
use crate::messages;
use crate::patterns;
use crate::shape;

impl Lower<'_> {
    /// What a function does before it returns its future happens at the call, and must not
    /// happen at the await.
    pub(super) fn refuse_eager(&mut self, block: &Block) {
        let Some((before, tail)) = shape::split_tail(block) else {
            return;
        };
        for stmt in before {
            let quiet = match stmt {
                Stmt::Local(local) => {
                    patterns::plain_let(&local.pat).is_some()
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
