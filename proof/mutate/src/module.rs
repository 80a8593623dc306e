//! The async half of a module, which the twins stand inside.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Item};

use crate::compare::{begins, equal, same};

/// Whether each item of the module stands in the output, token for token and in its order, and so
/// do those of the modules in it.
pub(crate) fn is_kept(input: &[TokenTree], output: &[TokenTree]) -> bool {
    if begins(output, input) {
        return true;
    }
    let [head @ .., TokenTree::Group(body)] = input else {
        return false;
    };
    let rest = output.get(head.len()..).unwrap_or_default();
    match rest.first() {
        Some(TokenTree::Group(whole)) if begins(output, head) => {
            whole.delimiter() == body.delimiter() && is_body_kept(body.stream(), whole.stream())
        }
        _ => false,
    }
}

fn is_body_kept(body: TokenStream, whole: TokenStream) -> bool {
    let lengths = items.parse2(body.clone());
    let body: Vec<TokenTree> = body.into_iter().collect();
    let whole: Vec<TokenTree> = whole.into_iter().collect();
    let lengths = lengths.unwrap_or_else(|_| vec![1; body.len()]);
    let (mut from, mut at) = (0, 0);
    for length in lengths {
        let item = &body[from..from + length];
        from += length;
        let places = at..=whole.len().saturating_sub(length);
        let mut places = places.filter(|&place| is_item_at(item, &whole[place..]));
        let Some(place) = places.next() else {
            return false;
        };
        at = place + length;
    }
    true
}

fn is_item_at(item: &[TokenTree], whole: &[TokenTree]) -> bool {
    if begins(whole, item) {
        return true;
    }
    let [head @ .., TokenTree::Group(body)] = item else {
        return false;
    };
    if body.delimiter() != Delimiter::Brace || !begins(whole, head) {
        return false;
    }
    // In a body that does not parse each token stands alone.
    let module = head.is_empty() || crate::own::is_module(head);
    match whole.get(head.len()) {
        Some(TokenTree::Group(whole)) if module && whole.delimiter() == Delimiter::Brace => {
            is_body_kept(body.stream(), whole.stream())
        }
        _ => false,
    }
}

/// How many tokens each item is long, what stands in front of the first one being one of them.
fn items(input: ParseStream) -> syn::Result<Vec<usize>> {
    let mut lengths = Vec::new();
    let begin = input.cursor();
    Attribute::parse_inner(input)?;
    lengths.push(count(begin, input.cursor()));
    while !input.is_empty() {
        let begin = input.cursor();
        input.parse::<Item>()?;
        lengths.push(count(begin, input.cursor()));
    }
    Ok(lengths)
}

fn count(mut begin: Cursor, end: Cursor) -> usize {
    let mut count = 0;
    while begin != end {
        let Some((_, next)) = begin.token_tree() else {
            break;
        };
        begin = next;
        count += 1;
    }
    count
}

/// What is added behind the items of a module: its twin.
pub(crate) fn added(input: &[TokenTree], output: &[TokenTree]) -> Option<TokenStream> {
    if begins(output, input) {
        return Some(output[input.len()..].iter().cloned().collect());
    }
    let (TokenTree::Group(body), TokenTree::Group(whole)) =
        (input.last()?, output.get(input.len().checked_sub(1)?)?)
    else {
        return None;
    };
    let body: Vec<TokenTree> = body.stream().into_iter().collect();
    let whole: Vec<TokenTree> = whole.stream().into_iter().collect();
    let behind = &output[input.len()..];
    let twin = whole.get(body.len()..)?;
    // Checks stand between the items; they are no part of what is looked at here.
    let plain = whole
        .iter()
        .zip(&body)
        .all(|(one, other)| same_but_for_groups(one, other));
    plain.then(|| twin.iter().chain(behind).cloned().collect())
}

fn same_but_for_groups(one: &TokenTree, other: &TokenTree) -> bool {
    match (one, other) {
        (TokenTree::Group(one), TokenTree::Group(other)) => one.delimiter() == other.delimiter(),
        _ => same(one, other),
    }
}

/// Whether two streams hold the same tokens.
pub(crate) fn unchanged(input: &[TokenTree], output: TokenStream) -> bool {
    equal(input.iter().cloned().collect(), output)
}
