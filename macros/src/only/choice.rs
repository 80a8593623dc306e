//! `if is_async!() { .. } else { .. }`, of which one branch is left.

use proc_macro2::Span;
use syn::{Arm, Attribute, Block, Expr, ExprBlock, Lit, Macro, Pat, Stmt, UnOp, token};

use super::{Half, Only};
use crate::emit;
use crate::shape;

impl Only<'_> {
    /// `is_async!()`, `!is_async!()`
    fn condition(&self, expr: &Expr) -> Option<bool> {
        match shape::peeled(expr) {
            Expr::Macro(expr) if is_async(&expr.mac) => Some(self.half == Half::Async),
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                self.condition(&unary.expr).map(|value| !value)
            }
            _ => None,
        }
    }

    /// Input:  `if is_async!() { a } else { b }`, also as a `match`
    /// Output: of the async half `{ a }`
    pub(super) fn chosen(&self, expr: &mut Expr) -> Option<Expr> {
        match expr {
            Expr::If(branch) => {
                let value = self.condition(&branch.cond)?;
                let span = branch.if_token.span;
                let attrs = std::mem::take(&mut branch.attrs);
                Some(if value {
                    block(attrs, std::mem::take(&mut branch.then_branch.stmts), span)
                } else {
                    match branch.else_branch.take().map(|(_, otherwise)| *otherwise) {
                        Some(Expr::Block(otherwise)) => block(attrs, otherwise.block.stmts, span),
                        Some(otherwise) if attrs.is_empty() => otherwise,
                        Some(otherwise) => block(attrs, vec![Stmt::Expr(otherwise, None)], span),
                        None => block(attrs, Vec::new(), span),
                    }
                })
            }
            Expr::Match(choice) => {
                let value = self.condition(&choice.expr)?;
                let fits = |arm: &&mut Arm| match &arm.pat {
                    Pat::Lit(pat) => matches!(&pat.lit, Lit::Bool(lit) if lit.value == value),
                    Pat::Wild(_) => true,
                    _ => false,
                };
                let arm = choice.arms.iter_mut().find(fits)?;
                let body = std::mem::replace(&mut *arm.body, Expr::PLACEHOLDER);
                let attrs = std::mem::take(&mut choice.attrs);
                Some(block(
                    attrs,
                    vec![Stmt::Expr(body, None)],
                    choice.match_token.span,
                ))
            }
            _ => None,
        }
    }
}

/// Braces of our own, about which no lint complains.
fn block(attrs: Vec<Attribute>, stmts: Vec<Stmt>, span: Span) -> Expr {
    let brace_token = token::Brace(emit::ours(span));
    Expr::Block(ExprBlock {
        attrs,
        label: None,
        block: Block { brace_token, stmts },
    })
}

pub(super) fn is_async(mac: &Macro) -> bool {
    mac.path
        .segments
        .last()
        .is_some_and(|last| last.ident == "is_async")
}
