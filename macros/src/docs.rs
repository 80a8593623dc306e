//! Attributes of the twin: doc comments that point to the async item, and those of other macros.

use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, Expr, Lit, Meta, MetaNameValue, parse_quote, parse_quote_spanned};

use crate::errors::Errors;
use crate::helpers::is_helper;
use crate::messages;
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
    errors: &mut Errors,
) {
    keep_for_twin(attrs, errors);
    let head = format!(
        " Blocking form of [`{}`]({}).",
        ident.unraw(),
        original.link(ident)
    );
    let documented = attrs.iter().any(|attr| attr.path().is_ident("doc"));
    let mut out: Vec<Attribute> = vec![parse_quote!(#[doc = #head])];
    if documented {
        out.push(parse_quote!(#[doc = ""]));
    }
    out.append(attrs);
    *attrs = out;
}

/// Attributes that mean something to the twin, without the doc examples that would run twice.
pub(crate) fn keep_for_twin(attrs: &mut Vec<Attribute>, errors: &mut Errors) {
    attrs.retain(|attr| !is_helper(attr) && !is_of_async_macro(attr));
    let mut fences = Fences::default();
    for attr in attrs {
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
        } else {
            fences.quieten(attr);
        }
    }
}

/// What is expected of the async half need not be true of the twin.
///
/// Input:  `#[expect(clippy::unused_async)]`
/// Output: `#[allow(clippy::unused_async)]`
pub(crate) fn expect_nothing(attr: &mut Attribute) {
    if attr.path().is_ident("expect") {
        if let Meta::List(list) = &mut attr.meta {
            list.path = syn::Path::from(Ident::new("allow", list.path.span()));
        }
    }
}

/// Macros that exist to make async code possible.
fn is_of_async_macro(attr: &Attribute) -> bool {
    const MACROS: [&str; 3] = ["async_trait", "async_recursion", "trait_variant"];
    let mut segments = attr.path().segments.iter();
    segments.any(|segment| shape::is_one_of(&segment.ident, &MACROS))
}

/// Turns the code blocks of a doc comment to plain text.
///
/// Input:  a fence followed by nothing, or by words such as `rust,no_run`
/// Output: the fence followed by `text`
#[derive(Default)]
struct Fences {
    open: Option<String>,
}

impl Fences {
    fn quieten(&mut self, attr: &mut Attribute) {
        let Meta::NameValue(MetaNameValue {
            path,
            value: Expr::Lit(value),
            ..
        }) = &mut attr.meta
        else {
            return;
        };
        let (true, Lit::Str(text)) = (path.is_ident("doc"), &value.lit) else {
            return;
        };
        let lines: Vec<String> = text
            .value()
            .split('\n')
            .map(|line| self.line(line))
            .collect();
        let lines = lines.join("\n");
        if lines != text.value() {
            let text = syn::LitStr::new(&lines, text.span());
            if let Ok(lit) = syn::parse2(text.to_token_stream()) {
                value.lit = lit;
            }
        }
    }

    fn line(&mut self, line: &str) -> String {
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        let mark: String = match body.chars().next() {
            Some(mark @ ('`' | '~')) => body.chars().take_while(|&char| char == mark).collect(),
            _ => String::new(),
        };
        if mark.len() < 3 {
            return line.to_owned();
        }
        if let Some(open) = &self.open {
            if mark.starts_with(open.as_str()) && body[mark.len()..].trim().is_empty() {
                self.open = None;
            }
            return line.to_owned();
        }
        let rust = is_rust(&body[mark.len()..]);
        let text = if rust {
            format!("{indent}{mark}text")
        } else {
            line.to_owned()
        };
        self.open = Some(mark);
        text
    }
}

/// Whether rustdoc would compile a code block with these words behind the fence.
fn is_rust(words: &str) -> bool {
    words
        .split([',', ' ', '\t'])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .all(|word| {
            matches!(
                word,
                "rust" | "ignore" | "no_run" | "should_panic" | "compile_fail" | "test_harness"
            ) || word.starts_with("edition")
                || word.starts_with("ignore-")
                || (word.len() == 5 && word.starts_with('E'))
        })
}
