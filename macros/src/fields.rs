//! Macros that take more than expressions: fields with sigils, key-values, JSON.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens as _, TokenStreamExt as _};
use syn::ext::IdentExt as _;
use syn::parse::discouraged::Speculative as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Ident, Lit, Path, Result, Token, token};

use crate::arguments::Part;
use crate::shape;

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Grammar {
    /// `target: "net", parent: &span, { ?tries, %name }, host.name = %name, key:? = value; "{}", x`
    Fields,
    /// `{ "key": value, "list": [1, { .. }] }`
    Json,
}

/// Of `tracing`, `log` and `serde_json`.
pub(crate) fn grammar(path: &Path) -> Option<Grammar> {
    const FIELDS: [&str; 20] = [
        "debug",
        "debug_span",
        "enabled",
        "error",
        "error_span",
        "event",
        "event_enabled",
        "info",
        "info_span",
        "log",
        "log_enabled",
        "span",
        "span_enabled",
        "trace",
        "trace_span",
        "trace_event",
        "warn",
        "warn_span",
        "record_all",
        "fatal",
    ];
    let last = &path.segments.last()?.ident;
    if last == "json" || last == "json_internal" {
        Some(Grammar::Json)
    } else {
        shape::is_one_of(last, &FIELDS).then_some(Grammar::Fields)
    }
}

/// An error where the tokens have another grammar.
pub(crate) fn read(tokens: TokenStream, grammar: Grammar) -> Result<Vec<Part>> {
    let parser = match grammar {
        Grammar::Fields => fields,
        Grammar::Json => json,
    };
    parser.parse2(tokens)
}

fn fields(input: ParseStream) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    while !input.is_empty() {
        let mut prefix = TokenStream::new();
        key(input, &mut prefix)?;
        parts.push(Part::Tokens(prefix));
        if input.peek(token::Brace) {
            parts.push(group(input, fields)?);
        } else if !input.is_empty() {
            parts.push(Part::Expr(input.parse()?));
        }
        parts.push(Part::Tokens(separator(input)?));
    }
    Ok(parts)
}

/// What stands before a value: `target:`, `host.name = %`, `?`, `"quoted" = ?`, `key:% =`.
fn key(input: ParseStream, out: &mut TokenStream) -> Result<()> {
    let fork = input.fork();
    let mut found = TokenStream::new();
    if fork.peek(Lit) {
        fork.parse::<Lit>()?.to_tokens(&mut found);
    } else if fork.peek(Ident::peek_any) {
        fork.call(Ident::parse_any)?.to_tokens(&mut found);
        while fork.peek(Token![.]) && fork.peek2(Ident::peek_any) {
            fork.parse::<Token![.]>()?.to_tokens(&mut found);
            fork.call(Ident::parse_any)?.to_tokens(&mut found);
        }
    }
    let named = !found.is_empty();
    let mut says = false;
    if named && fork.peek(Token![:]) && !fork.peek(Token![::]) {
        fork.parse::<Token![:]>()?.to_tokens(&mut found);
        says = true;
        modifier(&fork, &mut found)?;
    }
    if named && fork.peek(Token![=]) && !fork.peek(Token![==]) && !fork.peek(Token![=>]) {
        fork.parse::<Token![=]>()?.to_tokens(&mut found);
        says = true;
    }
    if (says || !named) && (fork.peek(Token![?]) || fork.peek(Token![%])) {
        found.append(fork.parse::<TokenTree>()?);
        says = true;
    }
    if says {
        out.extend(found);
        input.advance_to(&fork);
    }
    Ok(())
}

/// The `?`, `%` or `debug` of `key:? = value`.
fn modifier(input: ParseStream, out: &mut TokenStream) -> Result<()> {
    let sigil = input.peek(Token![?]) || input.peek(Token![%]) || input.peek(Ident);
    if sigil && input.peek2(Token![=]) && !input.peek2(Token![==]) {
        out.append(input.parse::<TokenTree>()?);
    }
    Ok(())
}

fn separator(input: ParseStream) -> Result<TokenStream> {
    let mut out = TokenStream::new();
    if input.peek(Token![,]) || input.peek(Token![;]) {
        out.append(input.parse::<TokenTree>()?);
    } else if !input.is_empty() {
        return Err(input.error("expected `,`"));
    }
    Ok(out)
}

fn json(input: ParseStream) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    while !input.is_empty() {
        parts.push(value(input)?);
        parts.push(Part::Tokens(separator(input)?));
    }
    Ok(parts)
}

fn value(input: ParseStream) -> Result<Part> {
    // A list or map that is all of the value; else it is an operand.
    if ends_after_group(input) {
        if input.peek(token::Brace) {
            return group(input, map);
        }
        if input.peek(token::Bracket) {
            return group(input, json);
        }
    }
    Ok(Part::Expr(input.parse()?))
}

fn ends_after_group(input: ParseStream) -> bool {
    let fork = input.fork();
    fork.parse::<Group>().is_ok() && (fork.is_empty() || fork.peek(Token![,]))
}

/// `"key": value, (key()): value`
fn map(input: ParseStream) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    while !input.is_empty() {
        parts.push(if input.peek(token::Paren) {
            group(input, json)?
        } else {
            Part::Expr(input.parse()?)
        });
        let colon: Token![:] = input.parse()?;
        parts.push(Part::Tokens(colon.into_token_stream()));
        parts.push(value(input)?);
        parts.push(Part::Tokens(separator(input)?));
    }
    Ok(parts)
}

fn group(input: ParseStream, inner: fn(ParseStream) -> Result<Vec<Part>>) -> Result<Part> {
    let group: Group = input.parse()?;
    let parts = inner.parse2(group.stream())?;
    Ok(Part::Group(group, parts))
}
