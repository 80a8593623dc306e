//! What becomes of `#[await_me_maybe::test(..)]` in the async half: `#[tokio::test(..)]`.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::Attribute;

use crate::groups;

/// Arguments of `#[tokio::test]`, whatever their value is.
const OF_TOKIO: [&str; 4] = [
    "flavor",
    "start_paused",
    "unhandled_panic",
    "worker_threads",
];

/// Our own arguments, and the attribute with those of tokio.
pub(crate) fn of(args: TokenStream) -> (TokenStream, TokenStream) {
    let Split { ours, tokio, krate } = Split::of(args);
    // What tokio emits has to find tokio without any name in scope, too.
    let krate = (!krate).then(|| quote!(crate = "::tokio",));
    (ours, quote!(#[::tokio::test(#krate #tokio)]))
}

/// Whether an attribute is `#[await_me_maybe::test]`, or `#[tokio::test]`.
pub(crate) fn is_async_test(attr: &Attribute) -> bool {
    let path = attr.path().segments.iter();
    let names: Vec<String> = path.map(|segment| segment.ident.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    matches!(names.as_slice(), ["tokio" | "await_me_maybe", "test"])
}

/// Where both halves have the same names, one attribute cannot make both tests.
///
/// Input:  `#[await_me_maybe::test(flavor = "multi_thread")] async fn f() {}`
/// Output: `#[::tokio::test(flavor = "multi_thread")] async fn f() {}`
pub(crate) fn of_async_half(item: TokenStream) -> TokenStream {
    let mut attribute = false;
    let tokens = item.into_iter().map(|token| {
        let in_attribute = std::mem::replace(
            &mut attribute,
            matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#'),
        );
        match token {
            TokenTree::Group(group) if in_attribute => TokenTree::Group(tokio_group(group)),
            other => other,
        }
    });
    tokens.collect()
}

/// Input:  `[await_me_maybe::test(..)]`
/// Output: `[::tokio::test(..)]`
fn tokio_group(group: Group) -> Group {
    let mut names = Vec::new();
    let mut args = TokenStream::new();
    for token in groups::opened(group.stream()) {
        match token {
            TokenTree::Ident(ident) => names.push(ident),
            TokenTree::Punct(colon) if colon.as_char() == ':' => {}
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => {
                args = group.stream();
            }
            _ => return group,
        }
    }
    let [first, last] = names.as_slice() else {
        return group;
    };
    if first != "await_me_maybe" || last != "test" {
        return group;
    }
    let Split { tokio, krate, .. } = Split::of(args);
    let span = group.span();
    let krate = (!krate).then(|| quote_spanned!(span=> crate = "::tokio",));
    let mut replaced = Group::new(
        Delimiter::Bracket,
        quote_spanned!(span=> ::tokio::test(#krate #tokio)),
    );
    replaced.set_span(span);
    replaced
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
