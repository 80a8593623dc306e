//! The invisible groups that `macro_rules` puts around a fragment such as `$value:expr`.
//!
//! They keep `$value * 3` together for `1 + 1`. rustc forgets them as soon as a proc macro hands
//! a group on as a single token, so where tokens are taken apart they have to become parentheses.

use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use syn::Result;
use syn::buffer::Cursor;
use syn::parse::{ParseStream, Parser as _};

/// Parses tokens as [`visible`] leaves them. Most hold no such group, and are read only once; `reads`
/// says of the others that they do.
pub(crate) fn parse<T>(
    tokens: TokenStream,
    reads: &mut dyn FnMut(Cursor) -> bool,
    parser: &mut dyn FnMut(ParseStream) -> Result<T>,
) -> Result<T> {
    let visible_already = |input: ParseStream| {
        if reads(input.cursor()) {
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

/// The same tokens with visible groups, at every depth.
pub(crate) fn visible(tokens: TokenStream) -> TokenStream {
    if !holds_invisible(tokens.clone()) {
        return tokens;
    }
    let mut attribute = false;
    let mut tokens = tokens.into_iter().peekable();
    let mut out = TokenStream::new();
    while let Some(token) = tokens.next() {
        let in_attribute = std::mem::replace(&mut attribute, is_punct(&token, '#'));
        match token {
            TokenTree::Group(group) if is_let(&group) => {
                let mut inner: Vec<TokenTree> = visible(group.stream()).into_iter().collect();
                let ended = inner.last().is_some_and(|last| is_punct(last, ';'))
                    || tokens.peek().is_some_and(|next| is_punct(next, ';'));
                if !ended {
                    inner.push(TokenTree::Punct(Punct::new(';', Spacing::Alone)));
                }
                out.extend(inner);
            }
            TokenTree::Group(group) if !in_attribute => {
                let inner = regroup(&group, group.delimiter(), visible(group.stream()));
                out.extend([TokenTree::Group(shown(inner, tokens.peek()))]);
            }
            other => out.extend([other]),
        }
    }
    out
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

/// The fragment `$first:stmt` of `let x = 1`, which is a statement without a semicolon behind it.
fn is_let(group: &Group) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::None
        && matches!(first, Some(TokenTree::Ident(word)) if word == "let")
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
pub(crate) fn shown(group: Group, next: Option<&TokenTree>) -> Group {
    if group.delimiter() == Delimiter::None
        && !is_macro_call(&group, next)
        && needs_parentheses(&group)
    {
        regroup(&group, Delimiter::Parenthesis, group.stream())
    } else {
        group
    }
}

/// The tokens of invisible groups in the place of the groups: an attribute that comes as
/// `$attr:meta` is one, and so may be its path.
pub(crate) fn opened(tokens: TokenStream) -> TokenStream {
    let opened = tokens.into_iter().flat_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => opened(group.stream()),
        other => other.into(),
    });
    opened.collect()
}

/// `thread_local!(..);`, and `thread_local! { .. }` where no operator follows: it may be an item.
fn is_macro_call(group: &Group, next: Option<&TokenTree>) -> bool {
    let mut tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    if tokens.last().is_some_and(|last| is_punct(last, ';')) {
        tokens.pop();
    }
    let [path @ .., TokenTree::Punct(bang), TokenTree::Group(body)] = tokens.as_slice() else {
        return false;
    };
    let is_path = |token: &TokenTree| match token {
        TokenTree::Ident(_) => true,
        TokenTree::Punct(punct) => punct.as_char() == ':',
        _ => false,
    };
    let operator = matches!(next, Some(TokenTree::Punct(punct)) if punct.as_char() != '#');
    bang.as_char() == '!'
        && !path.is_empty()
        && path.iter().all(is_path)
        && (body.delimiter() != Delimiter::Brace || !operator)
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
    const QUALIFIED: [&str; 5] = ["extern", "fn", "impl", "mod", "trait"];
    let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
    let qualifier = |token: &&TokenTree| matches!(token, TokenTree::Ident(word) if word == "async" || word == "unsafe");
    match tokens.iter().find(|token| !qualifier(token)) {
        Some(TokenTree::Ident(word)) if QUALIFIED.iter().any(|item| word == item) => return false,
        _ => {}
    }
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
