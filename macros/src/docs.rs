//! Attributes of the twin: doc comments that point to the async item, and those of other macros.

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{
    AttrStyle, Attribute, Expr, ExprLit, ImplItem, Lit, LitStr, Meta, MetaNameValue, Path, Token,
    TraitItem, parse_quote_spanned, token,
};

use crate::errors::Errors;
use crate::fences;
use crate::helpers::is_helper;
use crate::messages;
use crate::names::Names;
use crate::shape;
use crate::tokio_test;

/// How a doc link names the async item; the words before `@` say which of several things of one
/// name is meant.
#[derive(Clone, Copy)]
pub(crate) enum Original<'a> {
    Fn,
    Method,
    Trait,
    TraitMethod(&'a Ident),
}

impl Original<'_> {
    fn link(self, ident: &Ident) -> String {
        match self {
            Self::Fn => format!("fn@{ident}"),
            Self::Method => format!("method@Self::{ident}"),
            Self::Trait => format!("trait@{ident}"),
            Self::TraitMethod(owner) => format!("method@{owner}::{ident}"),
        }
    }
}

/// The attributes of a twin, its doc comment headed by where it comes from.
pub(crate) fn twin_attributes(
    attrs: &mut Vec<Attribute>,
    original: Original<'_>,
    ident: &Ident,
    names: &Names,
    errors: &mut Errors,
) {
    keep_for_twin(attrs, names, errors);
    let head = format!(
        " Blocking form of [`{}`]({}).",
        ident.unraw(),
        original.link(ident)
    );
    let doc = attrs.iter().find(|attr| attr.path().is_ident("doc"));
    // rustdoc counts the lines of examples from the first attribute.
    let span = doc.map_or(ident.span(), Attribute::span);
    let head = LitStr::new(&head, span);
    let mut out: Vec<Attribute> = vec![doc_attribute(head, span)];
    if doc.is_some() {
        out.push(doc_attribute(LitStr::new("", span), span));
    }
    out.append(attrs);
    *attrs = out;
}

/// `#[doc = text]`
fn doc_attribute(text: LitStr, span: Span) -> Attribute {
    Attribute {
        pound_token: Token![#](span),
        style: AttrStyle::Outer,
        bracket_token: token::Bracket(span),
        meta: Meta::NameValue(MetaNameValue {
            path: Path::from(Ident::new("doc", span)),
            eq_token: Token![=](span),
            value: Expr::Lit(ExprLit {
                attrs: Vec::new(),
                lit: Lit::Str(text),
            }),
        }),
    }
}

/// Attributes that mean something to the twin, with its own form of the examples.
pub(crate) fn keep_for_twin(attrs: &mut Vec<Attribute>, names: &Names, errors: &mut Errors) {
    attrs.retain(|attr| !is_helper(attr) && !is_of_async_macro(attr));
    for attr in attrs.iter_mut() {
        expect_nothing(attr);
        if tokio_test::is_async_test(attr) {
            if let Meta::List(list) = &attr.meta {
                if let Some(paused) =
                    shape::mentions(list.tokens.clone(), &|ident| ident == "start_paused")
                {
                    errors.at(paused.span(), messages::test_clock());
                }
            }
            *attr = parse_quote_spanned!(attr.pound_token.span=> #[::core::prelude::v1::test]);
        }
    }
    fences::rewrite(attrs, names);
}

/// The examples of a member that is not async but has a second one in the twin trait.
pub(crate) fn examples_of_trait(item: &mut TraitItem, names: &Names) {
    match item {
        TraitItem::Const(item) => fences::rewrite(&mut item.attrs, names),
        TraitItem::Fn(item) => fences::rewrite(&mut item.attrs, names),
        TraitItem::Type(item) => fences::rewrite(&mut item.attrs, names),
        _ => {}
    }
}

/// The same in the impl of a trait.
pub(crate) fn examples_of_impl(item: &mut ImplItem, names: &Names) {
    match item {
        ImplItem::Const(item) => fences::rewrite(&mut item.attrs, names),
        ImplItem::Fn(item) => fences::rewrite(&mut item.attrs, names),
        ImplItem::Type(item) => fences::rewrite(&mut item.attrs, names),
        _ => {}
    }
}

/// What is expected of the async half need not be true of the twin.
///
/// Input:  `#[expect(clippy::unused_async)]`
/// Output: `#[allow(clippy::unused_async)]`
pub(crate) fn expect_nothing(attr: &mut Attribute) {
    if attr.path().is_ident("expect") {
        if let Meta::List(list) = &mut attr.meta {
            list.path = Path::from(Ident::new("allow", list.path.span()));
        }
    }
}

/// Macros that exist to make async code possible.
fn is_of_async_macro(attr: &Attribute) -> bool {
    const MACROS: [&str; 3] = ["async_trait", "async_recursion", "trait_variant"];
    let mut segments = attr.path().segments.iter();
    segments.any(|segment| shape::is_one_of(&segment.ident, &MACROS))
}
