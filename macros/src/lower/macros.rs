//! The arguments of macros: their grammar is known where it is a list of expressions.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut as _;
use syn::{Expr, Macro, Pat, Result, Stmt, Token};

use super::{Lower, refuse};
use crate::callee::Callee;
use crate::emit;
use crate::future_types;
use crate::messages;
use crate::shape;

/// What a macro's arguments can look like.
enum Arguments {
    /// `a, b, name = c`
    List(Punctuated<Expr, Token![,]>),
    /// `value; count`
    Repeat(Expr, Token![;], Expr),
    /// `value, pattern if guard`
    Matches(
        Expr,
        Token![,],
        Pat,
        Option<(Token![if], Expr)>,
        Option<Token![,]>,
    ),
}

impl Arguments {
    fn read(mac: &Macro) -> Option<Self> {
        let tokens = || mac.tokens.clone();
        if shape::ends_with(&mac.path, &["matches"]) {
            return Self::matches.parse2(tokens()).ok();
        }
        let list = Punctuated::parse_terminated
            .parse2(tokens())
            .ok()
            .map(Self::List);
        list.or_else(|| Self::repeat.parse2(tokens()).ok())
    }

    fn repeat(input: ParseStream) -> Result<Self> {
        Ok(Self::Repeat(input.parse()?, input.parse()?, input.parse()?))
    }

    fn matches(input: ParseStream) -> Result<Self> {
        let (value, comma) = (input.parse()?, input.parse()?);
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            Some((input.parse()?, input.parse()?))
        } else {
            None
        };
        Ok(Self::Matches(value, comma, pat, guard, input.parse()?))
    }

    fn into_tokens(self) -> TokenStream {
        match self {
            Self::List(list) => list.into_token_stream(),
            Self::Repeat(value, semi, count) => quote!(#value #semi #count),
            Self::Matches(value, comma, pat, guard, end) => {
                let guard = guard.map(|(token, guard)| quote!(#token #guard));
                quote!(#value #comma #pat #guard #end)
            }
        }
    }
}

/// Macros of std that call nothing they are given, and this crate's own.
const TRANSPARENT: [&str; 22] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "await_me_maybe",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "format",
    "format_args",
    "panic",
    "pin",
    "print",
    "println",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

impl Lower<'_> {
    pub(super) fn invocation(&mut self, mac: &mut Macro) {
        let Some(name) = mac.path.segments.last().map(|last| last.ident.clone()) else {
            return;
        };
        let known = refuse::known_macro(&mac.path);
        if let Some(text) = known.filter(|_| !self.names.is_replaced(&mac.path)) {
            self.errors.at(name.span(), text);
            return;
        }
        if name == "await_me_maybe" {
            let span = emit::ours(name.span());
            let krate = self.names.krate(span);
            let twin = Ident::new("await_me_maybe_blocking", span);
            if let Ok(path) = syn::parse2(quote!(#krate::#twin)) {
                mac.path = path;
            }
        }
        if name == "pin" {
            if let Some(future) = self.pinned_future(mac) {
                mac.tokens = future;
                return;
            }
        }
        // Where there are async callbacks, any call may be one of theirs.
        let concerned = |ident: &Ident| self.callbacks || self.concerns(ident);
        if shape::mentions(mac.tokens.clone(), &concerned).is_none() {
            return;
        }
        if let Some(mut arguments) = Arguments::read(mac) {
            self.refuse_callbacks(&name, &arguments);
            self.arguments(&mut arguments);
            mac.tokens = arguments.into_tokens();
        } else if let Some(token) = shape::mentions_async(mac.tokens.clone()) {
            self.errors
                .at(token.span(), messages::unknown_grammar(&name));
        } else if let Some(token) =
            shape::mentions(mac.tokens.clone(), &|ident| self.is_callback(ident))
        {
            self.errors
                .at(token.span(), messages::callback_in_macro(&name));
        }
    }

    /// Input:  `pin!(future)`, of a generic future
    /// Output: `pin!(Deferred::new(future))`
    fn pinned_future(&self, mac: &Macro) -> Option<TokenStream> {
        let future = mac.parse_body::<Expr>().ok()?;
        let span = mac.path.segments.last()?.ident.span();
        self.is_future(&future)
            .then(|| future_types::deferred(self.names, &future, span))
    }

    /// Input:  `tokio::pin!(future);`, `pin_mut!(future);`, of a generic future
    /// Output: `let future = Deferred::new(future);`, to stand before it
    pub(super) fn pinned_in_place(&self, mac: &Macro) -> Option<Stmt> {
        let name = &mac.path.segments.last()?.ident;
        let parser = Punctuated::<Ident, Token![,]>::parse_terminated;
        let variables = parser.parse2(mac.tokens.clone()).ok()?;
        let futures: Vec<Ident> = variables
            .into_iter()
            .filter(|variable| self.scope.is_future(variable))
            .collect();
        if !shape::is_one_of(name, &["pin", "pin_mut"]) || futures.is_empty() {
            return None;
        }
        let deferred = futures
            .iter()
            .map(|future| future_types::deferred(self.names, future, name.span()));
        syn::parse2(quote!(let (#(#futures,)*) = (#(#deferred,)*);)).ok()
    }

    /// A macro that is given an async callback may call it, and do so without awaiting it.
    fn refuse_callbacks(&mut self, name: &Ident, arguments: &Arguments) {
        let Arguments::List(list) = arguments else {
            return;
        };
        if shape::is_one_of(name, &TRANSPARENT) {
            return;
        }
        for expr in list {
            let expr = shape::peeled(expr);
            let callback = match expr {
                Expr::Closure(closure) => {
                    closure.asyncness.is_some() || self.is_future_closure(closure)
                }
                Expr::Path(path) => path
                    .path
                    .get_ident()
                    .is_some_and(|ident| self.is_callback(ident)),
                _ => false,
            };
            if callback {
                self.errors.on(expr, messages::callback_in_macro(name));
            }
        }
    }

    fn is_callback(&self, ident: &Ident) -> bool {
        matches!(
            self.scope.get(ident),
            Some(Callee::AsyncLocal | Callee::Eager)
        )
    }

    /// A word that would be lowered outside a macro.
    fn concerns(&self, ident: &Ident) -> bool {
        if ident == "await"
            || ident == "async"
            || ident == "await_me_maybe"
            || refuse::is_name(ident)
        {
            return true;
        }
        let path = syn::Path::from(ident.clone());
        let local = Expr::Path(syn::ExprPath {
            attrs: Vec::new(),
            qself: None,
            path,
        });
        matches!(self.callee(&local), Callee::Async(_) | Callee::AsyncLocal)
            || matches!(self.names.method_callee(ident), Callee::Async(_))
    }

    fn arguments(&mut self, arguments: &mut Arguments) {
        match arguments {
            Arguments::List(list) => {
                for expr in list {
                    self.visit_expr_mut(expr);
                }
            }
            Arguments::Repeat(value, _, count) => {
                self.visit_expr_mut(value);
                self.visit_expr_mut(count);
            }
            Arguments::Matches(value, _, pat, guard, _) => {
                self.visit_expr_mut(value);
                self.scope.enter();
                self.scope.bind_pattern(pat);
                if let Some((_, guard)) = guard {
                    self.visit_expr_mut(guard);
                }
                self.scope.leave();
            }
        }
    }
}
