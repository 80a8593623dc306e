//! Paths in tokens that nobody parses: the arguments of macros and attributes.

use proc_macro2::{Delimiter, Ident, Spacing, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Path, Token};

use super::Replacements;
use crate::emit;
use crate::groups;
use crate::shape;

/// Attributes of the compiler, whose words are no paths.
pub(super) fn is_builtin(path: &Path) -> bool {
    const NAMES: [&str; 22] = [
        "allow",
        "cfg",
        "cold",
        "deny",
        "deprecated",
        "doc",
        "expect",
        "export_name",
        "forbid",
        "ignore",
        "inline",
        "link_name",
        "link_section",
        "must_use",
        "no_mangle",
        "repr",
        "should_panic",
        "target_feature",
        "test",
        "track_caller",
        "unsafe",
        "warn",
    ];
    path.get_ident()
        .is_some_and(|ident| shape::is_one_of(ident, &NAMES))
}

/// The tokens of a path: `a::b`, `::a::b`.
struct Run {
    leading: bool,
    idents: Vec<Ident>,
    /// Where it ends in the tokens.
    end: usize,
}

impl Replacements {
    /// Input:  `predicate, from(tokio::io::Error)`, with the rule `tokio::io = std::io`
    /// Output: `predicate, from(std::io::Error)`
    pub(super) fn conditional(&mut self, tokens: TokenStream) -> TokenStream {
        let mut in_predicate = true;
        let (predicate, rest): (Vec<TokenTree>, Vec<TokenTree>) =
            tokens.into_iter().partition(|token| {
                in_predicate &= !is_punct(Some(token), ',');
                in_predicate
            });
        let mut out: TokenStream = predicate.into_iter().collect();
        out.extend(self.tokens(rest.into_iter().collect()));
        out
    }

    /// Input:  `"tokio::net", tokio::net::TcpStream`, with the rule `tokio::net = std::net`
    /// Output: `"tokio::net", std::net::TcpStream`
    pub(super) fn tokens(&mut self, tokens: TokenStream) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut out = TokenStream::new();
        let mut index = 0;
        while let Some(token) = tokens.get(index) {
            if let Some(run) = run(&tokens, index) {
                if !is_path(&tokens, index, &run) || !self.run(&run, &mut out) {
                    out.extend(tokens[index..run.end].iter().cloned());
                }
                index = run.end;
                continue;
            }
            out.extend([match token {
                TokenTree::Group(group) => {
                    let inner = self.tokens(group.stream());
                    TokenTree::Group(groups::regroup(group, group.delimiter(), inner))
                }
                other => other.clone(),
            }]);
            index += 1;
        }
        out
    }

    /// Whether a rule matches: then it is written out.
    fn run(&mut self, run: &Run, out: &mut TokenStream) -> bool {
        let idents: Vec<&Ident> = run.idents.iter().collect();
        let Some(found) = self.replacement(run.leading, &idents, false) else {
            return false;
        };
        let rest = run.idents[found.taken..].iter().cloned();
        let idents: Vec<Ident> = found.idents.into_iter().chain(rest).collect();
        let leading = found.leading_colon.is_some();
        for (index, ident) in idents.iter().enumerate() {
            if index > 0 || leading {
                Token![::](emit::ours(ident.span())).to_tokens(out);
            }
            ident.to_tokens(out);
        }
        self.note(leading, &idents, run.idents.last());
        true
    }
}

/// The path that begins here, if one does.
fn run(tokens: &[TokenTree], start: usize) -> Option<Run> {
    let leading = is_colons(tokens, start);
    if leading && continues(tokens, start) {
        return None;
    }
    let mut end = if leading { start + 2 } else { start };
    let mut idents = Vec::new();
    while let Some(TokenTree::Ident(ident)) = tokens.get(end) {
        idents.push(ident.clone());
        end += 1;
        // `in ::a::b` are two things.
        if !is_colons(tokens, end)
            || !matches!(tokens.get(end + 2), Some(TokenTree::Ident(_)))
            || !is_segment(ident)
        {
            break;
        }
        end += 2;
    }
    (!idents.is_empty()).then_some(Run {
        leading,
        idents,
        end,
    })
}

/// Whether it stands where a path can, and is not the name of a member or of a definition.
fn is_path(tokens: &[TokenTree], start: usize, run: &Run) -> bool {
    let back = |count| before(tokens, start, count);
    let member = is_punct(back(1), '.') && !is_joint(back(2), '.');
    let behind_colons = is_colons_before(tokens, start);
    let lifetime = is_punct(back(1), '\'') || is_punct(back(1), '$');
    if member || behind_colons || lifetime {
        return false;
    }
    run.leading || run.idents.len() > 1 || !(is_key(tokens, run.end) || defines(back(1), back(2)))
}

/// `name: value`, `name = value`
fn is_key(tokens: &[TokenTree], end: usize) -> bool {
    let (next, second) = (tokens.get(end), tokens.get(end + 1));
    let compares = is_joint(next, '=') && (is_punct(second, '=') || is_punct(second, '>'));
    is_punct(next, ':') && !is_colons(tokens, end) || is_punct(next, '=') && !compares
}

/// `fn name`, `let name`, `let mut name`; but `*const Name`
fn defines(last: Option<&TokenTree>, second: Option<&TokenTree>) -> bool {
    const WORDS: [&str; 10] = [
        "const",
        "enum",
        "fn",
        "let",
        "macro_rules",
        "mod",
        "static",
        "struct",
        "trait",
        "type",
    ];
    match last {
        Some(TokenTree::Ident(word)) if word == "mut" => {
            matches!(second, Some(TokenTree::Ident(word)) if word == "let" || word == "static")
        }
        Some(TokenTree::Ident(word)) => shape::is_one_of(word, &WORDS) && !is_punct(second, '*'),
        _ => false,
    }
}

/// Whether `::` at this place goes on with a path: `a::b`, `<T>::b`, `$path::b`.
fn continues(tokens: &[TokenTree], colons: usize) -> bool {
    match before(tokens, colons, 1) {
        Some(TokenTree::Ident(ident)) => is_segment(ident),
        Some(TokenTree::Punct(punct)) if punct.as_char() == '>' => closes_angle(&tokens[..colons]),
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::None,
        _ => false,
    }
}

/// Whether the last token ends generic arguments: `>` may also compare, or be of an arrow.
fn closes_angle(tokens: &[TokenTree]) -> bool {
    let mut open = 0_usize;
    let mut closed = false;
    for (index, token) in tokens.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| tokens.get(index));
        let arrow = is_joint(before, '-') || is_joint(before, '=');
        closed = false;
        if is_punct(Some(token), '<') {
            open += 1;
        } else if is_punct(Some(token), '>') && !arrow {
            closed = open > 0;
            open = open.saturating_sub(1);
        }
    }
    closed
}

/// No keyword, or one that a path can hold.
fn is_segment(ident: &Ident) -> bool {
    shape::is_one_of(ident, &["self", "Self", "super", "crate"])
        || syn::parse2::<Ident>(ident.to_token_stream()).is_ok()
}

fn before(tokens: &[TokenTree], index: usize, count: usize) -> Option<&TokenTree> {
    tokens.get(index.checked_sub(count)?)
}

fn is_colons(tokens: &[TokenTree], index: usize) -> bool {
    is_joint(tokens.get(index), ':') && is_punct(tokens.get(index + 1), ':')
}

fn is_colons_before(tokens: &[TokenTree], index: usize) -> bool {
    index
        .checked_sub(2)
        .is_some_and(|colons| is_colons(tokens, colons))
}

fn is_punct(token: Option<&TokenTree>, char: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}

fn is_joint(token: Option<&TokenTree>, char: char) -> bool {
    matches!(
        token,
        Some(TokenTree::Punct(punct))
            if punct.as_char() == char && punct.spacing() == Spacing::Joint
    )
}
