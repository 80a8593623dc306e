//! The same place in the other half: paths of code that stands one module deeper.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::groups;

/// Where a twin stands.
pub(crate) struct Place<'a> {
    /// How many modules of the annotated one are around it.
    pub(crate) depth: usize,
    /// The name of the modules that hold twins.
    pub(crate) blocking: &'a Ident,
    /// Whether a path that comes from outside leads to a twin, and behind how many of its segments
    /// the annotated module is.
    pub(crate) inward: &'a dyn Fn(&[Ident], usize) -> Option<usize>,
    /// The visibilities among the tokens are still those of the async half.
    pub(crate) restrictions: bool,
}

impl Place<'_> {
    /// Input:  `super::f(crate::api::g())`, one module deep, with `path = crate::api`
    /// Output: `super::super::blocking::f(crate::api::blocking::g())`
    pub(crate) fn paths(&self, tokens: TokenStream) -> TokenStream {
        self.within(tokens, 0)
    }

    /// `local` is the number of modules around these tokens that stand in the item itself.
    pub(super) fn within(&self, tokens: TokenStream, local: usize) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut out: Vec<TokenTree> = Vec::with_capacity(tokens.len());
        let mut index = 0;
        while index < tokens.len() {
            match &tokens[index] {
                TokenTree::Ident(first)
                    if (*first == "super" || *first == "self" || *first == "crate")
                        && starts_path(&tokens, index) =>
                {
                    index = self.run(&tokens, index, local, &mut out);
                    continue;
                }
                TokenTree::Group(group) => {
                    let inner = if is_restriction(group, &out) {
                        self.restriction(group.stream(), local)
                    } else if is_attribute(group, &out) {
                        self.attribute(group.stream(), local)
                    } else {
                        let deeper = usize::from(is_module(group, &out));
                        self.within(group.stream(), local + deeper)
                    };
                    let group = groups::regroup(group, group.delimiter(), inner);
                    out.push(TokenTree::Group(group));
                }
                other => out.push(other.clone()),
            }
            index += 1;
        }
        out.into_iter().collect()
    }

    /// One path; the index of what follows it.
    fn run(
        &self,
        tokens: &[TokenTree],
        start: usize,
        local: usize,
        out: &mut Vec<TokenTree>,
    ) -> usize {
        let path = segments(tokens, start);
        let end = start + 3 * path.len() - 2;
        let written = &tokens[start..end];
        let supers = path
            .iter()
            .skip_while(|ident| **ident == "self")
            .take_while(|ident| **ident == "super")
            .count();
        let selves = path.iter().take_while(|ident| **ident == "self").count();
        let inward = (self.inward)(&path, local);
        if let Some(behind) = inward.filter(|&to| to < path.len() || colons(tokens, end)) {
            self.inward(&path, written, behind, out);
        } else if supers > local {
            let upward = 3 * (selves + supers);
            let span = path[selves].span();
            let one = Ident::new("super", span);
            // Behind the last `super` there may be a group or a glob.
            let cut = upward.min(written.len());
            out.extend_from_slice(&written[..cut]);
            if cut < upward {
                // Ends in `super`, in front of `::{..}` or `::*`, or as the whole path.
                push_colons(out, span);
                out.push(TokenTree::Ident(one));
                if supers - local <= self.depth {
                    push_colons(out, span);
                    out.push(TokenTree::Ident(self.blocking.clone()));
                }
                return end;
            }
            out.push(TokenTree::Ident(one));
            push_colons(out, span);
            if supers - local <= self.depth {
                out.push(TokenTree::Ident(self.blocking.clone()));
                push_colons(out, span);
            }
            out.extend_from_slice(&written[cut..]);
        } else {
            out.extend_from_slice(written);
        }
        end
    }

    /// Input:  `crate::api::X`, `super::api::X`
    /// Output: `crate::api::blocking::X`, `super::super::api::blocking::X`
    fn inward(
        &self,
        path: &[Ident],
        written: &[TokenTree],
        behind: usize,
        out: &mut Vec<TokenTree>,
    ) {
        let span = path[0].span();
        if path[0] == "super" {
            out.push(TokenTree::Ident(path[0].clone()));
            push_colons(out, span);
        }
        let cut = (3 * behind).min(written.len());
        out.extend_from_slice(&written[..cut]);
        if cut == written.len() {
            push_colons(out, span);
        }
        out.push(TokenTree::Ident(self.blocking.clone()));
        if cut < written.len() {
            push_colons(out, span);
            out.extend_from_slice(&written[cut..]);
        }
    }

    /// Input:  `super` of `pub(super)`
    /// Output: `in super::super`
    fn restriction(&self, tokens: TokenStream, local: usize) -> TokenStream {
        if !self.restrictions {
            return tokens;
        }
        let mut idents = Vec::new();
        for token in tokens.clone() {
            match token {
                TokenTree::Ident(ident) if ident == "in" => {}
                TokenTree::Ident(ident) => idents.push(ident),
                _ => {}
            }
        }
        let upward = idents.iter().take_while(|ident| **ident == "super").count();
        match idents.first() {
            Some(first) if *first == "self" && local == 0 => quote_spanned!(first.span()=> super),
            Some(first) if upward > local => quote_spanned!(first.span()=> in super::#(#idents)::*),
            _ => tokens,
        }
    }

    /// The leaf of a `use`, of which the whole path is known. `::` is behind it if more follows.
    pub(crate) fn import(&self, path: &[Ident], follows: bool) -> TokenStream {
        let Some(last) = path.last() else {
            return TokenStream::new();
        };
        let span = last.span();
        let mut tokens: Vec<TokenTree> = Vec::new();
        for (index, ident) in path.iter().enumerate() {
            if index > 0 {
                push_colons(&mut tokens, span);
            }
            tokens.push(TokenTree::Ident(ident.clone()));
        }
        if follows {
            push_colons(&mut tokens, span);
        }
        self.paths(tokens.into_iter().collect())
    }
}

fn push_colons(out: &mut Vec<TokenTree>, span: proc_macro2::Span) {
    for spacing in [Spacing::Joint, Spacing::Alone] {
        let mut colon = Punct::new(':', spacing);
        colon.set_span(span);
        out.push(TokenTree::Punct(colon));
    }
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':')
}

fn colons(tokens: &[TokenTree], index: usize) -> bool {
    is_colon(tokens.get(index)) && is_colon(tokens.get(index + 1))
}

/// `super`, `self` or `crate` at the front of a path: not `self.x`, `$crate::x` or `::x`.
fn starts_path(tokens: &[TokenTree], index: usize) -> bool {
    let before = index.checked_sub(1).map(|index| &tokens[index]);
    let dollar = matches!(before, Some(TokenTree::Punct(punct)) if punct.as_char() == '$');
    let behind = index >= 2 && colons(tokens, index - 2);
    let alone = matches!(&tokens[index], TokenTree::Ident(ident) if ident == "super");
    !dollar && !behind && (alone || colons(tokens, index + 1))
}

/// The segments of a path that are not behind generic arguments.
fn segments(tokens: &[TokenTree], start: usize) -> Vec<Ident> {
    let mut path = Vec::new();
    let mut index = start;
    while let Some(TokenTree::Ident(ident)) = tokens.get(index) {
        path.push(ident.clone());
        if !colons(tokens, index + 1) {
            break;
        }
        index += 3;
    }
    path
}

/// `(super)` of `pub(super)`
fn is_restriction(group: &Group, before: &[TokenTree]) -> bool {
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Parenthesis
        && matches!(before.last(), Some(TokenTree::Ident(ident)) if ident == "pub")
        && matches!(first, Some(TokenTree::Ident(ident)) if ident == "in" || ident == "super" || ident == "self" || ident == "crate")
}

/// `[..]` of `#[..]` and `#![..]`
fn is_attribute(group: &Group, before: &[TokenTree]) -> bool {
    let punct = |token: &TokenTree, char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == char);
    group.delimiter() == Delimiter::Bracket
        && match before {
            [.., hash, bang] if punct(bang, '!') => punct(hash, '#'),
            [.., hash] => punct(hash, '#'),
            [] => false,
        }
}

/// `{ .. }` of `mod name { .. }`
fn is_module(group: &Group, before: &[TokenTree]) -> bool {
    let [.., TokenTree::Ident(word), TokenTree::Ident(_)] = before else {
        return false;
    };
    group.delimiter() == Delimiter::Brace && word == "mod"
}
