//! Bodies: an async function becomes a function, a future that is a value becomes a thunk, and
//! awaiting calls it.
//!
//! [`Lower`] walks a body once. What an expression becomes is decided where it stands:
//! [`statements`] for what is bound and dropped, [`awaited`] for `.await`, [`call`] for a call that
//! is not awaited, [`tails`] for blocks whose value is a future, [`closure`] for callbacks,
//! [`macros`] for the arguments of macros.

mod awaited;
mod bindings;
mod call;
mod closure;
mod combinator;
mod discards;
mod eager;
mod generator;
mod instrument;
mod inward;
mod join;
mod macros;
mod pinning;
mod receiver;
mod refuse;
mod scope;
mod state;
mod statements;
mod tails;
mod tokens;
mod wants;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{
    Arm, Attribute, BinOp, Block, Expr, ExprAsync, ExprClosure, ExprForLoop, ExprIf, ExprLet,
    ExprWhile, Item, Macro, Pat, Signature, Stmt, Type,
};

use crate::callee::Callee;
use crate::emit;
use crate::errors::Errors;
use crate::form::Form;
use crate::generator as opened;
use crate::hints::Hints;
use crate::messages;
use crate::names::Names;
use crate::pass::{Pass, walk};
use crate::shape;
use crate::words::Words;
use awaited::Use;
use closure::Role;
use generator::Generator;
use scope::Scope;
use wants::Wants;

pub(crate) struct Lower<'a> {
    names: &'a Names,
    errors: &'a mut Errors,
    scope: Scope,
    /// There are async callbacks in sight: any variable or field may hold one.
    callbacks: bool,
    /// What the futures of a function that returns one give, for the closures they become.
    output: Option<Type>,
    wants: Wants,
    /// The `stream!` around, if no closure, async block or function lies between.
    generator: Option<Generator>,
}

/// Input:  the body of an async function, or of one that returns a future
/// Output: the body of its twin
pub(crate) fn body(
    sig: &Signature,
    block: &mut Block,
    names: &Names,
    hints: &Hints,
    errors: &mut Errors,
) {
    // A source that is compiled twice has two of everything.
    if names.form != Form::InPlace
        && names.words.any(Words::STATE)
        && shape::mentions(block.to_token_stream(), &state::is_word).is_some()
    {
        state::refuse(block, errors);
    }
    let mut lower = Lower::new(names, errors);
    lower.function(sig, block, hints);
}

/// What a constant or static is initialised with.
pub(crate) fn initializer(expr: &mut Expr, names: &Names, errors: &mut Errors) {
    let mut lower = Lower::new(names, errors);
    lower.scope.enter_fn();
    lower.visit_expr_mut(expr);
}

impl<'a> Lower<'a> {
    fn new(names: &'a Names, errors: &'a mut Errors) -> Self {
        Self {
            names,
            errors,
            scope: Scope::default(),
            callbacks: false,
            output: None,
            wants: Wants::default(),
            generator: None,
        }
    }
}

impl Lower<'_> {
    fn function(&mut self, sig: &Signature, block: &mut Block, hints: &Hints) {
        let callbacks = &hints.callbacks;
        self.scope.enter_fn();
        for input in &sig.inputs {
            if let syn::FnArg::Typed(input) = input {
                self.scope.bind_pattern(&input.pat);
                if let Pat::Ident(pat) = &*input.pat {
                    let listed = |names: &[String]| names.iter().any(|name| pat.ident == name);
                    if listed(&callbacks.parameters) {
                        self.scope.bind(&pat.ident, Callee::AsyncLocal);
                    } else if !listed(&callbacks.holders) {
                        self.scope.bind(&pat.ident, Callee::Plain);
                    }
                }
            }
        }
        for parameter in &hints.mapped {
            self.scope.learn_mapped(parameter);
        }
        let hidden = |ident: &Ident| self.scope.hides(ident);
        // A function inside a body may take what the body defines.
        let free = !hints.values.is_empty()
            && (!self.scope.holds_items()
                || shape::mentions(sig.to_token_stream(), &hidden).is_none());
        if free {
            for (parameter, methods) in &hints.values {
                self.scope.learn(parameter, methods.clone());
            }
        }
        let closures = self.names.words.any(Words::CLOSURES);
        let in_sight = callbacks.any || closures && closure::makes_callbacks(block);
        let outer_callbacks = std::mem::replace(&mut self.callbacks, in_sight);
        let generator = self.generator.take();
        let outer = std::mem::take(&mut self.wants);
        if hints.returns_future {
            self.future_body(sig, block);
        } else {
            self.visit_block_mut(block);
        }
        let wants = std::mem::replace(&mut self.wants, outer);
        if !wants.is_empty() {
            let wants = Item::Verbatim(wants.statements(self.names));
            block.stmts.insert(0, Stmt::Item(wants));
        }
        self.generator = generator;
        self.callbacks = outer_callbacks;
        self.scope.leave();
    }

    /// Input:  `async move { .. }` that is not awaited where it stands
    /// Output: `Deferred::new(move || { .. })`
    fn deferred(&mut self, expr: ExprAsync, output: Option<&Type>) -> Expr {
        let path = emit::private(self.names, "Deferred", expr.async_token.span);
        self.given_to(&quote!(#path::new), expr, output)
    }

    /// An async block as a closure, given to a function of the runtime.
    fn given_to(&mut self, to: &TokenStream, mut expr: ExprAsync, output: Option<&Type>) -> Expr {
        let output = output.map(|ty| quote!(-> #ty));
        let generator = self.generator.take();
        self.visit_block_mut(&mut expr.block);
        self.generator = generator;
        let (attrs, capture, block) = (&expr.attrs, &expr.capture, &expr.block);
        let span = expr.async_token.span;
        Expr::Verbatim(quote_spanned!(span=> #(#attrs)* #to(#capture || #output #block)))
    }

    /// A macro in the place of which the twin has something else.
    pub(super) fn replaced_macro(&mut self, mac: &Macro) -> Option<Expr> {
        let joined = self.joined_macro(mac);
        joined
            .or_else(|| self.pinned_argument(mac))
            .or_else(|| self.generator_macro(mac))
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
fn callee_name(func: &Expr) -> Option<Ident> {
    match shape::peeled(func) {
        Expr::Path(path) => path.path.segments.last().map(|last| last.ident.clone()),
        _ => None,
    }
}

impl Pass for Lower<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Await(_) => {
                if let Expr::Await(inner) = take(expr) {
                    *expr = self.awaited(inner, Use::Value).0;
                }
            }
            Expr::Async(_) => {
                if let Expr::Async(inner) = take(expr) {
                    *expr = self.deferred(inner, None);
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
            Expr::Try(inner) if self.generator.is_some() => {
                if let Some(tried) = self.tried(inner) {
                    *expr = tried;
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
            Expr::Cast(inner) => self.head(&mut inner.expr),
            Expr::Index(inner) => {
                self.head(&mut inner.expr);
                self.visit_expr_mut(&mut inner.index);
            }
            Expr::Binary(inner) if !matches!(inner.op, BinOp::And(_) | BinOp::Or(_)) => {
                self.head(&mut inner.left);
                self.visit_expr_mut(&mut inner.right);
            }
            Expr::Macro(inner) if inner.attrs.is_empty() => match self.replaced_macro(&inner.mac) {
                Some(replaced) => *expr = replaced,
                None => self.visit_macro_mut(&mut inner.mac),
            },
            Expr::Yield(inner) => match self.yielded(inner) {
                Some(yielded) => *expr = yielded,
                None => self.errors.at(inner.yield_token.span, messages::YIELDED),
            },
            Expr::ForLoop(inner) => {
                if !opened::is_for_await(&mut inner.attrs) {
                    return self.visit_expr_for_loop_mut(inner);
                }
                if let Expr::ForLoop(inner) = take(expr) {
                    *expr = self.for_await(inner);
                }
            }
            Expr::TryBlock(inner) => match opened::opened(inner) {
                Some(is_try) => {
                    if let Expr::TryBlock(inner) = take(expr) {
                        *expr = self.generator(inner, is_try);
                    }
                }
                None => walk::visit_expr_mut(self, expr),
            },
            _ => walk::visit_expr_mut(self, expr),
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
