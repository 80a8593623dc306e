//! Token streams out of nothing, and arguments of the attribute.

use fastrand::Rng;
use proc_macro2::{Delimiter, Punct, Spacing, TokenTree};

use crate::fragments::{HEADS, PIECES, WORDS};
use crate::tree::{self, Tree};

/// Groups do not nest deeper than this.
const DEPTH: usize = 6;
const PUNCTUATION: &[u8] = b"=<>!~+-*/%^&|@.,;:#$?'";

pub(crate) fn pick<'a>(list: &[&'a str], random: &mut Rng) -> &'a str {
    list.get(random.usize(..list.len())).copied().unwrap_or("")
}

pub(crate) fn delimiter(random: &mut Rng) -> Delimiter {
    match random.u8(..8) {
        0..=2 => Delimiter::Parenthesis,
        3..=4 => Delimiter::Brace,
        5 => Delimiter::Bracket,
        _ => Delimiter::None,
    }
}

/// One of the pieces, as it is written or in a group.
pub(crate) fn piece(random: &mut Rng) -> Vec<Tree> {
    let piece = tree::read(pick(PIECES, random));
    if random.u8(..8) == 0 {
        return vec![Tree::Group(delimiter(random), piece)];
    }
    piece
}

/// What stands alone among statements or items.
pub(crate) fn statement(random: &mut Rng) -> Vec<Tree> {
    let mut piece = tree::read(pick(PIECES, random));
    if random.u8(..3) > 0 {
        piece.extend(tree::read(";"));
    }
    piece
}

/// An item that may be none.
pub(crate) fn item(random: &mut Rng) -> Vec<Tree> {
    let mut out = Vec::new();
    if random.u8(..4) > 0 {
        out = tree::read(pick(HEADS, random));
    }
    let length = random.usize(..16);
    if random.u8(..4) > 0 {
        out.push(Tree::Group(Delimiter::Brace, tokens(length, 1, random)));
    } else {
        out.extend(tokens(length, 0, random));
    }
    out
}

fn tokens(length: usize, depth: usize, random: &mut Rng) -> Vec<Tree> {
    let mut out = Vec::new();
    for _ in 0..length {
        match random.u8(..16) {
            0..=4 => out.extend(tree::read(pick(WORDS, random))),
            5..=7 => {
                let index = random.usize(..PUNCTUATION.len());
                let spacing = if random.bool() {
                    Spacing::Alone
                } else {
                    Spacing::Joint
                };
                let punct = Punct::new(char::from(PUNCTUATION[index]), spacing);
                out.push(Tree::Leaf(TokenTree::Punct(punct)));
            }
            8..=10 if depth < DEPTH => {
                let length = random.usize(..6);
                let inner = tokens(length, depth + 1, random);
                out.push(Tree::Group(delimiter(random), inner));
            }
            _ => out.extend(piece(random)),
        }
    }
    out
}

/// Documented arguments in a shape that is right.
const ARGUMENTS: &[&str] = &[
    "name = other",
    "name = r#fn",
    "suffix = _sync",
    "suffix = _b",
    "keep(f, g)",
    "keep(x)",
    "twins(Store, fetch)",
    "twins(T, S, f)",
    "streams(pages)",
    "streams(f)",
    "crate = ::renamed",
    "crate = crate::a::b",
    "path = crate::api",
    "path = crate::m",
    "join = sequential",
    "join = threads",
    "replace(tokio = ::std)",
    "replace(a::b = c::d, e = ::f)",
    "replace(T = U)",
    "replace(f = g::h)",
    "replace(std::time = crate::time)",
    "cfg(feature = \"blocking\")",
    "cfg(any(unix, not(test)))",
    "cfg(true)",
    "skip",
    "shared",
    "twin",
    "flavor = \"multi_thread\"",
    "worker_threads = 2",
    "crate = \"tokio\"",
    "start_paused = true",
];
/// Keywords of arguments, and what is none.
const KEYS: &[&str] = &[
    "name",
    "suffix",
    "keep",
    "twins",
    "streams",
    "crate",
    "path",
    "join",
    "replace",
    "cfg",
    "skip",
    "shared",
    "twin",
    "flavor",
    "worker_threads",
    "other",
    "async",
    "r#crate",
    "_",
    "1",
    "\"name\"",
    "::",
    "",
];
/// What can follow them.
const VALUES: &[&str] = &[
    "= x",
    "= r#async",
    "= _",
    "= 1",
    "= \"x\"",
    "= a::b",
    "= ::a",
    "= ::",
    "= <T as U>::V",
    "= self",
    "= crate",
    "= super::x",
    "=",
    "= = x",
    "()",
    "(a)",
    "(a,)",
    "(,)",
    "(a b)",
    "(a, a)",
    "(a::b)",
    "(a = b)",
    "(a = b, a = c)",
    "(= b)",
    "(a =)",
    "(a = b c)",
    "(a = b; c)",
    "(::a = b)",
    "(a = ::b)",
    "(a::<T> = b)",
    "(a => b)",
    "(self = b)",
    "(crate = b, super = c)",
    "(_ = _)",
    "(1)",
    "(\"x\")",
    "(true)",
    "(all())",
    "(not(a, b))",
    "(a = \"b\", c)",
    "[a]",
    "{ a }",
    "((a))",
    "(async, await)",
    "(a = b = c)",
    "(tokio = a::tokio)",
    "(* = a)",
    "(a::* = b)",
    "(a::{b} = c)",
    "= threads",
    "= parallel",
    "= sequential, sequential",
    "",
    "!",
    "()()",
];

pub(crate) fn arguments(random: &mut Rng) -> Vec<Tree> {
    let mut out = Vec::new();
    let right = random.u8(..8) > 2;
    for _ in 0..=random.usize(..3) {
        if right {
            out.extend(tree::read(pick(ARGUMENTS, random)));
        } else {
            match random.u8(..8) {
                0 => out.extend(piece(random)),
                1 => out.extend(tokens(3, 4, random)),
                2 => out.extend(tree::read(pick(ARGUMENTS, random))),
                _ => {
                    out.extend(tree::read(pick(KEYS, random)));
                    out.extend(tree::read(pick(VALUES, random)));
                }
            }
        }
        if right || random.u8(..6) > 0 {
            out.extend(tree::read(","));
        }
    }
    if random.bool() {
        out.pop();
    }
    out
}
