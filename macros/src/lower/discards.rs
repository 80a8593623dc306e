//! Calls of replaced functions whose value is thrown away.
//!
//! What a rule has put there is taken to be blocking: it would run in the twin, while the async
//! half may drop a future that has not run. Nothing in the tokens tells whether it is one.

use proc_macro2::Ident;
use syn::{Block, Expr, ExprCall, Local, Stmt};

use super::{Lower, callee_name};
use crate::callee::Callee;
use crate::messages;
use crate::shape;
use crate::uses::{Idle, is_thrown_away};

impl Lower<'_> {
    /// `get(1);` and `_ = get(1);`
    pub(super) fn refuse_thrown_away(&mut self, stmt: &Expr) {
        if !self.names.has_replaced() {
            return;
        }
        match stmt {
            Expr::Assign(assign) if matches!(*assign.left, Expr::Infer(_)) => {
                self.refuse_replaced(&assign.right);
            }
            other => self.refuse_replaced(other),
        }
    }

    /// `let _ = get(1);`, and `let future = get(1);` if nobody names it in the `rest`.
    pub(super) fn refuse_unused(&mut self, local: &Local, rest: &[Stmt]) {
        if !self.names.has_replaced() {
            return;
        }
        let Some(init) = &local.init else { return };
        if is_thrown_away(&local.pat, rest, Idle::Unnamed) {
            self.refuse_replaced(&init.expr);
        }
    }

    /// `drop(get(1))`
    pub(super) fn refuse_dropped(&mut self, call: &ExprCall) {
        let drops = self.names.has_replaced()
            && shape::plain_path(&call.func).is_some_and(|path| {
                shape::ends_with(path, &["drop"]) || shape::ends_with(path, &["forget"])
            });
        if drops {
            call.args.iter().for_each(|arg| self.refuse_replaced(arg));
        }
    }

    fn refuse_replaced(&mut self, expr: &Expr) {
        match shape::unpinned(expr) {
            Expr::Call(call) => {
                let callee = callee_name(&call.func);
                // Variants and tuple structs do nothing.
                if let Some(name) = callee.filter(|name| !shape::is_upper(name)) {
                    if let Callee::Replaced = self.callee(&call.func) {
                        let text = messages::discarded_replaced(&self.written(&call.func, &name));
                        self.errors.at(name.span(), text);
                    }
                }
            }
            Expr::Reference(expr) => self.refuse_replaced(&expr.expr),
            Expr::Tuple(expr) => expr
                .elems
                .iter()
                .for_each(|expr| self.refuse_replaced(expr)),
            Expr::Array(expr) => expr
                .elems
                .iter()
                .for_each(|expr| self.refuse_replaced(expr)),
            Expr::Block(expr) => self.refuse_replaced_tail(&expr.block),
            Expr::Unsafe(expr) => self.refuse_replaced_tail(&expr.block),
            Expr::If(expr) => {
                self.refuse_replaced_tail(&expr.then_branch);
                if let Some((_, otherwise)) = &expr.else_branch {
                    self.refuse_replaced(otherwise);
                }
            }
            Expr::Match(expr) => {
                for arm in &expr.arms {
                    self.refuse_replaced(&arm.body);
                }
            }
            _ => {}
        }
    }

    /// What the author has called `name`.
    fn written(&self, func: &Expr, name: &Ident) -> String {
        shape::plain_path(func)
            .and_then(|path| self.names.written(path).next())
            .map_or_else(|| name.to_string(), str::to_owned)
    }

    fn refuse_replaced_tail(&mut self, block: &Block) {
        if let Some((_, tail)) = shape::split_tail(block) {
            self.refuse_replaced(tail);
        }
    }
}
