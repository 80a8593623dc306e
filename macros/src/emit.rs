//! Tokens of our own: paths into the runtime, lints, and the spans they carry.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::Expr;

use crate::form::Form;
use crate::names::Names;

/// Errors on these tokens say that they come from the attribute, at the author's place.
pub(crate) fn ours(span: Span) -> Span {
    Span::call_site().located_at(span)
}

/// The name of a local variable or parameter that no code of the author's can see.
pub(crate) fn local(name: &str, index: usize, span: Span) -> Ident {
    Ident::new(
        &format!("{name}{index}"),
        Span::mixed_site().located_at(span),
    )
}

/// `::await_me_maybe::__private::name`
pub(crate) fn private(names: &Names, name: &str, span: Span) -> TokenStream {
    let span = ours(span);
    let krate = names.krate(span);
    let name = Ident::new(name, span);
    quote_spanned!(span=> #krate::__private::#name)
}

/// An expression that begins with a block or a `match`, and may come to stand at the beginning of a
/// statement, where only parentheses make it a part of what follows it.
pub(crate) fn operand(tokens: TokenStream, span: Span) -> Expr {
    let mut group = Group::new(Delimiter::Parenthesis, tokens);
    group.set_span(span);
    Expr::Verbatim(TokenTree::Group(group).into())
}

/// The integer whose type tells a future from a value: see `witness` in the runtime.
pub(crate) fn zero(span: Span) -> Literal {
    let mut zero = Literal::usize_unsuffixed(0);
    zero.set_span(ours(span));
    zero
}

/// For code that is only there to be type-checked.
pub(crate) fn no_lints() -> TokenStream {
    quote!(#[allow(forbidden_lint_groups, warnings, clippy::all, clippy::pedantic, clippy::nursery)])
}

/// What heads every item of a twin: its `cfg`, and the levels of lints. A module of twins has these on
/// itself, as rustc reads the list again for each item, but for `dead_code`: there it would also mean
/// that what the module imports is used.
///
/// There is no `doc(cfg(..))` with it: a crate without `feature(doc_cfg)` could then not be
/// documented under `--cfg docsrs`, and in one that has it rustdoc reads the `cfg` itself.
pub(crate) fn head(names: &Names) -> TokenStream {
    let cfg = cfg(names.cfg.as_ref());
    let lints = match names.form {
        Form::Module => quote!(#[allow(dead_code)]),
        Form::Beside | Form::InPlace => lints(Some("dead_code")),
    };
    quote!(#cfg #lints)
}

pub(crate) fn cfg(predicate: Option<&TokenStream>) -> Option<TokenStream> {
    predicate.map(|predicate| quote!(#[cfg(#predicate)]))
}

/// Lints have been heard for the async half; a second time they would be noise. A future that
/// nobody awaits is the exception. It stands first, so that the author's own levels win.
///
/// Of clippy's `restriction` only those are named that speak of twins as such: the others shall be
/// heard of what the author has written for the blocking half alone.
///
/// `forbidden_lint_groups` is what rustc says of all that follows it where a crate forbids a whole
/// group, as in `#![forbid(unused)]`. A lint that is forbidden by its own name cannot be allowed.
///
/// `more` is one more lint of rustc's.
///
/// Put together by hand: `quote!` takes far longer for as many words, in a macro that is not
/// optimised.
pub(crate) fn lints(more: Option<&str>) -> TokenStream {
    const OF_RUSTC: [&str; 38] = [
        "forbidden_lint_groups",
        "deprecated",
        "dropping_copy_types",
        "dropping_references",
        "for_loops_over_fallibles",
        "forgetting_copy_types",
        "forgetting_references",
        "irrefutable_let_patterns",
        "let_underscore_drop",
        "let_underscore_lock",
        "non_camel_case_types",
        "non_snake_case",
        "non_upper_case_globals",
        "noop_method_call",
        "path_statements",
        "private_bounds",
        "private_interfaces",
        "redundant_semicolons",
        "single_use_lifetimes",
        "unreachable_code",
        "unreachable_patterns",
        "unreachable_pub",
        "unstable_name_collisions",
        "unused_assignments",
        "unused_attributes",
        "unused_braces",
        "unused_comparisons",
        "unused_doc_comments",
        "unused_imports",
        "unused_labels",
        "unused_lifetimes",
        "unused_macros",
        "unused_mut",
        "unused_parens",
        "unused_results",
        "unused_unsafe",
        "unused_variables",
        "while_true",
    ];
    const OF_CLIPPY: [&str; 12] = [
        "all",
        "pedantic",
        "nursery",
        "arbitrary_source_item_ordering",
        "arithmetic_side_effects",
        "default_numeric_fallback",
        "field_scoped_visibility_modifiers",
        "implicit_return",
        "missing_inline_in_public_items",
        "missing_trait_methods",
        "multiple_inherent_impl",
        "single_call_fn",
    ];
    let span = Span::call_site();
    let word = |name| TokenTree::Ident(Ident::new(name, span));
    let punct = |char, spacing| TokenTree::Punct(Punct::new(char, spacing));
    let comma = punct(',', Spacing::Alone);
    let clippy = [
        word("clippy"),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
    ];
    let mut tokens = Vec::with_capacity(2 * OF_RUSTC.len() + 5 * OF_CLIPPY.len());
    for lint in OF_RUSTC.into_iter().chain(more) {
        tokens.push(word(lint));
        tokens.push(comma.clone());
    }
    for lint in OF_CLIPPY {
        tokens.extend_from_slice(&clippy);
        tokens.push(word(lint));
        tokens.push(comma.clone());
    }
    let tokens = TokenStream::from_iter(tokens);
    quote!(#[allow(#tokens)] #[deny(unused_must_use)])
}
