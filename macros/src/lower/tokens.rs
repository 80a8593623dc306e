//! Macros of which nothing is known: an `.await` in their arguments is lowered with what stands in
//! front of it, as far as the tokens alone say where that begins.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Expr, Lit};

use super::{Lower, refuse};
use crate::groups;
use crate::messages;
use crate::pass::Pass as _;
use crate::shape;

impl Lower<'_> {
    /// Input:  `value <- fetch(1).await`
    /// Output: `value <- awaited(fetch_blocking(1), 0)`
    pub(super) fn tokens(&mut self, name: &Ident, tokens: TokenStream) -> TokenStream {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut out = TokenStream::new();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let end = chain(&tokens, at);
            let run = tokens.get(at..end).unwrap_or_default();
            if let Some(wait) = run.iter().find(|token| is_word(token, "await")) {
                match self.awaited_chain(run, &tokens[..at]) {
                    Some(expr) => expr.to_tokens(&mut out),
                    None => self.errors.at(wait.span(), messages::unknown_operand(name)),
                }
                at = end;
                continue;
            }
            if end > at {
                self.refuse_future(name, run);
            }
            if is_macro(run) {
                match syn::parse2(run.iter().cloned().collect()) {
                    Ok(mut expr) => {
                        self.visit_expr_mut(&mut expr);
                        expr.to_tokens(&mut out);
                    }
                    Err(_) => out.extend(run.iter().cloned()),
                }
                at = end;
                continue;
            }
            for token in run {
                out.extend([self.inside(name, token)]);
            }
            if end > at {
                at = end;
                continue;
            }
            match token {
                TokenTree::Ident(word) if word == "async" || word == "await" || word == "yield" => {
                    self.errors.at(word.span(), messages::unknown_grammar(name));
                    out.extend([token.clone()]);
                }
                other => out.extend([other.clone()]),
            }
            at += 1;
        }
        out
    }

    fn inside(&mut self, name: &Ident, token: &TokenTree) -> TokenTree {
        let TokenTree::Group(group) = token else {
            return token.clone();
        };
        let inner = self.tokens(name, group.stream());
        TokenTree::Group(groups::regroup(group, group.delimiter(), inner))
    }

    /// `None` where the operand may begin before these tokens.
    fn awaited_chain(&mut self, run: &[TokenTree], before: &[TokenTree]) -> Option<Expr> {
        let before_path = before.len() > 1 && is_path_separator(before, before.len() - 2);
        let certain = match (run.first()?, before.last()) {
            // `async {}`, `match x {}`, `S {}`
            (TokenTree::Group(group), _) if group.delimiter() == Delimiter::Brace => false,
            // `<T as Trait>::f(x)`, `Vec<T>(x)`
            (TokenTree::Group(_), Some(TokenTree::Punct(punct))) => punct.as_char() != '>',
            _ => !before_path,
        };
        if !certain {
            return None;
        }
        let mut expr: Expr = syn::parse2(run.iter().cloned().collect()).ok()?;
        self.visit_expr_mut(&mut expr);
        Some(expr)
    }

    /// A future that is made here and not awaited: what the macro does with it cannot be known.
    fn refuse_future(&mut self, name: &Ident, run: &[TokenTree]) {
        let calls = run
            .iter()
            .any(|token| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis));
        let Ok(expr) = syn::parse2::<Expr>(run.iter().cloned().collect()) else {
            return;
        };
        if calls && self.is_future_tail(&expr) {
            let text = messages::unknown_grammar(name);
            let called = run
                .iter()
                .rev()
                .find(|token| matches!(token, TokenTree::Ident(_)));
            if let Some(called) = called {
                self.errors.at(called.span(), text);
            }
        } else if let Expr::Call(call) = &expr {
            let callee = self.callee(&call.func);
            let path = self.library_path(&callee, &call.func);
            let refused = path.and_then(|path| refuse::call(&path, call, self.names.join));
            if let Some((token, text)) = refused {
                self.errors.at(token.span(), text);
            }
        }
    }
}

/// Where the operand that begins here ends, with all that is called on it; `at` if none does.
fn chain(tokens: &[TokenTree], at: usize) -> usize {
    // The lifetime `'a`, the attribute `#[a]`.
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    if is_punct(before, '\'') || is_punct(before, '#') {
        return at;
    }
    let mut end = match tokens.get(at) {
        Some(TokenTree::Ident(word)) if is_operand(word) => path(tokens, at),
        Some(TokenTree::Group(_)) => at + 1,
        Some(TokenTree::Literal(literal))
            if syn::parse2::<Lit>(literal.to_token_stream()).is_ok() =>
        {
            at + 1
        }
        _ => return at,
    };
    loop {
        let next = match tokens.get(end) {
            Some(TokenTree::Group(group)) if group.delimiter() != Delimiter::Brace => end + 1,
            Some(TokenTree::Punct(punct)) if punct.as_char() == '?' => end + 1,
            Some(TokenTree::Punct(punct)) if punct.as_char() == '.' => match tokens.get(end + 1) {
                Some(TokenTree::Ident(_) | TokenTree::Literal(_)) => {
                    turbofish(tokens, end + 2).unwrap_or(end + 2)
                }
                _ => return end,
            },
            _ => return end,
        };
        end = next;
    }
}

/// `a::b::<T>::c`, `vec![..]`
fn path(tokens: &[TokenTree], at: usize) -> usize {
    let mut end = at + 1;
    loop {
        if let Some(after) = turbofish(tokens, end) {
            end = after;
        } else if is_path_separator(tokens, end)
            && matches!(tokens.get(end + 2), Some(TokenTree::Ident(_)))
        {
            end += 3;
        } else {
            break;
        }
    }
    match (tokens.get(end), tokens.get(end + 1)) {
        (Some(TokenTree::Punct(bang)), Some(TokenTree::Group(_))) if bang.as_char() == '!' => {
            end + 2
        }
        _ => end,
    }
}

/// Behind `::<..>`, if that stands here.
fn turbofish(tokens: &[TokenTree], at: usize) -> Option<usize> {
    if !is_path_separator(tokens, at) || !is_punct(tokens.get(at + 2), '<') {
        return None;
    }
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate().skip(at + 2) {
        let arrow = is_punct(tokens.get(index - 1), '-');
        if is_punct(Some(token), '<') {
            depth += 1;
        } else if is_punct(Some(token), '>') && !arrow {
            depth -= 1;
            if depth == 0 {
                return Some(index + 1);
            }
        }
    }
    None
}

fn is_path_separator(tokens: &[TokenTree], at: usize) -> bool {
    is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':')
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_word(token: &TokenTree, wanted: &str) -> bool {
    matches!(token, TokenTree::Ident(word) if word == wanted)
}

/// `vec![..]`, with or without something called on it.
fn is_macro(run: &[TokenTree]) -> bool {
    run.windows(2)
        .any(|pair| is_punct(pair.first(), '!') && matches!(pair.get(1), Some(TokenTree::Group(_))))
}

/// A word that can be a variable, or begin a path.
fn is_operand(word: &Ident) -> bool {
    shape::is_one_of(word, &["self", "Self", "super", "crate"])
        || syn::parse2::<Ident>(word.to_token_stream()).is_ok()
}
