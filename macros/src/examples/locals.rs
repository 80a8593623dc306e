//! What an example defines itself.

use super::code::Code;
use super::lexer::Kind;

#[derive(Default)]
pub(super) struct Locals<'a> {
    pub(super) functions: Vec<Function<'a>>,
    /// Types, traits and modules.
    pub(super) items: Vec<&'a str>,
}

pub(super) struct Function<'a> {
    pub(super) name: &'a str,
    pub(super) at: usize,
    /// The word, if it is there.
    pub(super) asynchronous: Option<usize>,
    pub(super) place: Place<'a>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'a> {
    Free,
    /// An `impl` without a trait, or a trait.
    Member,
    /// The impl of this trait.
    Impl(&'a str),
}

pub(super) fn read<'a>(code: &Code<'a>) -> Locals<'a> {
    let mut locals = Locals::default();
    let mut bodies: Vec<(usize, Place)> = Vec::new();
    for index in 0..code.len() {
        if matches!(code.ident(index), Some("impl" | "trait")) {
            bodies.extend(members(code, index));
        }
        match code.ident(index) {
            Some("struct" | "enum" | "trait" | "type" | "union" | "mod") => {
                if let Some(name) = code.ident(index + 1) {
                    locals.items.push(name);
                }
            }
            Some("fn") => {
                let Some(name) = code.ident(index + 1) else {
                    continue;
                };
                let place = enclosing(code, index).and_then(|open| {
                    let of_body = bodies.iter().find(|(body, _)| *body == open);
                    of_body.map(|(_, place)| place)
                });
                locals.functions.push(Function {
                    name,
                    at: index + 1,
                    asynchronous: asynchronous(code, index),
                    place: place.copied().unwrap_or(Place::Free),
                });
            }
            _ => {}
        }
    }
    locals
}

/// The `async` of `async fn`, `async unsafe extern "C" fn`.
fn asynchronous(code: &Code, function: usize) -> Option<usize> {
    let before = |index: usize| index.checked_sub(1);
    let mut index = before(function)?;
    if code.kind(index) == Some(Kind::Literal) {
        index = before(index)?;
    }
    if code.is_ident(index, "extern") {
        index = before(index)?;
    }
    if code.is_ident(index, "unsafe") {
        index = before(index)?;
    }
    code.is_ident(index, "async").then_some(index)
}

/// The delimiter that is open around a token.
pub(super) fn enclosing(code: &Code, mut index: usize) -> Option<usize> {
    loop {
        index = index.checked_sub(1)?;
        match code.kind(index)? {
            Kind::Open(..) => return Some(index),
            Kind::Close(_, open) => index = open,
            _ => {}
        }
    }
}

/// Input:  the place of `impl` in `impl<T> Store for Vec<T> where T: Clone { .. }`
/// Output: the place of `{`, and what is implemented
fn members<'a>(code: &Code<'a>, start: usize) -> Option<(usize, Place<'a>)> {
    let mut of_trait = None;
    let mut last = None;
    let mut depth = 0_usize;
    let mut index = start + 1;
    loop {
        match code.kind(index)? {
            Kind::Open('{', _) => break,
            Kind::Open(_, close) => index = close,
            // `impl Trait` as a type.
            Kind::Close(..) | Kind::Punct(';' | ',' | '=') if depth == 0 => return None,
            Kind::Punct('<') => depth += 1,
            Kind::Punct('>') if !code.is_punct(index - 1, '-') => depth = depth.saturating_sub(1),
            Kind::Ident if depth == 0 => match code.text_of(index) {
                "for" if code.is_punct(index + 1, '<') => {}
                "for" => of_trait = last,
                "where" => {
                    while !matches!(code.kind(index + 1)?, Kind::Open('{', _)) {
                        index += 1;
                    }
                }
                word => last = Some(word),
            },
            _ => {}
        }
        index += 1;
    }
    let is_impl = code.is_ident(start, "impl");
    Some((
        index,
        match of_trait {
            Some(name) if is_impl => Place::Impl(name),
            _ => Place::Member,
        },
    ))
}
