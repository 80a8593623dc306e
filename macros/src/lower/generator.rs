//! `stream!` and `try_stream!`: iterators that are as lazy.
//!
//! The body stays an async block, which waits for nothing but to be asked for its next item.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Expr, ExprForLoop, ExprTry, ExprTryBlock, ExprYield, Macro};

use super::Lower;
use crate::emit;
use crate::generator;
use crate::pass::Pass as _;

/// The body that the lowering is in.
pub(super) struct Generator {
    /// The variable that takes its items.
    put: Ident,
    is_try: bool,
    yields: bool,
}

impl Lower<'_> {
    /// Input:  `stream! { yield f().await; }`
    /// Output: `{ let (put0, take0) = generator(); Generator::new(take0, async move { put(&put0, f_blocking()).await; }) }`
    pub(super) fn generator(&mut self, mut opened: ExprTryBlock, is_try: bool) -> Expr {
        let span = emit::ours(opened.try_token.span);
        let put = emit::local("put", 0, span);
        let take = emit::local("take", 0, span);
        let outer = self.generator.replace(Generator {
            put: put.clone(),
            is_try,
            yields: false,
        });
        self.visit_block_mut(&mut opened.block);
        let own = std::mem::replace(&mut self.generator, outer);
        // Without a `yield` nothing else says what the items are.
        let typed = own
            .filter(|own| !own.yields)
            .map(|_| quote_spanned!(span=> ::<()>));
        let both = emit::private(self.names, "generator", span);
        let generator = emit::private(self.names, "Generator", span);
        let (attrs, stmts) = (&opened.attrs, &opened.block.stmts);
        let made = quote_spanned! {span=>
            #(#attrs)* {
                let (#put, #take) = #both #typed ();
                #generator::new(#take, async move { #(#stmts)* })
            }
        };
        emit::operand(made, span)
    }

    /// One that stands in the arguments of another macro.
    pub(super) fn generator_macro(&mut self, mac: &Macro) -> Option<Expr> {
        if !generator::is_generator(&mac.path) || self.names.is_replaced(&mac.path) {
            return None;
        }
        match generator::open(mac) {
            Ok(mut opened) => {
                let is_try = generator::opened(&mut opened)?;
                Some(self.generator(opened, is_try))
            }
            Err(error) => {
                self.errors.push(error);
                Some(Expr::PLACEHOLDER)
            }
        }
    }

    /// Input:  `yield x`
    /// Output: `put(&put0, x).await`, in `try_stream!` `put(&put0, Ok(x)).await`
    ///
    /// `None` outside of such a macro.
    pub(super) fn yielded(&mut self, expr: &mut ExprYield) -> Option<Expr> {
        let generator = self.generator.as_mut()?;
        generator.yields = true;
        let is_try = generator.is_try;
        if let Some(value) = &mut expr.expr {
            self.visit_expr_mut(value);
        }
        let span = emit::ours(expr.yield_token.span);
        let mut value = expr
            .expr
            .as_ref()
            .map_or_else(|| quote_spanned!(span=> ()), ToTokens::to_token_stream);
        if is_try {
            value = quote_spanned!(span=> ::core::result::Result::Ok(#value));
        }
        Some(Expr::Verbatim(self.put(&value, span)?))
    }

    fn put(&self, value: &TokenStream, span: proc_macro2::Span) -> Option<TokenStream> {
        let to = &self.generator.as_ref()?.put;
        let put = emit::private(self.names, "put", span);
        Some(quote_spanned!(span=> #put(&#to, #value).await))
    }

    /// Input:  `f().await?`, in such a macro
    /// Output: `match f_blocking() { Ok(value) => value,
    ///         Err(error) => { put(&put0, Err(error.into())).await; return; } }`
    pub(super) fn tried(&mut self, expr: &mut ExprTry) -> Option<Expr> {
        self.generator.as_ref()?;
        self.head(&mut expr.expr);
        let (result, attrs) = (&expr.expr, &expr.attrs);
        let span = emit::ours(expr.question_token.span());
        let (value, error) = (emit::local("value", 0, span), emit::local("error", 0, span));
        let put = self.put(
            &quote_spanned!(span=> ::core::result::Result::Err(::core::convert::Into::into(#error))),
            span,
        )?;
        let value = quote_spanned! {span=> #(#attrs)*
            match #result {
                ::core::result::Result::Ok(#value) => #value,
                ::core::result::Result::Err(#error) => { #put; return; }
            }
        };
        Some(emit::operand(value, span))
    }

    /// Input:  `for await x in numbers { .. }`
    /// Output: `{ let items = numbers; for x in items { .. } }`
    ///
    /// The temporaries of `numbers` are gone before the first item, as in the async half.
    pub(super) fn for_await(&mut self, mut expr: ExprForLoop) -> Expr {
        let span = emit::ours(expr.for_token.span);
        let items = emit::local("items", 0, span);
        let variable = Expr::Verbatim(quote!(#items));
        let mut numbers = std::mem::replace(&mut *expr.expr, variable);
        self.head(&mut numbers);
        self.visit_expr_for_loop_mut(&mut expr);
        Expr::Verbatim(quote_spanned!(span=> { let #items = #numbers; #expr }))
    }
}
