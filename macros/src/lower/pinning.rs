//! `Box::pin(e)` and `pin!(e)`: a future is pinned in the twin too, a stream is an iterator, which
//! nothing has to pin. Where the tokens do not tell, the type does.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::parse::Parser as _;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprCall, ExprMethodCall, Local, Macro, Stmt, Token};

use super::wants::Want;
use super::{Lower, take};
use crate::callee::Callee;
use crate::emit;
use crate::pass::Pass as _;
use crate::shape;

impl Lower<'_> {
    /// A `Box` that the body imports or defines is not seen at its top.
    pub(super) fn want_box(&mut self, func: &Expr) {
        let path = shape::plain_path(func).filter(|path| !self.is_hidden(path));
        if let Some(path) = path {
            self.wants.insert_box(path);
        }
    }

    /// `future.boxed()`, unless that is a method of the author's own.
    pub(super) fn is_boxing(&self, call: &ExprMethodCall) -> bool {
        shape::is_boxed(call)
            && !self.names.is_kept(&call.method)
            && !matches!(
                self.method_callee(call),
                Callee::Async(_) | Callee::Future(_) | Callee::Single
            )
    }

    /// Input:  `Box::pin(e)`
    /// Output: `match e { value => (&&&&of(&value)).__pinning().boxed(value) }`
    pub(super) fn box_pin(&mut self, mut call: ExprCall) -> Expr {
        let Some(value) = call
            .args
            .first_mut()
            .filter(|value| !self.is_future_tail(value))
        else {
            call.args
                .iter_mut()
                .for_each(|arg| self.visit_expr_mut(arg));
            return Expr::Call(call);
        };
        let span = call.paren_token.span.join();
        self.visit_expr_mut(value);
        self.by_kind(value, "boxed", span)
    }

    /// Input:  `pin!(e)`, as an argument
    /// Output: `match e { value => (&&&&of(&value)).__pinning().place(value) }.__pinned()`
    pub(super) fn pinned_argument(&mut self, mac: &Macro) -> Option<Expr> {
        let mut value = self.pinned_value(mac)?;
        let span = mac.path.segments.last()?.ident.span();
        self.visit_expr_mut(&mut value);
        let place = self.by_kind(&value, "place", span);
        Some(Expr::Verbatim(
            quote_spanned!(emit::ours(span)=> (#place).__pinned()),
        ))
    }

    /// Input:  `let s = pin!(e);`
    /// Output: `let mut place = ..;`, and `let s = place.__pinned();` of what was the `let`
    pub(super) fn pinned_local(&mut self, local: &mut Local, out: &mut Vec<Stmt>) {
        let Some(init) = local.init.as_mut().filter(|init| init.diverge.is_none()) else {
            return;
        };
        let Expr::Macro(inner) = &*init.expr else {
            return;
        };
        let Some(mut value) = self.pinned_value(&inner.mac) else {
            return;
        };
        let span = inner.mac.path.segments[0].ident.span();
        self.visit_expr_mut(&mut value);
        let (place, pinned) = self.place(&value, span);
        out.push(place);
        *init.expr = pinned;
    }

    /// Input:  `pin_mut!(s);`, `tokio::pin!(s);`
    /// Output: `let mut place = ..; let mut s = place.__pinned();`
    pub(super) fn pinned_in_place(&mut self, mac: &Macro, out: &mut Vec<Stmt>) -> bool {
        let Some(name) = mac.path.segments.last().map(|last| &last.ident) else {
            return false;
        };
        if !shape::is_one_of(name, &["pin", "pin_mut"]) {
            return false;
        }
        let parser = Punctuated::<Ident, Token![,]>::parse_terminated;
        if let Ok(variables) = parser.parse2(mac.tokens.clone()) {
            for variable in variables {
                let (place, pinned) = self.place(&quote!(#variable), name.span());
                out.push(place);
                out.extend(statement(&quote!(let mut #variable = #pinned;)));
            }
            return true;
        }
        // `tokio::pin! { let s = e; }`
        let Ok(block) = syn::Block::parse_within.parse2(mac.tokens.clone()) else {
            return false;
        };
        let mut pinned = Vec::new();
        for stmt in block {
            let Stmt::Local(mut local) = stmt else {
                return false;
            };
            let Some(init) = &mut local.init else {
                return false;
            };
            let mut value = take(&mut init.expr);
            self.visit_expr_mut(&mut value);
            let (place, expr) = self.place(&value, name.span());
            *init.expr = expr;
            self.scope.bind_pattern(&local.pat);
            if let syn::Pat::Ident(pat) = &mut local.pat {
                pat.mutability = Some(Token![mut](name.span()));
            }
            pinned.extend([place, Stmt::Local(local)]);
        }
        out.append(&mut pinned);
        true
    }

    /// What std's and tokio's `pin!` are given, unless it is seen to be a future.
    fn pinned_value(&mut self, mac: &Macro) -> Option<Expr> {
        let name = &mac.path.segments.last()?.ident;
        if name != "pin" {
            return None;
        }
        let value = mac.parse_body::<Expr>().ok()?;
        (!self.is_future_tail(&value)).then_some(value)
    }

    fn place(&mut self, value: &impl quote::ToTokens, span: Span) -> (Stmt, Expr) {
        let place = emit::local("place", 0, span);
        let ours = emit::ours(span);
        let kind = self.by_kind(value, "place", span);
        let stmt = Stmt::Expr(
            Expr::Verbatim(quote_spanned!(ours=> let mut #place = #kind)),
            Some(Token![;](ours)),
        );
        (
            stmt,
            Expr::Verbatim(quote_spanned!(ours=> #place.__pinned())),
        )
    }

    fn by_kind(&mut self, value: &impl quote::ToTokens, method: &str, span: Span) -> Expr {
        self.wants.insert(Want::Pinning);
        let ours = emit::ours(span);
        let local = emit::local("value", 0, span);
        let pinning = emit::private(self.names, "pinning", span);
        let method = Ident::new(method, ours);
        let pinned = quote_spanned! {ours=>
            match (#value) { #local => (&&&&#pinning::of(&#local)).__pinning().#method(#local) }
        };
        emit::operand(pinned, ours)
    }
}

fn statement(tokens: &TokenStream) -> Option<Stmt> {
    syn::parse2(tokens.clone()).ok()
}
