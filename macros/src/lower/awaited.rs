//! What an awaited expression becomes.

use proc_macro2::{Ident, Span};
use quote::{quote, quote_spanned};
use syn::{
    Attribute, Expr, ExprAsync, ExprAwait, ExprCall, ExprMethodCall, ExprParen, Token,
    punctuated::Punctuated, token,
};

use super::tails::Returns;
use super::wants::Want;
use super::{Lower, instrument, refuse};
use crate::callee::Callee;
use crate::emit;
use crate::library;
use crate::messages;
use crate::pass::Pass as _;
use crate::shape;

/// What stands around an `.await`, which decides how a future that survived it is noticed.
#[derive(Clone, Copy)]
pub(super) enum Use {
    /// Anywhere: the type may be inferred from what follows.
    Value,
    /// An operand, a receiver, the base of a field: the type is known here.
    Head,
    /// In front of `?`, which no future has.
    Question,
    /// `let x = ..;`, checked in the next statement.
    Bound,
}

/// Methods of std and of tokio that hand out a future and are not async.
const HAND_OUT: [&str; 5] = ["as_mut", "expect", "notified", "notified_owned", "unwrap"];

impl Lower<'_> {
    /// The value, and whether it could still be a future that nobody has waited for.
    pub(super) fn awaited(&mut self, expr: ExprAwait, place: Use) -> (Expr, bool) {
        // Editors would show our paths beside what they know of the word `await`.
        let dot = expr.dot_token.span;
        let (value, survives) = self.base(*expr.base, dot);
        let value = if survives {
            self.witnessed(value, place, expr.await_token.span, dot)
        } else {
            value
        };
        let value = match (&value, place) {
            (
                Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Unsafe(_),
                Use::Head | Use::Question,
            ) => parenthesized(&value, Vec::new()),
            _ => value,
        };
        let value = if expr.attrs.is_empty() {
            value
        } else {
            parenthesized(&value, expr.attrs)
        };
        (value, survives)
    }

    /// Faults are found at `span`; our paths stand at `beside`.
    pub(super) fn witnessed(&mut self, value: Expr, place: Use, span: Span, beside: Span) -> Expr {
        let ours = emit::ours(span);
        let zero = emit::zero(span);
        Expr::Verbatim(match place {
            Use::Question | Use::Bound => return value,
            Use::Value => {
                let path = emit::private(self.names, "awaited", beside);
                quote_spanned!(ours=> #path(#value, #zero))
            }
            Use::Head => {
                self.wants.insert(Want::Get);
                let path = emit::private(self.names, "Awaited", beside);
                quote_spanned!(ours=> #path(#value).__awaited(#zero))
            }
        })
    }

    /// The expression in front of `.await`.
    pub(super) fn base(&mut self, base: Expr, span: Span) -> (Expr, bool) {
        match shape::peel(base) {
            Expr::Call(call) => self.awaited_call(call, span),
            Expr::MethodCall(call) => self.awaited_method(call, span),
            Expr::Async(block) => (self.run(block), false),
            Expr::Await(inner) => {
                let inner = self.awaited(inner, Use::Bound).0;
                (self.resolve(&inner, span), false)
            }
            block @ (Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Unsafe(_)) => {
                (self.awaited_tail(block, Returns::Value), false)
            }
            Expr::Macro(inner) if shape::ends_with(&inner.mac.path, &["pin"]) => {
                match inner.mac.parse_body::<Expr>() {
                    Ok(future) => self.base(future, span),
                    Err(_) => self.awaited_value(Expr::Macro(inner), span),
                }
            }
            other => self.awaited_value(other, span),
        }
    }

    /// Input:  `f.await`
    /// Output: `resolve(f)`
    fn awaited_value(&mut self, mut value: Expr, span: Span) -> (Expr, bool) {
        self.visit_expr_mut(&mut value);
        (self.resolve(&value, span), false)
    }

    pub(super) fn resolve(&self, value: &Expr, span: Span) -> Expr {
        let path = emit::private(self.names, "resolve", span);
        Expr::Verbatim(quote_spanned!(emit::ours(span)=> #path(#value)))
    }

    /// Input:  `async move { .. }.await`
    /// Output: `run(move || { .. })`
    ///
    /// A closure keeps `?`, `return` and `break` inside, and drops what it captured when it ends.
    fn run(&mut self, expr: ExprAsync) -> Expr {
        let path = emit::private(self.names, "run", expr.async_token.span);
        self.given_to(&path, expr, None)
    }

    /// Input:  `path::f(x).await`
    /// Output: `path::f_blocking(x)`
    fn awaited_call(&mut self, mut call: ExprCall, span: Span) -> (Expr, bool) {
        if shape::is_box_pin(&call) {
            self.want_box(&call.func);
            if let Some(future) = call.args.pop() {
                return self.base(future, span);
            }
        }
        let callee = self.callee(&call.func);
        if matches!(callee, Callee::Unknown) && shape::constructs(&call) {
            return self.awaited_value(Expr::Call(call), span);
        }
        if let Some(path) = self.library_path(&callee, &call.func) {
            if let Some(joined) = self.joined_call(&path, &call) {
                return (joined, false);
            }
            if let Some((token, text)) = refuse::call(&path, &call, self.names.join) {
                self.errors.at(token.span(), text);
                return (Expr::Call(call), false);
            }
        }
        if let (Callee::Unknown, Some(path)) = (&callee, shape::plain_path(&call.func)) {
            if let Some(name) = refuse::library_function(path) {
                self.errors.at(name.span(), messages::library_call(&name));
                return (Expr::Call(call), false);
            }
            if shape::ends_with(path, &["await_me_maybe"]) {
                return (self.await_me_maybe(call), false);
            }
            let std_ready = shape::ends_with(path, &["future", "ready"]) || path.is_ident("ready");
            if std_ready && call.args.len() == 1 {
                self.awaited_arguments(&mut call.args);
                let path = emit::private(self.names, "ready_value", span);
                return (
                    Expr::Verbatim(quote_spanned!(emit::ours(span)=> #path(#call))),
                    false,
                );
            }
        }
        self.awaited_arguments(&mut call.args);
        match self.twin_name(&callee, &call.func) {
            Some(twin) => {
                rename(&mut call.func, &twin);
                call.paren_token = token::Paren(emit::ours(call.paren_token.span.join()));
            }
            None => self.head(&mut call.func),
        }
        // What the mirror has of a function that is not async itself is a task or a thunk.
        let is_method = || {
            shape::plain_path(&call.func)
                .and_then(|path| self.names.origin(path))
                .is_some_and(|origin| library::is_method(&origin))
        };
        if matches!(callee, Callee::Single | Callee::Mapped) && !is_method() {
            return (self.resolve(&Expr::Call(call), span), false);
        }
        (Expr::Call(call), true)
    }

    /// Input:  `await_me_maybe(x).await`
    /// Output: `::await_me_maybe::await_me_maybe_blocking(x)`
    fn await_me_maybe(&mut self, mut call: ExprCall) -> Expr {
        self.awaited_arguments(&mut call.args);
        let span = emit::ours(call.paren_token.span.join());
        let (krate, args) = (self.names.krate(span), &call.args);
        Expr::Verbatim(quote_spanned!(span=> #krate::await_me_maybe_blocking(#args)))
    }

    /// Input:  `x.m(y).await`
    /// Output: `x.m_blocking(y)`
    fn awaited_method(&mut self, mut call: ExprMethodCall, span: Span) -> (Expr, bool) {
        if self.is_boxing(&call) {
            return self.base(*call.receiver, span);
        }
        if let Some(driven) = self.driven(&call) {
            return (driven, false);
        }
        if let Some(text) = self.refused_method(&call) {
            self.errors.at(call.method.span(), text);
            return (Expr::MethodCall(call), false);
        }
        let callee = self.method_callee(&call);
        let hands_out = shape::is_one_of(&call.method, &HAND_OUT);
        if hands_out && matches!(callee, Callee::Unknown | Callee::Kept) {
            return self.awaited_value(Expr::MethodCall(call), span);
        }
        if self.is_turned(&call) {
            return self.base(*call.receiver, span);
        }
        if self.is_combined(&call) {
            let thunk = self.combined(call);
            return (self.resolve(&thunk, span), false);
        }
        if matches!(callee, Callee::Unknown) && instrument::is_one(&call) {
            return self.instrumented(call, span);
        }
        let chained = matches!(callee, Callee::Unknown) && self.is_chained(&call);
        self.want_traits(&call);
        self.head(&mut call.receiver);
        self.awaited_arguments(&mut call.args);
        if let Some(method) = self.unambiguous(&callee, &call) {
            rename_method(&mut call, &method);
            return (Expr::MethodCall(call), true);
        }
        match callee {
            Callee::Kept => {}
            Callee::Single => return (self.resolve(&Expr::MethodCall(call), span), false),
            Callee::Unknown if chained => {
                return (self.resolve(&Expr::MethodCall(call), span), false);
            }
            Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin) => {
                rename_method(&mut call, &twin);
            }
            _ => {
                let twin = self.names.suffixed(&call.method);
                rename_method(&mut call, &twin);
            }
        }
        (Expr::MethodCall(call), true)
    }

    /// An async function named without being called is a callback of the awaited callee.
    pub(super) fn awaited_arguments(&mut self, args: &mut Punctuated<Expr, Token![,]>) {
        args.iter_mut().for_each(|arg| self.awaited_argument(arg));
    }

    pub(super) fn awaited_argument(&mut self, arg: &mut Expr) {
        match (shape::peeled(arg), self.callee(arg)) {
            (Expr::Path(_), Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin)) => {
                rename(arg, &twin);
            }
            _ => self.visit_expr_mut(arg),
        }
    }

    /// The name to call instead, if not the author's.
    pub(super) fn twin_name(&self, callee: &Callee, func: &Expr) -> Option<Ident> {
        match callee {
            Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin) => Some(twin.clone()),
            Callee::Unknown => super::callee_name(func).map(|name| self.names.suffixed(&name)),
            Callee::Single
            | Callee::Kept
            | Callee::Replaced
            | Callee::Mapped
            | Callee::Local
            | Callee::Plain
            | Callee::AsyncLocal
            | Callee::Eager => None,
        }
    }
}

/// The last segment of a path, which keeps its place but comes from the attribute. Where the twin
/// has the same name it stays the author's: an editor would rename the attribute with it.
pub(super) fn rename(func: &mut Expr, twin: &Ident) {
    match func {
        Expr::Paren(inner) => rename(&mut inner.expr, twin),
        Expr::Group(inner) => rename(&mut inner.expr, twin),
        Expr::Path(path) => {
            if let Some(last) = path.path.segments.last_mut() {
                relabel(&mut last.ident, twin);
            }
        }
        _ => {}
    }
}

pub(super) fn rename_method(call: &mut ExprMethodCall, twin: &Ident) {
    relabel(&mut call.method, twin);
    call.paren_token = token::Paren(emit::ours(call.paren_token.span.join()));
}

fn relabel(name: &mut Ident, twin: &Ident) {
    if name != twin {
        let span = emit::ours(name.span());
        *name = twin.clone();
        name.set_span(span);
    }
}

fn parenthesized(value: &Expr, attrs: Vec<Attribute>) -> Expr {
    let value = Expr::Verbatim(quote!(#value));
    Expr::Paren(ExprParen {
        attrs,
        paren_token: token::Paren::default(),
        expr: Box::new(value),
    })
}
