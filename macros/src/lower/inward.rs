//! Whether an await outside a block can move to the end of each of its branches.

use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::{Arm, Block, Expr, ExprIf, Stmt};

use crate::patterns;
use crate::shape;
use crate::uses;

/// Never has a value that could be awaited.
pub(super) fn diverges(expr: &Expr) -> bool {
    const MACROS: [&str; 4] = ["panic", "todo", "unimplemented", "unreachable"];
    match expr {
        Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) => true,
        Expr::Loop(expr) => expr.body.stmts.is_empty(),
        Expr::Macro(expr) => expr
            .mac
            .path
            .segments
            .last()
            .is_some_and(|last| shape::is_one_of(&last.ident, &MACROS)),
        _ => false,
    }
}

/// Whether nothing is dropped between the end of this expression and the await outside.
pub(super) fn moves_inward(expr: &Expr) -> bool {
    match shape::peeled(expr) {
        Expr::Block(block) => block.label.is_none() && block_moves_inward(&block.block),
        Expr::Unsafe(block) => block_moves_inward(&block.block),
        Expr::If(branch) => {
            condition_takes_bound(branch)
                && block_moves_inward(&branch.then_branch)
                && branch
                    .else_branch
                    .as_ref()
                    .is_some_and(|(_, otherwise)| moves_inward(otherwise))
        }
        Expr::Match(expr) => expr
            .arms
            .iter()
            .all(|arm| takes_bound(arm) && moves_inward(&arm.body)),
        Expr::Call(call) => call
            .args
            .iter()
            .all(|arg| shape::is_box_pin(call) && moves_inward(arg) || shape::leaves_nothing(arg)),
        Expr::MethodCall(call) if shape::is_boxed(call) => moves_inward(&call.receiver),
        Expr::MethodCall(call) => {
            (shape::is_inert(&call.receiver) || shape::is_view(&call.receiver))
                && call.args.iter().all(shape::leaves_nothing)
        }
        Expr::Async(_) => true,
        other => diverges(other) || shape::is_inert(other),
    }
}

/// Without statements, or with such as only bind what the future takes with it.
pub(super) fn block_moves_inward(block: &Block) -> bool {
    let Some((before, tail)) = shape::split_tail(block) else {
        return false;
    };
    let takes_all =
        matches!(shape::unpinned(tail), Expr::Async(future) if future.capture.is_some());
    let taken = |stmt: &Stmt| match stmt {
        Stmt::Local(local) => patterns::plain_let(&local.pat).is_some_and(|bound| {
            shape::mentions(tail.to_token_stream(), &|ident| ident == bound).is_some()
        }),
        Stmt::Item(_) => true,
        Stmt::Expr(..) | Stmt::Macro(_) => false,
    };
    moves_inward(tail) && before.iter().all(|stmt| takes_all && taken(stmt))
}

/// Whether nothing that the pattern binds is left in the arm when its future runs.
fn takes_bound(arm: &Arm) -> bool {
    patterns::bound(&arm.pat)
        .iter()
        .all(|bound| uses::takes_whole(&arm.body, bound))
}

/// The same of an `if let`; a chain of them is looked at no further.
fn condition_takes_bound(branch: &ExprIf) -> bool {
    match &*branch.cond {
        Expr::Let(cond) => {
            let taken = |bound: &Ident| {
                shape::split_tail(&branch.then_branch)
                    .is_some_and(|(_, tail)| uses::takes_whole(tail, bound))
            };
            shape::is_inert(&cond.expr) && patterns::bound(&cond.pat).iter().all(taken)
        }
        cond => shape::mentions(cond.to_token_stream(), &|ident| ident == "let").is_none(),
    }
}
