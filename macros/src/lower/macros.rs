//! Calls of macros: their arguments are lowered where their grammar is known, and token by token
//! where it is not.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::{BinOp, Expr, Macro};

use super::{Lower, refuse};
use crate::arguments::Arguments;
use crate::callee::Callee;
use crate::code_text;
use crate::emit;
use crate::messages;
use crate::pass::Pass as _;
use crate::shape;

/// Macros of std that call nothing they are given, and this crate's own.
const TRANSPARENT: [&str; 23] = [
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
    "stringify",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
];

/// Macros of std that evaluate nothing of what they are given.
const LITERAL: [&str; 5] = ["cfg", "compile_error", "concat", "env", "stringify"];

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
        if shape::is_one_of(&name, &LITERAL) {
            return;
        }
        // Where there are async callbacks, any call may be one of theirs.
        let concerned = |ident: &Ident| self.callbacks || self.concerns(ident);
        if shape::mentions(mac.tokens.clone(), &concerned).is_none() {
            return;
        }
        if let Some(mut arguments) = Arguments::read(mac) {
            self.refuse_callbacks(&name, &arguments);
            let message = self.code_as_message(mac, &name, &mut arguments);
            self.arguments(&mut arguments);
            mac.tokens = arguments.into_tokens();
            mac.tokens.extend(message);
        } else if let Some(token) =
            shape::mentions(mac.tokens.clone(), &|ident| self.is_callback(ident))
        {
            self.errors
                .at(token.span(), messages::callback_in_macro(&name));
        } else {
            mac.tokens = self.tokens(&name, std::mem::take(&mut mac.tokens));
        }
    }

    /// Where nothing is said of a failed condition, the macro shows its code: the author's.
    ///
    /// Input:  `assert!(f().await)`
    /// Output: `assert!(f_blocking(), "{}", "assertion failed: f().await")`
    fn code_as_message(
        &mut self,
        mac: &Macro,
        name: &Ident,
        arguments: &mut Arguments,
    ) -> Option<TokenStream> {
        let Arguments::List(list) = arguments else {
            return None;
        };
        let (before, after) = match name.to_string().as_str() {
            "assert" | "debug_assert" => ("assertion failed: ", ""),
            "ensure" => ("Condition failed: `", "`"),
            _ => return None,
        };
        if list.len() != 1 {
            return None;
        }
        let (trailing, code) = (list.pop_punct().is_some(), mac.tokens.clone());
        let kept = code.clone().into_iter().count() - usize::from(trailing);
        let code = code.into_iter().take(kept).collect();
        let text = format!("{before}{}{after}", code_text::of(code));
        let of_eyre = shape::ends_with(&mac.path, &["eyre", "ensure"]);
        if let (Expr::Binary(binary), "ensure", false) = (&list[0], &*name.to_string(), of_eyre) {
            if !matches!(binary.op, BinOp::And(_) | BinOp::Or(_)) {
                self.errors.at(name.span(), messages::CODE_AS_MESSAGE);
            }
        }
        let span = emit::ours(name.span());
        Some(quote_spanned!(span=> , "{}", #text))
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
                Expr::Path(path) => {
                    let ident = path.path.get_ident();
                    ident.is_some_and(|ident| self.is_callback(ident))
                        || matches!(self.callee(expr), Callee::Async(_))
                }
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
            || ident == "yield"
            || ident == "stream"
            || ident == "try_stream"
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
        let Arguments::Matches(matches) = arguments else {
            return arguments.visit(self);
        };
        self.visit_expr_mut(&mut matches.value);
        self.scope.enter();
        self.scope.bind_pattern(&matches.pat);
        if let Some((_, guard)) = &mut matches.guard {
            self.visit_expr_mut(guard);
        }
        self.scope.leave();
        for expr in &mut matches.message {
            self.visit_expr_mut(expr);
        }
    }
}
