//! The invisible groups that `macro_rules` puts around a fragment such as `$value:expr`.
//!
//! They keep `$value * 3` together for `1 + 1`. rustc forgets them as soon as a proc macro hands
//! a group on as a single token, so where tokens are taken apart they have to become parentheses.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::Result;
use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser as _};

/// Parses tokens as [`visible`] leaves them. Most hold no such group, and are read only once.
pub(crate) fn parse<T>(
    tokens: TokenStream,
    parser: &mut dyn FnMut(ParseStream) -> Result<T>,
) -> Result<T> {
    let visible_already = |input: ParseStream| {
        if is_invisible_in(input.cursor()) {
            input.parse::<TokenStream>()?;
            return Ok(None);
        }
        parser(input).map(Some)
    };
    match visible_already.parse2(tokens.clone())? {
        Some(parsed) => Ok(parsed),
        None => parser.parse2(visible(tokens)),
    }
}

fn is_invisible_in(mut at: Cursor) -> bool {
    while !at.eof() {
        let next = match at.any_group() {
            Some((_, Delimiter::None, _, _)) => return true,
            Some((inside, _, _, after)) => {
                if is_invisible_in(inside) {
                    return true;
                }
                Some(after)
            }
            None => at.token_tree().map(|(_, after)| after),
        };
        let Some(next) = next else { return false };
        at = next;
    }
    false
}

/// The same tokens with visible groups, at every depth.
pub(crate) fn visible(tokens: TokenStream) -> TokenStream {
    if !holds_invisible(tokens.clone()) {
        return tokens;
    }
    let mut attribute = false;
    tokens
        .into_iter()
        .map(|token| {
            let in_attribute = std::mem::replace(
                &mut attribute,
                matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#'),
            );
            match token {
                TokenTree::Group(group) if !in_attribute => {
                    let inner = regroup(&group, group.delimiter(), visible(group.stream()));
                    TokenTree::Group(shown(inner))
                }
                other => other,
            }
        })
        .collect()
}

fn holds_invisible(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => {
            group.delimiter() == Delimiter::None || holds_invisible(group.stream())
        }
        _ => false,
    })
}

/// Parentheses for an invisible group, where leaving them out could change what is meant.
pub(crate) fn shown(group: Group) -> Group {
    if group.delimiter() == Delimiter::None && needs_parentheses(&group) {
        regroup(&group, Delimiter::Parenthesis, group.stream())
    } else {
        group
    }
}

/// A group in the place of another one.
pub(crate) fn regroup(at: &Group, delimiter: Delimiter, stream: TokenStream) -> Group {
    let mut group = Group::new(delimiter, stream);
    group.set_span(at.span());
    group
}

/// Fragments that are not expressions, patterns or types take none; paths, literals and calls
/// need none.
fn needs_parentheses(group: &Group) -> bool {
    const ITEMS: [&str; 15] = [
        "const",
        "crate",
        "enum",
        "extern",
        "fn",
        "impl",
        "let",
        "macro_rules",
        "mod",
        "pub",
        "static",
        "struct",
        "trait",
        "type",
        "use",
    ];
    const EXPRESSIONS: [&str; 13] = [
        "as", "async", "break", "for", "if", "in", "loop", "match", "move", "return", "unsafe",
        "while", "yield",
    ];
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    match tokens.first() {
        Some(TokenTree::Ident(first)) if ITEMS.iter().any(|word| first == word) => return false,
        Some(TokenTree::Punct(first)) if first.as_char() == '#' || first.as_char() == '\'' => {
            return false;
        }
        _ if tokens.len() < 2 => return false,
        _ => {}
    }
    let mut angles = 0_usize;
    let mut after = ' ';
    let operator = tokens.iter().any(|token| {
        let before = std::mem::replace(&mut after, ' ');
        match token {
            TokenTree::Punct(punct) => {
                after = punct.as_char();
                match after {
                    '<' => angles += 1,
                    '>' if before != '-' && before != '=' && angles > 0 => angles -= 1,
                    ':' | '.' | '?' => {}
                    _ => return angles == 0,
                }
                false
            }
            TokenTree::Ident(ident) => EXPRESSIONS.iter().any(|word| ident == word),
            // A struct literal, or a block behind something.
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Literal(_) => false,
        }
    });
    operator || angles > 0
}
