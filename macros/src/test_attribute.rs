//! `#[await_me_maybe::test]`: one async function, two tests.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Attribute, Item, ItemFn};

use crate::errors::Errors;
use crate::expand;
use crate::groups;
use crate::helpers;
use crate::messages;
use crate::tokio_test;

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
            let (ours, test) = tokio_test::of(args);
            // The twin of a function that is a test of tokio's is a plain test.
            expand::beside(ours, quote!(#test #tokens))
        }
        Err(errors) => {
            let as_written = helpers::strip(tokens);
            quote!(#[allow(forbidden_lint_groups, dead_code, unused_variables)] #as_written #errors)
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
