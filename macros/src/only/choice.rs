//! `if is_async!() { .. } else { .. }`, of which one branch is left.

use proc_macro2::{Ident, Span};
use syn::{
    Arm, Attribute, BinOp, Block, Expr, ExprBlock, ExprIf, ExprLit, ExprMatch, Lit, LitBool, Macro,
    Pat, Stmt, UnOp, parse_quote_spanned, token,
};

use super::{Half, Only};
use crate::emit;

/// What a condition comes to.
enum Outcome {
    Known(bool),
    /// It is evaluated, but what it comes to is known before.
    After(bool),
    Open,
}

impl Outcome {
    fn negated(self) -> Self {
        match self {
            Self::Known(value) => Self::Known(!value),
            Self::After(value) => Self::After(!value),
            Self::Open => Self::Open,
        }
    }
}

impl Only<'_> {
    /// Input:  `is_async!() && n > 0`
    /// Output: of the async half `n > 0`, of the blocking one known to be `false`
    fn outcome(&self, expr: &mut Expr) -> Outcome {
        match expr {
            Expr::Paren(inner) => self.outcome(&mut inner.expr),
            Expr::Group(inner) => self.outcome(&mut inner.expr),
            Expr::Macro(inner) if is_async(&inner.mac) => Outcome::Known(self.half == Half::Async),
            Expr::Unary(inner) if matches!(inner.op, UnOp::Not(_)) => {
                self.outcome(&mut inner.expr).negated()
            }
            Expr::Binary(inner) => {
                // The value of an operand that decides alone.
                let decides = match inner.op {
                    BinOp::And(_) => false,
                    BinOp::Or(_) => true,
                    _ => return Outcome::Open,
                };
                match self.outcome(&mut inner.left) {
                    Outcome::Known(value) if value == decides => return Outcome::Known(value),
                    Outcome::Known(_) => {
                        *expr = take(&mut inner.right);
                        return self.outcome(expr);
                    }
                    Outcome::After(value) if value == decides => return Outcome::After(value),
                    Outcome::After(_) | Outcome::Open => {}
                }
                match self.outcome(&mut inner.right) {
                    Outcome::Known(value) | Outcome::After(value) if value == decides => {
                        Outcome::After(value)
                    }
                    Outcome::Known(_) => {
                        *expr = take(&mut inner.left);
                        Outcome::Open
                    }
                    Outcome::After(_) | Outcome::Open => Outcome::Open,
                }
            }
            _ => Outcome::Open,
        }
    }

    /// `is_async!()` where it is a value.
    pub(super) fn value(&self, mac: &Macro) -> Expr {
        let span = mac.path.segments.last().map(|last| last.ident.span());
        literal(self.half, span.unwrap_or_else(Span::call_site))
    }

    /// Input:  `if is_async!() { a } else { b }`, also as a `match`
    /// Output: of the async half `{ a }`
    pub(super) fn chosen(&self, expr: &mut Expr) -> Option<Expr> {
        match expr {
            Expr::If(branch) => match self.outcome(&mut branch.cond) {
                Outcome::Known(value) => Some(taken(branch, value)),
                Outcome::After(value) => {
                    leave_out(branch, value);
                    None
                }
                Outcome::Open => None,
            },
            Expr::Match(choice) => match self.outcome(&mut choice.expr) {
                Outcome::Known(value) => arm(choice, value),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The branch that is taken.
fn taken(branch: &mut ExprIf, value: bool) -> Expr {
    let span = branch.if_token.span;
    let attrs = std::mem::take(&mut branch.attrs);
    let otherwise = branch.else_branch.take().map(|(_, otherwise)| *otherwise);
    if value {
        let stmts = std::mem::take(&mut branch.then_branch.stmts);
        if otherwise.is_none() && leaves(&stmts) {
            // What follows is for the other half, and no fault of the author's.
            let truth = LitBool::new(true, emit::ours(span));
            return parse_quote_spanned!(emit::ours(span)=> #(#attrs)* if #truth { #(#stmts)* });
        }
        return block(attrs, stmts, span);
    }
    match otherwise {
        Some(Expr::Block(otherwise)) => block(attrs, otherwise.block.stmts, span),
        Some(otherwise) if attrs.is_empty() => otherwise,
        Some(otherwise) => block(attrs, vec![Stmt::Expr(otherwise, None)], span),
        None => block(attrs, Vec::new(), span),
    }
}

/// Input:  `if f() && is_async!() { a } else { b }`
/// Output: of the blocking half `if f() && false { loop {} } else { b }`
fn leave_out(branch: &mut ExprIf, value: bool) {
    let span = emit::ours(branch.if_token.span);
    let dead: Block = parse_quote_spanned!(span=> { loop {} });
    match (&mut branch.else_branch, value) {
        (None, false) => branch.then_branch.stmts.clear(),
        (None, true) => {}
        (Some(_), false) => branch.then_branch = dead,
        (Some((_, otherwise)), true) => **otherwise = block(Vec::new(), dead.stmts, span),
    }
}

/// The first arm that fits.
fn arm(choice: &mut ExprMatch, value: bool) -> Option<Expr> {
    let fits = |arm: &&mut Arm| match &arm.pat {
        Pat::Lit(pat) => matches!(&pat.lit, Lit::Bool(lit) if lit.value == value),
        Pat::Wild(_) => true,
        _ => false,
    };
    let arm = choice.arms.iter_mut().find(fits)?;
    let body = take(&mut arm.body);
    let attrs = std::mem::take(&mut choice.attrs);
    let span = choice.match_token.span;
    Some(block(attrs, vec![Stmt::Expr(body, None)], span))
}

/// Whether the statements end by going elsewhere.
fn leaves(stmts: &[Stmt]) -> bool {
    matches!(
        stmts.last(),
        Some(Stmt::Expr(
            Expr::Return(_) | Expr::Break(_) | Expr::Continue(_),
            _
        ))
    )
}

fn take(expr: &mut Expr) -> Expr {
    std::mem::replace(expr, Expr::PLACEHOLDER)
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

/// `true` or `false`, about which no lint complains.
fn literal(half: Half, span: Span) -> Expr {
    let value = LitBool::new(half == Half::Async, emit::ours(span));
    Expr::Lit(ExprLit {
        attrs: Vec::new(),
        lit: Lit::Bool(value),
    })
}

/// The same among tokens.
pub(super) fn bool(half: Half, span: Span) -> Ident {
    let value = if half == Half::Async { "true" } else { "false" };
    Ident::new(value, emit::ours(span))
}

pub(super) fn is_async(mac: &Macro) -> bool {
    mac.path
        .segments
        .last()
        .is_some_and(|last| last.ident == "is_async")
}
