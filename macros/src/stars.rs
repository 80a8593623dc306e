//! The stars at the left of a block comment.
//!
//! rustc takes them away from a comment, but not from the attribute that a comment becomes when a
//! macro looks at its tokens.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote_spanned;
use syn::LitStr;

use crate::groups;

/// The text of `/** .. */` as rustc would have it; `None` if it is so already.
pub(crate) fn removed(text: &LitStr) -> Option<LitStr> {
    let value = text.value();
    let is_comment = |source: String| source.starts_with("/**") || source.starts_with("/*!");
    if !value.contains('\n') || !text.span().source_text().is_some_and(is_comment) {
        return None;
    }
    let lines = without_stars(&value)?;
    Some(LitStr::new(&lines, text.span()))
}

fn without_stars(text: &str) -> Option<String> {
    let starred = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('*');
    if !text.split('\n').skip(1).all(starred) {
        return None;
    }
    let lines = text.split('\n').enumerate().map(|(index, line)| {
        let body = line.trim_start().strip_prefix('*');
        body.filter(|_| index > 0).unwrap_or(line)
    });
    Some(lines.collect::<Vec<&str>>().join("\n")).filter(|lines| lines != text)
}

/// Input:  `[doc = "\n * text\n "]`, from a comment
/// Output: `[doc = "\n text\n "]`
pub(crate) fn removed_in(attribute: Group) -> Group {
    let tokens: Vec<TokenTree> = attribute.stream().into_iter().collect();
    let [
        TokenTree::Ident(doc),
        TokenTree::Punct(_),
        TokenTree::Literal(text),
    ] = tokens.as_slice()
    else {
        return attribute;
    };
    if doc != "doc" {
        return attribute;
    }
    let text = syn::parse2(TokenStream::from(TokenTree::Literal(text.clone())));
    match text.ok().and_then(|text| removed(&text)) {
        Some(text) => {
            let inner = quote_spanned!(doc.span()=> #doc = #text);
            groups::regroup(&attribute, attribute.delimiter(), inner)
        }
        None => attribute,
    }
}

#[cfg(test)]
mod tests {
    use super::without_stars;

    #[test]
    fn only_a_whole_column_goes() {
        let text = "\n     * One\n     *   two\n     *\n\n     * * three\n     ";
        let expected = "\n One\n   two\n\n\n * three\n     ";
        assert_eq!(without_stars(text).as_deref(), Some(expected));
        assert_eq!(without_stars("\n * One\n two\n "), None);
        assert_eq!(without_stars(" one\n\n "), None);
        assert_eq!(without_stars("* one"), None);
    }
}
