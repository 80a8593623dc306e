//! Tokens of our own: paths into the runtime, lints, and the spans they carry.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::Expr;

use crate::form::Form;
use crate::names::Names;
use crate::words::Words;

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
        Form::Module => allow(vec![word("dead_code")]),
        Form::Beside | Form::InPlace => lints(names.words, Some("dead_code")),
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
/// rustc reads each of them for each twin, so those that can only be heard of certain `words` are
/// left out where there are none of these. `more` is one more lint of rustc's.
pub(crate) fn lints(words: Words, more: Option<&str>) -> TokenStream {
    const OF_RUSTC: [(&str, Words); 38] = [
        ("forbidden_lint_groups", Words::ANY),
        ("deprecated", Words::ANY),
        ("dropping_copy_types", Words::DROPS),
        ("dropping_references", Words::DROPS),
        ("for_loops_over_fallibles", Words::LOOPS),
        ("forgetting_copy_types", Words::DROPS),
        ("forgetting_references", Words::DROPS),
        ("irrefutable_let_patterns", Words::ANY),
        ("let_underscore_drop", Words::ANY),
        ("let_underscore_lock", Words::ANY),
        ("non_camel_case_types", Words::ANY),
        ("non_snake_case", Words::ANY),
        ("non_upper_case_globals", Words::ANY),
        ("noop_method_call", Words::ANY),
        ("path_statements", Words::ANY),
        ("private_bounds", Words::ANY),
        ("private_interfaces", Words::ANY),
        ("redundant_semicolons", Words::ANY),
        ("single_use_lifetimes", Words::LIFETIMES),
        ("unreachable_code", Words::ANY),
        ("unreachable_patterns", Words::ANY),
        ("unreachable_pub", Words::ANY),
        ("unstable_name_collisions", Words::ANY),
        ("unused_assignments", Words::ANY),
        ("unused_attributes", Words::ANY),
        ("unused_braces", Words::ANY),
        ("unused_comparisons", Words::ANY),
        ("unused_doc_comments", Words::ANY),
        ("unused_imports", Words::ANY),
        ("unused_labels", Words::LIFETIMES),
        ("unused_lifetimes", Words::LIFETIMES),
        ("unused_macros", Words::MEMBERS),
        ("unused_mut", Words::ANY),
        ("unused_parens", Words::ANY),
        ("unused_results", Words::ANY),
        ("unused_unsafe", Words::UNSAFE),
        ("unused_variables", Words::ANY),
        ("while_true", Words::LOOPS),
    ];
    const OF_CLIPPY: [(&str, Words); 12] = [
        ("all", Words::ANY),
        ("pedantic", Words::ANY),
        ("nursery", Words::ANY),
        ("arbitrary_source_item_ordering", Words::MEMBERS),
        ("arithmetic_side_effects", Words::ANY),
        ("default_numeric_fallback", Words::ANY),
        ("field_scoped_visibility_modifiers", Words::MEMBERS),
        ("implicit_return", Words::ANY),
        ("missing_inline_in_public_items", Words::ANY),
        ("missing_trait_methods", Words::MEMBERS),
        ("multiple_inherent_impl", Words::MEMBERS),
        ("single_call_fn", Words::ANY),
    ];
    let comma = punct(',', Spacing::Alone);
    let clippy = [
        word("clippy"),
        punct(':', Spacing::Joint),
        punct(':', Spacing::Alone),
    ];
    let mut tokens = Vec::with_capacity(2 * OF_RUSTC.len() + 5 * OF_CLIPPY.len());
    let heard = |(_, of): &(&str, Words)| *of == Words::ANY || words.any(*of);
    let of_rustc = OF_RUSTC.into_iter().filter(heard);
    for lint in of_rustc.map(|(lint, _)| lint).chain(more) {
        tokens.push(word(lint));
        tokens.push(comma.clone());
    }
    for (lint, _) in OF_CLIPPY.into_iter().filter(heard) {
        tokens.extend_from_slice(&clippy);
        tokens.push(word(lint));
        tokens.push(comma.clone());
    }
    let allow = allow(tokens);
    quote!(#allow #[deny(unused_must_use)])
}

/// `#[allow(..)]`, put together by hand: `quote!` takes far longer, in a macro that is not optimised.
fn allow(lints: Vec<TokenTree>) -> TokenStream {
    let group = |delimiter, tokens: Vec<TokenTree>| {
        TokenTree::Group(Group::new(delimiter, TokenStream::from_iter(tokens)))
    };
    let lints = group(Delimiter::Parenthesis, lints);
    let attribute = group(Delimiter::Bracket, vec![word("allow"), lints]);
    TokenStream::from_iter([punct('#', Spacing::Alone), attribute])
}

fn word(name: &str) -> TokenTree {
    TokenTree::Ident(Ident::new(name, Span::call_site()))
}

fn punct(char: char, spacing: Spacing) -> TokenTree {
    TokenTree::Punct(Punct::new(char, spacing))
}
