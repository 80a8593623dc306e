//! Closures that return futures.

use proc_macro2::Ident;
use quote::{ToTokens as _, quote};
use syn::{Block, Expr, ExprClosure, Item, Pat, Stmt};

use super::Lower;
use super::tails::Returns;
use crate::callee::Callee;
use crate::future_types;
use crate::messages;
use crate::pass::{Pass, walk};
use crate::patterns;
use crate::returns;
use crate::shape;
use crate::signature;
use crate::types::Types;
use crate::uses;

/// What becomes of the future that a closure returns.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Role {
    /// Whoever calls it awaits the result: the twin returns the value.
    Callback,
    /// Whoever calls it has the future, to be awaited later or never: the twin returns a thunk.
    /// An async closure is a callback all the same, as `AsyncFn` bounds ask for one.
    Producer,
    /// The same, and there is no `AsyncFn` bound: it belongs to std.
    Adaptor,
    /// An adaptor of streams or futures, which awaits the result, by a name under which std asks
    /// for a value.
    Stream,
}

/// Adaptors whose closure gives a future if they are those of streams and futures, and cannot
/// give one if they are those of iterators, options and results.
const OF_STREAMS: [&str; 19] = [
    "all",
    "and_then",
    "any",
    "filter",
    "filter_map",
    "map_while",
    "or_else",
    "scan",
    "skip_while",
    "take_while",
    "then",
    "try_filter",
    "try_filter_map",
    "try_fold",
    "try_for_each",
    "try_skip_while",
    "try_take_while",
    "try_unfold",
    "unfold",
];

/// Functions and methods of std that hand on what the closure returns.
const ADAPTORS: [&str; 26] = [
    "array_map",
    "fill_with",
    "flat_map",
    "fold",
    "for_each",
    "from_fn",
    "get_or_init",
    "get_or_insert_with",
    "inspect",
    "is_none_or",
    "is_some_and",
    "map",
    "map_err",
    "map_or",
    "map_or_else",
    "ok_or_else",
    "or_insert_with",
    "or_insert_with_key",
    "reduce",
    "repeat_with",
    "resize_with",
    "scope",
    "successors",
    "unwrap_or_else",
    "with",
    "zip",
];

pub(super) fn role_in(function: &Ident) -> Role {
    if shape::is_one_of(function, &OF_STREAMS) {
        Role::Stream
    } else if shape::is_one_of(function, &ADAPTORS) {
        Role::Adaptor
    } else {
        Role::Producer
    }
}

/// `Box::new`, `Some` and other constructors only hold the closure, to be called elsewhere.
pub(super) fn role_in_call(func: &Expr) -> Role {
    let Some(path) = shape::plain_path(func) else {
        return Role::Producer;
    };
    let holds = ["Arc", "Box", "Cell", "Rc", "RefCell"]
        .iter()
        .any(|name| shape::ends_with(path, &[name, "new"]));
    match path.segments.last() {
        Some(last) if holds || shape::is_upper(&last.ident) => Role::Callback,
        Some(last) => role_in(&last.ident),
        None => Role::Producer,
    }
}

impl Lower<'_> {
    /// The parameters, with what their types tell.
    fn bind_inputs(&mut self, closure: &ExprClosure) {
        for input in &closure.inputs {
            self.scope.bind_pattern(input);
            if let Some((ident, methods)) = self.typed(input) {
                self.scope.learn(&ident, methods);
            }
        }
    }

    /// Input:  `async |x| f(x).await`, `|x| async move { .. }`
    /// Output: `|x| f_blocking(x)`, `|x| run(move || { .. })`; of a producer
    ///         `|x| Deferred::new(move || { .. })`
    pub(super) fn closure(&mut self, closure: &mut ExprClosure, role: Role) {
        self.scope.enter();
        let generator = self.generator.take();
        self.bind_inputs(closure);
        let asyncness = closure.asyncness.take();
        // `bool::then` asks for nothing.
        let role = match role {
            Role::Stream if closure.inputs.is_empty() => Role::Adaptor,
            Role::Stream => Role::Callback,
            role => role,
        };
        if let (Some(token), Role::Adaptor) = (asyncness, role) {
            self.errors.at(token.span, messages::async_adaptor());
        }
        let declared = returns::future_output(&closure.output).is_some();
        let future = asyncness.is_none() && (declared || self.is_future_tail(&closure.body));
        if future && role == Role::Callback {
            self.callback_body(closure);
        } else if future {
            self.thunk_body(closure);
        } else {
            self.visit_expr_mut(&mut closure.body);
        }
        self.generator = generator;
        self.scope.leave();
    }

    /// A closure whose result is awaited by whoever calls it, though nothing may show that it is
    /// a future.
    pub(super) fn awaited_closure(&mut self, closure: &mut ExprClosure) {
        if closure.asyncness.is_some() {
            return self.closure(closure, Role::Callback);
        }
        self.scope.enter();
        self.bind_inputs(closure);
        self.callback_body(closure);
        self.scope.leave();
    }

    /// A closure whose result is awaited, though nothing may show that it is a future.
    pub(super) fn producer(&mut self, closure: &mut ExprClosure) {
        self.scope.enter();
        let generator = self.generator.take();
        self.bind_inputs(closure);
        if let Some(token) = closure.asyncness.take() {
            self.errors.at(token.span, messages::async_adaptor());
        }
        self.thunk_body(closure);
        self.generator = generator;
        self.scope.leave();
    }

    /// The future stays one: as a box where its type says so.
    fn thunk_body(&mut self, closure: &mut ExprClosure) {
        if returns::future_output(&closure.output).is_some() {
            Types::new(self.names, self.errors).visit_return_type_mut(&mut closure.output);
            return self.visit_expr_mut(&mut closure.body);
        }
        let body = super::take(&mut closure.body);
        *closure.body = self.thunk_tail(body, Returns::Future);
    }

    /// Parameters that the future does not take are dropped before it runs.
    ///
    /// Input:  `|guard, n| async move { n }`
    /// Output: `|guard, n| resolve({ let guard = guard; let n = n; Deferred::new(move || n) })`
    fn callback_body(&mut self, closure: &mut ExprClosure) {
        if returns::future_output(&closure.output).is_some() {
            future_types::callback_output(&mut closure.output);
            Types::new(self.names, self.errors).visit_return_type_mut(&mut closure.output);
        }
        let mut ignored = 0;
        for input in &mut closure.inputs {
            signature::name_ignored(input, &mut ignored);
        }
        let left_behind = left_behind(closure);
        let body = super::take(&mut closure.body);
        *closure.body = if left_behind.is_empty() {
            self.awaited_tail(body, Returns::Future)
        } else {
            let span = closure.inputs_begin.span;
            let thunk = self.thunk_tail(body, Returns::Future);
            let block = quote!({ #(let #left_behind = #left_behind;)* #thunk });
            self.resolve(&Expr::Verbatim(block), span)
        };
    }

    /// Whether the value of this expression is seen to be a future.
    pub(super) fn is_future_tail(&mut self, expr: &Expr) -> bool {
        match shape::peeled(expr) {
            Expr::Async(_) => true,
            Expr::Call(call) if shape::is_box_pin(call) => {
                !call.args.first().is_some_and(|value| self.is_mapped(value))
            }
            Expr::Call(call) if self.is_ready(call) => true,
            Expr::Call(call) => {
                matches!(
                    self.callee(&call.func),
                    Callee::Async(_) | Callee::AsyncLocal | Callee::Eager
                )
            }
            Expr::MethodCall(call) if shape::is_boxed(call) => self.is_future_tail(&call.receiver),
            Expr::MethodCall(call) => {
                matches!(self.method_callee(call), Callee::Async(_)) || self.is_combined(call)
            }
            Expr::Block(block) => self.is_future_block(&block.block),
            Expr::Unsafe(block) => self.is_future_block(&block.block),
            Expr::If(branch) => {
                self.scope.enter();
                self.bind_condition(&branch.cond);
                let then = self.is_future_block(&branch.then_branch);
                self.scope.leave();
                let otherwise = branch.else_branch.as_ref();
                then || otherwise.is_some_and(|(_, otherwise)| self.is_future_tail(otherwise))
            }
            Expr::Match(expr) => expr.arms.iter().any(|arm| {
                self.scope.enter();
                self.scope.bind_pattern(&arm.pat);
                let is_future = self.is_future_tail(&arm.body);
                self.scope.leave();
                is_future
            }),
            _ => false,
        }
    }

    /// What the block binds may have the name of an async function.
    fn is_future_block(&mut self, block: &syn::Block) -> bool {
        let Some((before, tail)) = shape::split_tail(block) else {
            return false;
        };
        self.scope.enter();
        for stmt in before {
            self.declare(stmt);
        }
        for (index, stmt) in before.iter().enumerate() {
            if let Stmt::Local(local) = stmt {
                self.bind_seen(local, &block.stmts[index + 1..]);
            }
        }
        let is_future = self.is_future_tail(tail);
        self.scope.leave();
        is_future
    }

    /// Whether a closure returns a future; its parameters may hide functions.
    pub(super) fn is_future_closure(&mut self, closure: &ExprClosure) -> bool {
        self.scope.enter();
        self.bind_inputs(closure);
        let is_future = self.is_future_tail(&closure.body);
        self.scope.leave();
        is_future
    }
}

/// The parameters that are dropped when the closure has returned its future.
pub(super) fn left_behind(closure: &ExprClosure) -> Vec<Ident> {
    let droppable =
        |input: &&Pat| !matches!(input, Pat::Type(input) if !shape::is_droppable(&input.ty));
    let inputs = closure.inputs.iter().filter(droppable);
    let bound = inputs.flat_map(patterns::bound);
    bound
        .filter(|bound| !uses::takes_whole(&closure.body, bound))
        .collect()
}

/// Whether any closure in this body returns a future.
pub(super) fn makes_callbacks(block: &mut Block) -> bool {
    struct Callbacks(bool);
    impl Pass for Callbacks {
        fn visit_expr_closure_mut(&mut self, closure: &mut ExprClosure) {
            let tail = shape::unpinned(&closure.body);
            self.0 |= closure.asyncness.is_some()
                || matches!(
                    tail,
                    Expr::Async(_) | Expr::Call(_) | Expr::Block(_) | Expr::If(_) | Expr::Match(_)
                ) && shape::mentions_async(tail.to_token_stream()).is_some();
            walk::visit_expr_closure_mut(self, closure);
        }

        fn visit_item_mut(&mut self, _: &mut Item) {}
    }
    let mut callbacks = Callbacks(false);
    callbacks.visit_block_mut(block);
    callbacks.0
}
