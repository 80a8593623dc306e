//! Bodies: an async function becomes a function, a future that is a value becomes a thunk, and
//! awaiting calls it.
//!
//! [`Lower`] walks a body once. What an expression becomes is decided where it stands:
//! [`awaited`] for `.await`, [`call`] for a call that is not awaited, [`tails`] for blocks whose
//! value is a future, [`closure`] for callbacks, [`macros`] for the arguments of macros.

mod awaited;
mod call;
mod closure;
mod macros;
mod refuse;
mod scope;
mod tails;

use proc_macro2::Span;
use quote::quote_spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, Attribute, Block, Expr, ExprAsync, ExprClosure, ExprForLoop, ExprIf, ExprLet, ExprWhile,
    Item, ItemFn, Local, Macro, Pat, Signature, Stmt, Type,
};

use crate::emit;
use crate::errors::Errors;
use crate::messages;
use crate::names::{Callee, Names};
use crate::shape;
use crate::signature;
use crate::types::Types;
use awaited::Use;
use closure::Role;
use scope::{Binding, Scope};

pub(crate) struct Lower<'a> {
    names: &'a Names,
    errors: &'a mut Errors,
    scope: Scope,
    /// An `AsyncFn` bound of the impl: a callback may hide behind a field.
    stored_callbacks: bool,
    /// The witness of an operand is a method, whose trait has to be in scope.
    wants_get: bool,
}

/// What a body is lowered with, beside its tokens.
pub(crate) struct Context<'a> {
    pub(crate) names: &'a Names,
    pub(crate) stored_callbacks: bool,
    /// Parameters whose call returns a future.
    pub(crate) callbacks: &'a [String],
    /// The function is not `async` but returns a future.
    pub(crate) returns_future: bool,
}

/// Input:  the body of an async function, or of one that returns a future
/// Output: the body of its twin
pub(crate) fn body(sig: &Signature, block: &mut Block, context: &Context, errors: &mut Errors) {
    let mut lower = Lower {
        names: context.names,
        errors,
        scope: Scope::default(),
        stored_callbacks: context.stored_callbacks,
        wants_get: false,
    };
    lower.function(sig, block, context.callbacks, context.returns_future);
}

impl Lower<'_> {
    fn function(
        &mut self,
        sig: &Signature,
        block: &mut Block,
        callbacks: &[String],
        returns_future: bool,
    ) {
        self.scope.enter_fn();
        for input in &sig.inputs {
            if let syn::FnArg::Typed(input) = input {
                self.scope.bind_pattern(&input.pat);
                if let Pat::Ident(pat) = &*input.pat {
                    if callbacks.iter().any(|name| pat.ident == name) {
                        self.scope.bind(&pat.ident, Binding::AsyncLocal);
                    }
                }
            }
        }
        let outer = std::mem::replace(&mut self.wants_get, false);
        if returns_future {
            self.future_body(block);
        } else {
            self.visit_block_mut(block);
        }
        if std::mem::replace(&mut self.wants_get, outer) {
            let get = emit::private(self.names, "Get", Span::call_site());
            if let Ok(import) =
                syn::parse2(quote_spanned!(emit::ours(Span::call_site())=> use #get as _;))
            {
                block.stmts.insert(0, Stmt::Item(import));
            }
        }
        self.scope.leave();
    }

    /// The statements of a block, the last one by `tail` if it is the block's value.
    fn block(&mut self, block: &mut Block, tail: &mut dyn FnMut(&mut Self, Expr) -> Expr) {
        self.scope.enter();
        for stmt in &block.stmts {
            self.declare(stmt);
        }
        let stmts = std::mem::take(&mut block.stmts);
        let last = stmts.len().saturating_sub(1);
        for (index, stmt) in stmts.into_iter().enumerate() {
            match stmt {
                Stmt::Expr(expr, None) if index == last => {
                    block.stmts.push(Stmt::Expr(tail(self, expr), None));
                }
                other => self.statement(other, &mut block.stmts),
            }
        }
        self.scope.leave();
    }

    /// Functions are in scope in the whole block, before their definition too.
    fn declare(&mut self, stmt: &Stmt) {
        if let Stmt::Item(Item::Fn(item)) = stmt {
            let binding = if crate::returns::is_awaited(&item.sig) {
                Binding::Fn(self.names.suffixed(&item.sig.ident))
            } else {
                Binding::Single
            };
            self.scope.bind(&item.sig.ident, binding);
        }
    }

    fn statement(&mut self, stmt: Stmt, out: &mut Vec<Stmt>) {
        match stmt {
            Stmt::Local(local) => self.local(local, out),
            Stmt::Item(mut item) => {
                self.inner_item(&mut item);
                out.push(Stmt::Item(item));
            }
            Stmt::Expr(mut expr, semi) => {
                if semi.is_some() {
                    self.refuse_discarded(&expr);
                }
                self.visit_expr_mut(&mut expr);
                out.push(Stmt::Expr(expr, semi));
            }
            Stmt::Macro(mut stmt) => {
                self.invocation(&mut stmt.mac);
                out.push(Stmt::Macro(stmt));
            }
        }
    }

    /// Input:  `let x = f().await;`
    /// Output: `let x = f_blocking(); check(&x, 0);`
    ///
    /// The check beside the value, and not around it, leaves the value where it is built.
    fn local(&mut self, mut local: Local, out: &mut Vec<Stmt>) {
        let mut check = None;
        let mut binding = None;
        if let Some(init) = &mut local.init {
            let plain = shape::plain_let(&local.pat).cloned();
            let bare = local.attrs.is_empty() && init.diverge.is_none();
            match (plain, shape::peeled(&init.expr)) {
                (Some(ident), Expr::Await(_)) if bare => {
                    let Expr::Await(expr) = shape::peel(take(&mut init.expr)) else {
                        return;
                    };
                    let span = expr.await_token.span;
                    let (expr, survives) = self.awaited(expr, Use::Bound);
                    *init.expr = expr;
                    check = survives.then_some((ident, span));
                }
                (Some(ident), Expr::Closure(closure)) if self.is_async_closure(closure) => {
                    binding = Some(ident);
                    self.visit_expr_mut(&mut init.expr);
                }
                _ => self.visit_expr_mut(&mut init.expr),
            }
            if let Some((_, diverge)) = &mut init.diverge {
                self.visit_expr_mut(diverge);
            }
        }
        self.scope.bind_pattern(&local.pat);
        if let Some(ident) = binding {
            self.scope.bind(&ident, Binding::AsyncLocal);
        }
        out.push(Stmt::Local(local));
        if let Some((ident, span)) = check {
            let path = emit::private(self.names, "check", span);
            let zero = emit::zero(span);
            let call = quote_spanned!(emit::ours(span)=> #path(&#ident, #zero));
            out.push(Stmt::Expr(
                Expr::Verbatim(call),
                Some(syn::Token![;](emit::ours(span))),
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
                if let (Callee::Async(_), Some(name)) =
                    (self.callee(&call.func), callee_name(&call.func))
                {
                    self.errors.at(name.span(), messages::discarded_call(&name));
                }
            }
            Expr::MethodCall(call)
                if shape::is_self(&call.receiver) && !self.names.is_kept(&call.method) =>
            {
                if let Callee::Async(_) = self.names.method_callee(&call.method) {
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
            Item::Fn(item) if crate::returns::is_awaited(&item.sig) => self.inner_fn(item),
            Item::Impl(_) | Item::Trait(_) | Item::Mod(_) | Item::Macro(_) => {
                let what = match item {
                    Item::Impl(_) => "an `impl`",
                    Item::Trait(_) => "a trait",
                    Item::Mod(_) => "a module",
                    _ => "a macro",
                };
                if let Some(token) = shape::mentions_async(quote::ToTokens::to_token_stream(item)) {
                    self.errors.at(token.span(), messages::local_macro(what));
                }
            }
            _ => {}
        }
    }

    fn inner_fn(&mut self, item: &mut ItemFn) {
        let callbacks = signature::callbacks(&item.sig);
        let returns_future = item.sig.asyncness.is_none();
        item.attrs.retain(|attr| !crate::names::is_helper(attr));
        let twin = self.names.suffixed(&item.sig.ident);
        signature::lower(&mut item.sig, twin);
        Types::new(self.names, self.errors).visit_signature_mut(&mut item.sig);
        Types::new(self.names, self.errors).visit_block_mut(&mut item.block);
        self.function(&item.sig, &mut item.block, &callbacks, returns_future);
    }

    /// Input:  `async move { .. }` that is not awaited where it stands
    /// Output: `Deferred::new(move || { .. })`
    fn deferred(&mut self, mut expr: ExprAsync) -> Expr {
        let span = expr.async_token.span;
        self.visit_block_mut(&mut expr.block);
        let path = emit::private(self.names, "Deferred", span);
        let (attrs, capture, block) = (&expr.attrs, &expr.capture, &expr.block);
        Expr::Verbatim(quote_spanned!(emit::ours(span)=> #(#attrs)* #path::new(#capture || #block)))
    }

    /// An operand: its type has to be known here.
    fn head(&mut self, expr: &mut Expr) {
        if let Expr::Await(_) = shape::peeled(expr) {
            let Expr::Await(inner) = shape::peel(take(expr)) else {
                return;
            };
            *expr = self.awaited(inner, Use::Head).0;
        } else {
            self.visit_expr_mut(expr);
        }
    }
}

fn take(expr: &mut Expr) -> Expr {
    std::mem::replace(expr, Expr::PLACEHOLDER)
}

/// The name a fault is reported on.
fn callee_name(func: &Expr) -> Option<proc_macro2::Ident> {
    match shape::peeled(func) {
        Expr::Path(path) => path.path.segments.last().map(|last| last.ident.clone()),
        _ => None,
    }
}

impl VisitMut for Lower<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Await(_) => {
                if let Expr::Await(inner) = take(expr) {
                    *expr = self.awaited(inner, Use::Value).0;
                }
            }
            Expr::Async(_) => {
                if let Expr::Async(inner) = take(expr) {
                    *expr = self.deferred(inner);
                }
            }
            Expr::Call(_) => {
                if let Expr::Call(inner) = take(expr) {
                    *expr = self.call(inner);
                }
            }
            Expr::MethodCall(_) => {
                if let Expr::MethodCall(inner) = take(expr) {
                    *expr = self.method_call(inner);
                }
            }
            Expr::Try(inner) => {
                // `?` is not defined for futures: rustc's own error is the best there is.
                if let Expr::Await(_) = shape::peeled(&inner.expr) {
                    if let Expr::Await(awaited) = shape::peel(take(&mut inner.expr)) {
                        *inner.expr = self.awaited(awaited, Use::Question).0;
                    }
                } else {
                    self.visit_expr_mut(&mut inner.expr);
                }
            }
            Expr::Field(inner) => self.head(&mut inner.base),
            Expr::Unary(inner) => self.head(&mut inner.expr),
            Expr::Index(inner) => {
                self.head(&mut inner.expr);
                self.visit_expr_mut(&mut inner.index);
            }
            Expr::Binary(inner) => {
                self.head(&mut inner.left);
                self.visit_expr_mut(&mut inner.right);
            }
            Expr::Yield(inner) => self.errors.at(inner.yield_token.span, messages::YIELD),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        self.block(block, &mut |lower, mut tail| {
            lower.visit_expr_mut(&mut tail);
            tail
        });
    }

    fn visit_expr_closure_mut(&mut self, closure: &mut ExprClosure) {
        self.closure(closure, Role::Callback);
    }

    fn visit_expr_if_mut(&mut self, expr: &mut ExprIf) {
        self.scope.enter();
        self.visit_expr_mut(&mut expr.cond);
        self.visit_block_mut(&mut expr.then_branch);
        self.scope.leave();
        if let Some((_, otherwise)) = &mut expr.else_branch {
            self.visit_expr_mut(otherwise);
        }
    }

    fn visit_expr_while_mut(&mut self, expr: &mut ExprWhile) {
        self.scope.enter();
        self.visit_expr_mut(&mut expr.cond);
        self.visit_block_mut(&mut expr.body);
        self.scope.leave();
    }

    fn visit_expr_for_loop_mut(&mut self, expr: &mut ExprForLoop) {
        self.head(&mut expr.expr);
        self.scope.enter();
        self.scope.bind_pattern(&expr.pat);
        self.visit_block_mut(&mut expr.body);
        self.scope.leave();
    }

    /// The bindings of `if let` and `while let` live in the scope their owner has entered.
    fn visit_expr_let_mut(&mut self, expr: &mut ExprLet) {
        self.visit_expr_mut(&mut expr.expr);
        self.scope.bind_pattern(&expr.pat);
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        self.scope.enter();
        self.pattern(&mut arm.pat);
        self.visit_expr_mut(&mut arm.body);
        self.scope.leave();
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        self.invocation(mac);
    }

    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}

    fn visit_item_mut(&mut self, _: &mut Item) {}

    fn visit_pat_mut(&mut self, _: &mut Pat) {}

    fn visit_type_mut(&mut self, _: &mut Type) {}
}

impl Lower<'_> {
    /// The pattern of an arm, with its guard.
    fn pattern(&mut self, pat: &mut Pat) {
        if let Pat::Guard(guard) = pat {
            self.scope.bind_pattern(&guard.pat);
            self.visit_expr_mut(&mut guard.guard);
        } else {
            self.scope.bind_pattern(pat);
        }
    }
}
