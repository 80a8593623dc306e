//! `stream!` and `try_stream!` of `async_stream`, whose bodies are statements.
//!
//! For the passes on a body such a macro is opened: it becomes a `try` block, which no program on
//! stable has, so that they walk what is in it as they walk all else.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::parse::Parser as _;
use syn::{
    Attribute, Block, BlockModifiers, Expr, ExprTryBlock, Macro, Path, Result, Stmt, Token, token,
};

use crate::errors::Errors;
use crate::groups;
use crate::names::Names;
use crate::pass::{Pass, walk};
use crate::shape;

/// On an opened macro: which of the two it was.
const PLAIN: &str = "__stream";
const FALLIBLE: &str = "__try_stream";
/// On a loop: `for await`.
const FOR_AWAIT: &str = "__for_await";

pub(crate) fn is_generator(path: &Path) -> bool {
    shape::ends_with(path, &["stream"]) || shape::ends_with(path, &["try_stream"])
}

/// Takes the mark of an opened macro away: whether it is fallible, if it is one.
pub(crate) fn opened(block: &mut ExprTryBlock) -> Option<bool> {
    if take_mark(&mut block.attrs, PLAIN) {
        Some(false)
    } else {
        take_mark(&mut block.attrs, FALLIBLE).then_some(true)
    }
}

/// The same of the mark on `for await`.
pub(crate) fn is_for_await(attrs: &mut Vec<Attribute>) -> bool {
    take_mark(attrs, FOR_AWAIT)
}

fn take_mark(attrs: &mut Vec<Attribute>, mark: &str) -> bool {
    let before = attrs.len();
    attrs.retain(|attr| !attr.path().is_ident(mark));
    attrs.len() < before
}

/// Input:  `stream! { yield 1; }`
/// Output: `#[__stream] try { yield 1; }`
pub(crate) fn open(mac: &Macro) -> Result<ExprTryBlock> {
    let name = mac.path.segments.last().map(|last| &last.ident);
    let span = name.map_or_else(proc_macro2::Span::mixed_site, proc_macro2::Ident::span);
    let mark = if name.is_some_and(|name| name == "stream") {
        PLAIN
    } else {
        FALLIBLE
    };
    let mark = proc_macro2::Ident::new(mark, span);
    let marks = Attribute::parse_outer.parse2(quote_spanned!(span=> #[#mark]))?;
    Ok(ExprTryBlock {
        attrs: marks,
        try_token: Token![try](span),
        modifiers: BlockModifiers::default(),
        block: body(mac)?,
    })
}

fn body(mac: &Macro) -> Result<Block> {
    let tokens = marked(mac.tokens.clone());
    Ok(Block {
        brace_token: token::Brace(mac.delimiter.span().join()),
        stmts: Block::parse_within.parse2(tokens)?,
    })
}

/// Opens every such macro in a block, at any depth outside of other macros.
pub(crate) fn open_all(block: &mut Block, names: &Names, errors: &mut Errors) {
    let written = |word: &proc_macro2::Ident| word == "stream" || word == "try_stream";
    if shape::mentions(block.to_token_stream(), &written).is_some() {
        Open { names, errors }.visit_block_mut(block);
    }
}

struct Open<'a> {
    names: &'a Names,
    errors: &'a mut Errors,
}

impl Open<'_> {
    fn opened(&mut self, mac: &Macro, attrs: &[Attribute]) -> Option<Expr> {
        if !is_generator(&mac.path) || self.names.is_replaced(&mac.path) {
            return None;
        }
        match open(mac) {
            Ok(mut block) => {
                block.attrs.extend(attrs.iter().cloned());
                Some(Expr::TryBlock(block))
            }
            Err(error) => {
                self.errors.push(error);
                Some(Expr::PLACEHOLDER)
            }
        }
    }
}

impl Pass for Open<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(inner) = expr {
            if let Some(opened) = self.opened(&inner.mac, &inner.attrs) {
                *expr = opened;
            }
        }
        walk::visit_expr_mut(self, expr);
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(inner) = stmt {
            if let Some(opened) = self.opened(&inner.mac, &inner.attrs) {
                *stmt = Stmt::Expr(opened, inner.semi_token);
            }
        }
        walk::visit_stmt_mut(self, stmt);
    }
}

/// Lets a visitor walk the body of the macro, which stays a macro. Whether there was one.
pub(crate) fn visit_body(mac: &mut Macro, visitor: &mut dyn Pass) -> bool {
    if !is_generator(&mac.path) {
        return false;
    }
    let Ok(mut body) = body(mac) else {
        return false;
    };
    visitor.visit_block_mut(&mut body);
    let stmts = &body.stmts;
    mac.tokens = unmarked(quote!(#(#stmts)*));
    true
}

/// Input:  `for await x in numbers {}`
/// Output: `#[__for_await] for x in numbers {}`
fn marked(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "for" => {
                let is_await =
                    |next: &TokenTree| matches!(next, TokenTree::Ident(next) if next == "await");
                if let Some(next) = tokens.next_if(is_await) {
                    let mark = proc_macro2::Ident::new(FOR_AWAIT, next.span());
                    out.extend(quote_spanned!(next.span()=> #[#mark]));
                }
                out.push(TokenTree::Ident(word));
            }
            TokenTree::Group(group) => out.push(regrouped(&group, marked)),
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

/// Input:  `#[__for_await] for x in numbers {}`
/// Output: `for await x in numbers {}`
fn unmarked(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if is_mark(&group) => {
                out.pop();
                out.push(TokenTree::Group(group));
            }
            TokenTree::Group(group) => out.push(regrouped(&group, unmarked)),
            TokenTree::Ident(word) if word == "for" => match out.pop() {
                Some(TokenTree::Group(mark)) if is_mark(&mark) => {
                    let wait = proc_macro2::Ident::new("await", mark.span());
                    out.extend([TokenTree::Ident(word), TokenTree::Ident(wait)]);
                }
                other => {
                    out.extend(other);
                    out.push(TokenTree::Ident(word));
                }
            },
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn is_mark(group: &proc_macro2::Group) -> bool {
    group.delimiter() == Delimiter::Bracket && group.stream().to_string() == FOR_AWAIT
}

fn regrouped(group: &proc_macro2::Group, inner: fn(TokenStream) -> TokenStream) -> TokenTree {
    let inner = inner(group.stream());
    TokenTree::Group(groups::regroup(group, group.delimiter(), inner))
}
