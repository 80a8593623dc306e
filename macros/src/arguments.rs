//! The arguments of macros whose grammar is known, as syntax that a visitor can walk.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens as _, TokenStreamExt as _, quote};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Expr, Macro, Pat, Path, Result, Token};

use crate::fields;
use crate::groups;
use crate::pass::Pass;
use crate::shape;

/// What a macro's arguments can look like.
pub(crate) enum Arguments {
    /// `a, b, name = c`
    List(Punctuated<Expr, Token![,]>),
    /// `value; count`
    Repeat(Box<(Expr, Token![;], Expr)>),
    /// `value, pattern if guard`, and what a message is made of
    Matches(Box<Matches>),
    /// Expressions among tokens that say what they are for.
    Parts(Vec<Part>),
}

pub(crate) struct Matches {
    pub(crate) value: Expr,
    comma: Token![,],
    pub(crate) pat: Pat,
    pub(crate) guard: Option<(Token![if], Expr)>,
    end: Option<Token![,]>,
    pub(crate) message: Punctuated<Expr, Token![,]>,
}

pub(crate) enum Part {
    Tokens(TokenStream),
    Expr(Box<Expr>),
    /// The same again, in braces or brackets.
    Group(Group, Vec<Part>),
}

impl Arguments {
    pub(crate) fn read(mac: &Macro) -> Option<Self> {
        let tokens = || mac.tokens.clone();
        if is_matches(&mac.path) {
            return Self::matches.parse2(tokens()).ok();
        }
        let list = Punctuated::parse_terminated
            .parse2(tokens())
            .ok()
            .map(Self::List);
        list.or_else(|| Self::repeat.parse2(tokens()).ok())
            .or_else(|| {
                let grammar = fields::grammar(&mac.path)?;
                Some(Self::Parts(fields::read(tokens(), grammar).ok()?))
            })
    }

    fn repeat(input: ParseStream) -> Result<Self> {
        let parts = (input.parse()?, input.parse()?, input.parse()?);
        Ok(Self::Repeat(Box::new(parts)))
    }

    fn matches(input: ParseStream) -> Result<Self> {
        let (value, comma) = (input.parse()?, input.parse()?);
        let pat = Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            Some((input.parse()?, input.parse()?))
        } else {
            None
        };
        let end = input.parse()?;
        let message = Punctuated::parse_terminated(input)?;
        Ok(Self::Matches(Box::new(Matches {
            value,
            comma,
            pat,
            guard,
            end,
            message,
        })))
    }

    /// The parts of it, without regard to what a pattern binds.
    pub(crate) fn visit(&mut self, visitor: &mut dyn Pass) {
        match self {
            Self::List(list) => list
                .iter_mut()
                .for_each(|expr| visitor.visit_expr_mut(expr)),
            Self::Repeat(parts) => {
                visitor.visit_expr_mut(&mut parts.0);
                visitor.visit_expr_mut(&mut parts.2);
            }
            Self::Matches(matches) => {
                visitor.visit_expr_mut(&mut matches.value);
                visitor.visit_pat_mut(&mut matches.pat);
                if let Some((_, guard)) = &mut matches.guard {
                    visitor.visit_expr_mut(guard);
                }
                let message = &mut matches.message;
                message
                    .iter_mut()
                    .for_each(|expr| visitor.visit_expr_mut(expr));
            }
            Self::Parts(parts) => visit_parts(parts, visitor),
        }
    }

    pub(crate) fn into_tokens(self) -> TokenStream {
        match self {
            Self::List(list) => list.into_token_stream(),
            Self::Repeat(parts) => {
                let (value, semi, count) = *parts;
                quote!(#value #semi #count)
            }
            Self::Matches(matches) => {
                let Matches {
                    value,
                    comma,
                    pat,
                    guard,
                    end,
                    message,
                } = *matches;
                let guard = guard.map(|(token, guard)| quote!(#token #guard));
                quote!(#value #comma #pat #guard #end #message)
            }
            Self::Parts(parts) => parts_into_tokens(parts),
        }
    }
}

fn visit_parts(parts: &mut [Part], visitor: &mut dyn Pass) {
    for part in parts {
        match part {
            Part::Tokens(_) => {}
            Part::Expr(expr) => visitor.visit_expr_mut(expr),
            Part::Group(_, parts) => visit_parts(parts, visitor),
        }
    }
}

fn parts_into_tokens(parts: Vec<Part>) -> TokenStream {
    let mut tokens = TokenStream::new();
    for part in parts {
        match part {
            Part::Tokens(part) => tokens.extend(part),
            Part::Expr(expr) => expr.to_tokens(&mut tokens),
            Part::Group(group, parts) => {
                let inner = parts_into_tokens(parts);
                let delimiter = group.delimiter();
                tokens.append(TokenTree::Group(groups::regroup(&group, delimiter, inner)));
            }
        }
    }
    tokens
}

/// `matches!` and what is made after it.
fn is_matches(path: &Path) -> bool {
    path.segments.last().is_some_and(|last| {
        shape::is_one_of(
            &last.ident,
            &["matches", "assert_matches", "debug_assert_matches"],
        )
    })
}
