//! What must not be left in a twin.

use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Expr, ExprAsync, ExprAwait, ExprCall, ExprClosure, ExprPath, Item, Macro, Signature};

use crate::construct::holds_async;
use crate::unit::{Key, key};

/// Async code in what should be blocking, and where the author has written it.
#[derive(Default)]
pub struct Leftovers {
    /// In the order of the source.
    pub found: Vec<(Key, &'static str)>,
    /// The body of a lowered `stream!` is an async block that awaits nothing but its consumer.
    in_generator: bool,
}

impl Leftovers {
    fn at(&mut self, span: proc_macro2::Span, what: &'static str) {
        self.found.push((key(span), what));
    }
}

impl<'ast> Visit<'ast> for Leftovers {
    fn visit_item(&mut self, item: &'ast Item) {
        // A definition of a macro is repeated as it is; calls of it are refused if it is async.
        if !matches!(item, Item::Macro(item) if item.ident.is_some()) {
            visit::visit_item(self, item);
        }
    }

    fn visit_signature(&mut self, sig: &'ast Signature) {
        if sig.asyncness.is_some() {
            self.at(sig.ident.span(), "an `async fn`");
        }
        visit::visit_signature(self, sig);
    }

    fn visit_expr_async(&mut self, block: &'ast ExprAsync) {
        self.at(block.async_token.span, "an async block");
        visit::visit_expr_async(self, block);
    }

    fn visit_expr_closure(&mut self, closure: &'ast ExprClosure) {
        if closure.asyncness.is_some() {
            self.at(closure.span(), "an async closure");
        }
        visit::visit_expr_closure(self, closure);
    }

    fn visit_expr_await(&mut self, awaited: &'ast ExprAwait) {
        if !(self.in_generator && is_put(&awaited.base)) {
            self.at(awaited.await_token.span, "an `.await`");
        }
        visit::visit_expr_await(self, awaited);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if let (true, Some(Expr::Async(body))) = (is_generator(&call.func), call.args.get(1)) {
            let outer = std::mem::replace(&mut self.in_generator, true);
            self.visit_block(&body.block);
            self.in_generator = outer;
            return;
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_trait_bound(&mut self, bound: &'ast syn::TraitBound) {
        let last = bound.path.segments.last();
        if last.is_some_and(|last| last.ident.to_string().starts_with("AsyncFn")) {
            self.at(bound.span(), "an `AsyncFn`");
        }
        if last.is_some_and(|last| last.ident == "Future" && !last.arguments.is_none()) {
            self.at(bound.span(), "a `Future`");
        }
        visit::visit_trait_bound(self, bound);
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        let holds = holds_async(mac.tokens.clone());
        if holds && !mac.path.is_ident("stringify") {
            self.at(mac.path.span(), "a macro with async code in it");
        }
    }
}

/// `::await_me_maybe::__private::Generator::new`
fn is_generator(function: &Expr) -> bool {
    let Expr::Path(ExprPath { path, .. }) = function else {
        return false;
    };
    let path = path.to_token_stream().to_string().replace(' ', "");
    path.ends_with("::__private::Generator::new")
}

/// `::await_me_maybe::__private::put(&put0, ..)`
fn is_put(base: &Expr) -> bool {
    let Expr::Call(call) = base else {
        return false;
    };
    let function = call.func.to_token_stream().to_string().replace(' ', "");
    let first = call
        .args
        .first()
        .map(|first| first.to_token_stream().to_string());
    let place = first.map(|first| first.replace(' ', ""));
    let number = place
        .as_deref()
        .and_then(|place| place.strip_prefix("&put"));
    function.ends_with("::__private::put")
        && number.is_some_and(|number| number.parse::<usize>().is_ok())
}
