//! `#[await_me_maybe::test]`: one async function, two tests.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Attribute, Item, ItemFn};

use crate::errors::Errors;
use crate::expand::expand;
use crate::groups;
use crate::helpers;
use crate::messages;

/// Arguments of `#[tokio::test]`, whatever their value is.
const OF_TOKIO: [&str; 4] = [
    "flavor",
    "start_paused",
    "unhandled_panic",
    "worker_threads",
];

/// Input:  `#[test(flavor = "multi_thread", keep(ready))] async fn name() {}`
/// Output: `#[::tokio::test(crate = "::tokio", flavor = "multi_thread")] async fn name() {}` and
///         `#[::core::prelude::v1::test] fn name_blocking() {}`
///
/// An item that cannot be a test stays as it is written: tokio would find the same faults again.
pub(crate) fn expand_test(args: TokenStream, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    match syn::parse2(groups::visible(tokens.clone())) {
        Ok(Item::Fn(item)) => validate(&item, &mut errors),
        Ok(item) => errors.on(first_of(item.into_token_stream()), messages::TEST_NOT_FN),
        Err(error) => errors.push(error),
    }
    match errors.finish() {
        Ok(()) => {
            let Split { ours, tokio, krate } = Split::of(args);
            // What tokio emits has to find tokio without any name in scope, too.
            let krate = (!krate).then(|| quote!(crate = "::tokio",));
            // The twin of a function that is a test of tokio's is a plain test.
            expand(ours, quote!(#[::tokio::test(#krate #tokio)] #tokens))
        }
        Err(errors) => {
            let as_written = helpers::strip(tokens);
            quote!(#[allow(dead_code, unused_variables)] #as_written #errors)
        }
    }
}

fn first_of(tokens: TokenStream) -> TokenStream {
    let mut attribute = false;
    let item = tokens.into_iter().find(|token| match token {
        TokenTree::Punct(punct) if punct.as_char() == '#' => {
            attribute = true;
            false
        }
        _ => !std::mem::replace(&mut attribute, false),
    });
    item.into_token_stream()
}

fn validate(item: &ItemFn, errors: &mut Errors) {
    if let Some(attr) = item.attrs.iter().find(|attr| is_test(attr)) {
        let text = if attr.path().leading_colon.is_some() {
            // What an attribute above ours has left, on whose place the error is shown.
            messages::TEST_REWRITTEN.to_owned()
        } else {
            messages::test_twice(attr.path())
        };
        errors.on(attr.path(), text);
        return;
    }
    if item.sig.asyncness.is_none() {
        errors.at(item.sig.fn_token.span, messages::TEST_NOT_ASYNC);
    }
    if !item.sig.inputs.is_empty() {
        errors.on(&item.sig.inputs, messages::TEST_PARAMETERS);
    }
}

/// `#[test]`, `#[tokio::test]`, `#[::core::prelude::v1::test]`
fn is_test(attr: &Attribute) -> bool {
    let last = attr.path().segments.last();
    last.is_some_and(|last| last.ident == "test")
}

/// Whose argument is whose.
#[derive(Default)]
struct Split {
    ours: TokenStream,
    tokio: TokenStream,
    /// Whether tokio is told where it is found.
    krate: bool,
}

impl Split {
    /// tokio's arguments are literals (`crate = "tokio"`), ours never are (`crate = path`).
    fn of(args: TokenStream) -> Self {
        let mut split = Self::default();
        let mut tokens = args.into_iter().peekable();
        while tokens.peek().is_some() {
            let mut arg = Vec::new();
            for token in tokens.by_ref() {
                let ends = matches!(&token, TokenTree::Punct(comma) if comma.as_char() == ',');
                arg.push(token);
                if ends {
                    break;
                }
            }
            if is_of_tokio(&arg) {
                split.krate |= matches!(arg.first(), Some(TokenTree::Ident(key)) if key == "crate");
                split.tokio.extend(arg);
            } else {
                split.ours.extend(arg);
            }
        }
        split
    }
}

fn is_of_tokio(arg: &[TokenTree]) -> bool {
    let named = matches!(arg.first(), Some(TokenTree::Ident(key)) if OF_TOKIO.iter().any(|name| key == name));
    named
        || matches!(
            arg,
            [TokenTree::Ident(_), TokenTree::Punct(equals), TokenTree::Literal(_), ..]
                if equals.as_char() == '='
        )
}
