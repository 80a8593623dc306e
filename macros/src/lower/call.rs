//! Calls that are not awaited: a known async function becomes a thunk, all else stays.

use std::borrow::Cow;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::{
    Expr, ExprCall, ExprMethodCall, Path, PathSegment, QSelf, Token, Type, punctuated::Punctuated,
};

use super::awaited::{rename, rename_method};
use super::closure::{Role, role_in, role_in_call};
use super::tails::Returns;
use super::{Lower, callee_name, refuse};
use crate::callee::Callee;
use crate::emit;
use crate::library;
use crate::messages;
use crate::pass::Pass as _;
use crate::shape;

/// The runtime has `later0` to `later12`.
const MOST_ARGUMENTS: usize = 12;

impl Lower<'_> {
    /// Who is called. Whatever is not a path is called as it stands.
    pub(super) fn callee(&self, func: &Expr) -> Callee {
        let Expr::Path(expr) = shape::peeled(func) else {
            return Callee::Local;
        };
        let Some(last) = expr.path.segments.last() else {
            return Callee::Unknown;
        };
        if self.names.is_kept(&last.ident) {
            return Callee::Kept;
        }
        if let Some(qself) = &expr.qself {
            return self.qualified_callee(qself, &expr.path);
        }
        if expr.path.is_ident("self") {
            return Callee::Local;
        }
        let mut imported = self.is_hidden(&expr.path);
        if expr.path.segments.len() == 1 {
            imported = match self.scope.get(&last.ident) {
                Some(Callee::Unknown) => true,
                Some(callee) => return callee.clone(),
                None => false,
            };
        }
        if self.names.is_kept_as_written(&expr.path) {
            return Callee::Kept;
        }
        if let Some(origin) = self.names.origin(&expr.path) {
            return if library::is_async(&origin) {
                Callee::Async(last.ident.clone())
            } else {
                Callee::Mapped
            };
        }
        if self.names.is_replaced(&expr.path) {
            return Callee::Replaced;
        }
        if imported {
            return self.names.listed_callee(&last.ident);
        }
        if expr.path.segments.len() == 2 && expr.path.segments[0].ident == "Self" {
            return self.names.method_callee(&last.ident);
        }
        self.names.function_callee(&expr.path)
    }

    /// `<Type>::f` and `<Type as Trait>::f` are whose the type is, or the trait.
    fn qualified_callee(&self, qself: &QSelf, path: &Path) -> Callee {
        let owner = match &*qself.ty {
            _ if qself.position > 0 => Some(path),
            Type::Path(ty) => Some(&ty.path),
            _ => None,
        };
        if owner.is_some_and(|owner| self.names.is_replaced(owner)) {
            Callee::Replaced
        } else {
            Callee::Unknown
        }
    }

    /// The path as a library's, where it may be one.
    pub(super) fn library_path<'e>(
        &self,
        callee: &Callee,
        func: &'e Expr,
    ) -> Option<Cow<'e, Path>> {
        let path = shape::plain_path(func)?;
        match (callee, path.segments.last()) {
            (Callee::Unknown, _) => Some(Cow::Borrowed(path)),
            (Callee::Mapped | Callee::Async(_), Some(last)) => {
                let origin = self.names.origin(path)?;
                let span = last.ident.span();
                let idents = origin.iter().map(|name| Ident::new(name, span));
                let segments = idents.map(PathSegment::from).collect();
                Some(Cow::Owned(Path {
                    leading_colon: None,
                    segments,
                }))
            }
            _ => None,
        }
    }

    /// Input:  `g(x)`
    /// Output: `later1(g_blocking).with(x)` where `g` is known to be async, else as it stands
    pub(super) fn call(&mut self, mut call: ExprCall) -> Expr {
        let callee = self.callee(&call.func);
        if let Some(path) = self.library_path(&callee, &call.func) {
            if let Some((token, text)) = refuse::call(&path, &call, self.names.join) {
                self.errors.at(token.span(), text);
                return Expr::Call(call);
            }
        }
        if shape::is_box_pin(&call) {
            self.want_box(&call.func);
            return self.box_pin(call);
        }
        match callee {
            Callee::Unknown if self.is_ready(&call) => return self.ready(call),
            Callee::Async(_) | Callee::AsyncLocal => return self.later_call(call),
            Callee::Stream(twin) => rename(&mut call.func, &twin),
            Callee::Eager => self.errors.on(&call.func, messages::eager_closure()),
            Callee::Local
                if self.callbacks && !matches!(shape::peeled(&call.func), Expr::Closure(_)) =>
            {
                self.errors.on(&call.func, messages::ambiguous_callback());
            }
            _ => {}
        }
        self.refuse_dropped(&call);
        let role = role_in_call(&call.func);
        if let Expr::Closure(_) = shape::peeled(&call.func) {
            // `(|| async { .. })()` makes a future.
            self.argument(&mut call.func, Role::Producer);
        } else {
            self.head(&mut call.func);
        }
        for arg in &mut call.args {
            self.argument(arg, role);
        }
        Expr::Call(call)
    }

    /// An argument of a call that is not awaited.
    fn argument(&mut self, arg: &mut Expr, role: Role) {
        match arg {
            Expr::Paren(inner) => self.argument(&mut inner.expr, role),
            Expr::Group(inner) => self.argument(&mut inner.expr, role),
            Expr::Closure(closure) => self.closure(closure, role),
            Expr::Path(_) if role == Role::Stream => self.awaited_argument(arg),
            Expr::Path(path) if role == Role::Adaptor => {
                if let Callee::AsyncLocal | Callee::Async(_) =
                    self.callee(&Expr::Path(path.clone()))
                {
                    self.errors
                        .on(&path.path, messages::async_function_as_value());
                }
            }
            other => self.visit_expr_mut(other),
        }
    }

    /// Input:  `self.m(x)`
    /// Output: `later1(|a| self.m_blocking(a)).with(x)` where `m` is known to be async
    pub(super) fn method_call(&mut self, mut call: ExprMethodCall) -> Expr {
        if let Some(driven) = self.driven(&call) {
            return driven;
        }
        if let Some(text) = self.refused_method(&call) {
            self.errors.at(call.method.span(), text);
            return Expr::MethodCall(call);
        }
        match self.method_callee(&call) {
            Callee::Async(_) => return self.later_method(call),
            Callee::Stream(twin) => rename_method(&mut call, &twin),
            _ => {}
        }
        if shape::is_boxed(&call) && self.is_future_tail(&call.receiver) {
            return self.boxed_method(*call.receiver, &call.method);
        }
        if self.is_combined(&call) {
            return self.combined(call);
        }
        self.want_into_future(&call);
        self.want_traits(&call);
        self.head(&mut call.receiver);
        if call.args.is_empty() {
            return Expr::MethodCall(call);
        }
        let role = role_in(&call.method);
        let of_each = shape::is_one_of(&call.method, &["map", "map_ok"]);
        for arg in &mut call.args {
            if of_each && matches!(self.callee(arg), Callee::Async(_)) {
                self.producing_function(arg);
                continue;
            }
            self.argument(arg, role);
        }
        Expr::MethodCall(call)
    }

    /// `future::ready(v)`: it is ready from the start, and its value is given when it is awaited.
    pub(super) fn is_ready(&self, call: &ExprCall) -> bool {
        let Some(path) = shape::plain_path(&call.func) else {
            return false;
        };
        match self.callee(&call.func) {
            Callee::Unknown => shape::ends_with(path, &["future", "ready"]) && call.args.len() == 1,
            Callee::Mapped => self.names.origin(path).is_some_and(|origin| {
                let future = origin.len() == 3 && origin[..2] == ["futures", "future"];
                future && ["err", "lazy", "ok", "ready"].contains(&origin[2].as_str())
            }),
            _ => false,
        }
    }

    /// Input:  `std::future::ready(v)`
    /// Output: `later1(identity).with(v)`
    fn ready(&mut self, call: ExprCall) -> Expr {
        let span = call.paren_token.span.join();
        let name = Ident::new("ready", span);
        let ours = emit::ours(span);
        let target = quote_spanned!(ours=> ::core::convert::identity);
        self.later(&name, &target, "with", span, call.args)
    }

    /// The call as a thunk: the arguments are evaluated here, the body runs when it is awaited.
    ///
    /// What is ours in it has the place of the parentheses: an editor that is asked about the
    /// callee would show that, too.
    pub(super) fn later_call(&mut self, mut call: ExprCall) -> Expr {
        let callee = self.callee(&call.func);
        let name = callee_name(&call.func).unwrap_or_else(|| Ident::new("call", Span::call_site()));
        let span = call.paren_token.span.join();
        let twin = self.twin_name(&callee, &call.func);
        if twin.is_some() || matches!(callee, Callee::Replaced) {
            if let Some(twin) = twin {
                rename(&mut call.func, &twin);
            }
            let func = call.func;
            return self.later(&name, &quote::quote!(#func), "with", span, call.args);
        }
        // A variable stays where it is and is only borrowed.
        self.head(&mut call.func);
        let parameters = parameters(call.args.len(), span);
        let func = call.func;
        let target = quote_spanned!(span=> |#(#parameters),*| #func(#(#parameters),*));
        self.later(&name, &target, "with_before", span, call.args)
    }

    pub(super) fn later_method(&mut self, mut call: ExprMethodCall) -> Expr {
        let name = call.method.clone();
        let span = call.paren_token.span.join();
        if !shape::is_inert(&call.receiver) {
            self.errors
                .at(name.span(), messages::receiver_with_effects(&name));
            return Expr::MethodCall(call);
        }
        let twin = match self.method_callee(&call) {
            Callee::Kept => name.clone(),
            Callee::Async(twin) | Callee::Future(twin) | Callee::Stream(twin) => twin,
            _ => self.names.suffixed(&name),
        };
        rename_method(&mut call, &twin);
        let args = std::mem::take(&mut call.args);
        let parameters = parameters(args.len(), span);
        let (receiver, method, turbofish) = (&call.receiver, &call.method, &call.turbofish);
        let target = quote_spanned! {emit::ours(span)=>
            |#(#parameters),*| #receiver.#method #turbofish (#(#parameters),*)
        };
        self.later(&name, &target, "with", span, args)
    }

    /// An async function of one parameter, whose futures are awaited later or never.
    ///
    /// Input:  `f`, as in `ids.map(f)`
    /// Output: `|a| later1(f_blocking).with(a)`
    pub(super) fn producing_function(&mut self, function: &mut Expr) {
        let Some(name) = callee_name(function) else {
            return;
        };
        let span = emit::ours(name.span());
        let parameter = emit::local("a", 0, span);
        let call: Expr = Expr::Call(ExprCall {
            attrs: Vec::new(),
            func: Box::new(super::take(function)),
            paren_token: syn::token::Paren(span),
            args: [Expr::Verbatim(quote_spanned!(span=> #parameter))]
                .into_iter()
                .collect(),
        });
        let thunk = self.thunk_tail(call, Returns::Future);
        *function = Expr::Verbatim(quote_spanned!(span=> |#parameter| #thunk));
    }

    /// Two steps, so that the types of the parameters are known before the arguments: coercions,
    /// reborrows and `.into()` then work as in a call.
    fn later(
        &mut self,
        name: &Ident,
        target: &TokenStream,
        with: &str,
        span: Span,
        mut args: Punctuated<Expr, Token![,]>,
    ) -> Expr {
        if args.len() > MOST_ARGUMENTS {
            self.errors
                .at(name.span(), messages::too_many_arguments(name));
        }
        self.awaited_arguments(&mut args);
        let with = Ident::new(with, emit::ours(span));
        let later = emit::private(self.names, &format!("later{}", args.len()), span);
        Expr::Verbatim(quote_spanned!(emit::ours(span)=> #later(#target).#with(#args)))
    }
}

fn parameters(count: usize, span: Span) -> Vec<Ident> {
    (0..count)
        .map(|index| emit::local("a", index, span))
        .collect()
}
