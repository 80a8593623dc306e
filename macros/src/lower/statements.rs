//! Statements: what they bind, what they drop, and the items among them.

use proc_macro2::Span;
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Block, Expr, Generics, Item, ItemFn, Local, Stmt, Token};

use super::awaited::Use;
use super::closure::Role;
use super::{Lower, callee_name, take};
use crate::callee::Callee;
use crate::docs;
use crate::emit;
use crate::form::Form;
use crate::helpers::is_helper;
use crate::hints::Hints;
use crate::messages;
use crate::pass::Pass as _;
use crate::patterns;
use crate::returns;
use crate::shape;

impl Lower<'_> {
    /// The statements of a block, the last one by `tail` if it is the block's value.
    pub(super) fn block(
        &mut self,
        block: &mut Block,
        tail: &mut dyn FnMut(&mut Self, Expr) -> Expr,
    ) {
        self.scope.enter();
        for stmt in &block.stmts {
            self.declare(stmt);
        }
        let mut stmts = std::mem::take(&mut block.stmts).into_iter();
        while let Some(stmt) = stmts.next() {
            match stmt {
                Stmt::Expr(expr, None) if stmts.len() == 0 => {
                    block.stmts.push(Stmt::Expr(tail(self, expr), None));
                }
                other => self.statement(other, stmts.as_slice(), &mut block.stmts),
            }
        }
        self.scope.leave();
    }

    /// `rest` is what follows in the block.
    fn statement(&mut self, stmt: Stmt, rest: &[Stmt], out: &mut Vec<Stmt>) {
        match stmt {
            Stmt::Local(local) => self.local(local, rest, out),
            Stmt::Item(mut item) => {
                self.inner_item(&mut item);
                out.push(Stmt::Item(item));
            }
            Stmt::Expr(mut expr, semi) => {
                if semi.is_some() {
                    self.refuse_discarded(&expr);
                    self.refuse_thrown_away(&expr);
                }
                let ignored =
                    semi.is_some() && matches!(&expr, Expr::Await(expr) if expr.attrs.is_empty());
                self.visit_expr_mut(&mut expr);
                if ignored {
                    // Whether it may be has been heard in the async half.
                    expr = Expr::Verbatim(quote!(let _ = #expr));
                }
                out.push(ended(expr, semi, rest));
            }
            Stmt::Macro(mut stmt) => {
                if self.pinned_in_place(&stmt.mac, out) {
                    return;
                }
                if let Some(expanded) = self.replaced_macro(&stmt.mac) {
                    out.push(ended(expanded, stmt.semi_token, rest));
                    return;
                }
                self.invocation(&mut stmt.mac);
                out.push(Stmt::Macro(stmt));
            }
        }
    }

    /// Input:  `let x = f().await;`
    /// Output: `let x = f_blocking(); check(&x, 0);`
    ///
    /// The check beside the value, and not around it, leaves the value where it is built.
    fn local(&mut self, mut local: Local, rest: &[Stmt], out: &mut Vec<Stmt>) {
        self.refuse_unused(&local, rest);
        let mut check = None;
        let closure = self.bound_closure(&local, rest);
        let values = self.let_values(&local);
        let mapped = self.mapped_bindings(&local);
        self.pinned_local(&mut local, out);
        if let Some(init) = &mut local.init {
            let plain = patterns::plain_let(&local.pat).cloned();
            let bare = local.attrs.is_empty() && init.diverge.is_none();
            let told = matches!(shape::peeled(&init.expr), Expr::Await(_) | Expr::Closure(_));
            let value = take(&mut init.expr);
            match (plain, if told { shape::peel(value) } else { value }) {
                (Some(ident), Expr::Await(expr)) if bare => {
                    let (span, dot) = (expr.await_token.span, expr.dot_token.span);
                    let (expr, survives) = self.awaited(expr, Use::Bound);
                    *init.expr = expr;
                    check = survives.then_some((ident, span, dot));
                }
                (Some(_), Expr::Closure(mut expr)) => {
                    let role = closure
                        .as_ref()
                        .map_or(Role::Callback, |(_, _, role)| *role);
                    self.closure(&mut expr, role);
                    *init.expr = Expr::Closure(expr);
                }
                (_, mut other) => {
                    self.visit_expr_mut(&mut other);
                    *init.expr = other;
                }
            }
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        self.bind_local(&local, closure, values);
        for ident in &mapped {
            self.scope.learn_mapped(ident);
        }
        out.push(Stmt::Local(local));
        if let Some((ident, span, dot)) = check {
            let path = emit::private(self.names, "check", dot);
            let zero = emit::zero(span);
            let call = quote_spanned!(emit::ours(span)=> #path(&#ident, #zero));
            out.push(Stmt::Expr(
                Expr::Verbatim(call),
                Some(Token![;](emit::ours(span))),
            ));
        }
    }

    /// A future that is made and dropped in one statement.
    fn refuse_discarded(&mut self, expr: &Expr) {
        match shape::peeled(expr) {
            Expr::Async(block) => self
                .errors
                .at(block.async_token.span, messages::DISCARDED_BLOCK),
            Expr::Call(call) => {
                if let (Callee::Async(_) | Callee::AsyncLocal, Some(name)) =
                    (self.callee(&call.func), callee_name(&call.func))
                {
                    self.errors.at(name.span(), messages::discarded_call(&name));
                }
            }
            Expr::MethodCall(call) => {
                if let Callee::Async(_) = self.method_callee(call) {
                    self.errors
                        .at(call.method.span(), messages::discarded_call(&call.method));
                }
            }
            _ => {}
        }
    }

    /// Async functions in a body become blocking in place: the twin has a copy of its own.
    fn inner_item(&mut self, item: &mut Item) {
        match item {
            Item::Fn(item) if returns::has_twin(&item.sig) || self.names.form != Form::Beside => {
                self.inner_fn(item);
            }
            Item::Impl(_) | Item::Trait(_) | Item::Mod(_) | Item::Macro(_) => {
                let what = match item {
                    Item::Impl(_) => "an `impl`",
                    Item::Trait(_) => "a trait",
                    Item::Mod(_) => "a module",
                    _ => "a macro",
                };
                if let Some(token) = shape::mentions_async(item.to_token_stream()) {
                    self.errors.at(token.span(), messages::local_macro(what));
                }
            }
            _ => {}
        }
    }

    fn inner_fn(&mut self, item: &mut ItemFn) {
        // The twin of the outer function has a copy of its own.
        if let Some(attr) = item.attrs.iter().find(|attr| is_helper(attr)) {
            self.errors.on(attr.path(), messages::HELPER_WITHOUT_EFFECT);
        }
        docs::keep_for_twin(&mut item.attrs, self.names, self.errors);
        let (names, twin) = (self.names, self.names.suffixed(&item.sig.ident));
        let mut hints = Hints::of(
            &mut item.sig,
            &Generics::default(),
            twin,
            names,
            self.errors,
        );
        hints.lower_types(&mut item.block, names, self.errors);
        self.function(&item.sig, &mut item.block, &hints);
    }
}

/// A block and a macro with braces need no semicolon behind them; what the twin has in their place
/// may need one.
fn ended(expr: Expr, semi: Option<Token![;]>, rest: &[Stmt]) -> Stmt {
    let open = semi.is_none() && !rest.is_empty() && matches!(expr, Expr::Verbatim(_));
    let semi = if open {
        Some(Token![;](Span::call_site()))
    } else {
        semi
    };
    Stmt::Expr(expr, semi)
}
