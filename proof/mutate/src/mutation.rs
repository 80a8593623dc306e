//! One change to a tree of tokens.

use fastrand::Rng;
use proc_macro2::{Delimiter, Punct, Spacing, TokenTree};

use crate::fragments::WORDS;
use crate::grammar::{delimiter, pick, piece, statement};
use crate::tree::{self, Tree};

/// Deeper inputs overflow the stack of syn, as they would rustc's.
pub(crate) const DEPTH: usize = 48;
/// Larger inputs are not made larger.
const SIZE: usize = 1_500;

/// Changes the trees once; `donor` is another item.
pub(crate) fn mutate(trees: &mut Vec<Tree>, donor: &[Tree], random: &mut Rng) {
    let before = trees.clone();
    change(trees, donor, random);
    if tree::depth(trees) > DEPTH || tree::count(trees) > SIZE {
        *trees = before;
    }
}

fn change(trees: &mut Vec<Tree>, donor: &[Tree], random: &mut Rng) {
    match random.u8(..16) {
        0..=2 => return statement_into(trees, random),
        3..=4 => return await_calls(trees, random),
        5..=6 => return exchange(trees, donor, random),
        _ => {}
    }
    let size = tree::count(trees);
    let number = random.usize(..size.max(1));
    let other = subtree(trees, random);
    let Some(place) = tree::place(trees, number) else {
        trees.extend(piece(random));
        return;
    };
    let Some((list, at)) = tree::list(trees, &place) else {
        return;
    };
    let end = at + 1 + random.usize(..4).min(list.len() - at - 1);
    match random.u8(..25) {
        0..=1 => {
            list.drain(at..end);
        }
        2 => {
            let run = list[at..end].to_vec();
            list.splice(at..at, run);
        }
        3 => {
            let second = random.usize(..list.len());
            list.swap(at, second);
        }
        4 => {
            list.splice(at..=at, other);
        }
        5 => {
            list.splice(at..at, other);
        }
        6..=7 => {
            list.splice(at..end, taken(donor, random));
        }
        8..=9 => {
            list.splice(at..at, taken(donor, random));
        }
        10..=13 => {
            list.splice(at..at, piece(random));
        }
        14 => {
            list.splice(at..end, piece(random));
        }
        15 => {
            let run: Vec<Tree> = list.drain(at..end).collect();
            list.insert(at, Tree::Group(delimiter(random), run));
        }
        16..=17 => {
            if let Tree::Group(_, inner) = &mut list[at] {
                let inner = std::mem::take(inner);
                list.splice(at..=at, inner);
            }
        }
        18 => {
            if let Tree::Group(kind, _) = &mut list[at] {
                *kind = delimiter(random);
            }
        }
        19..=20 => rename(&mut list[at], &tree::read(pick(WORDS, random))),
        21 if random.bool() => rename(&mut list[at], &other),
        21 => raw(&mut list[at]),
        22 => {
            if let Tree::Leaf(TokenTree::Punct(punct)) = &mut list[at] {
                let spacing = match punct.spacing() {
                    Spacing::Alone => Spacing::Joint,
                    Spacing::Joint => Spacing::Alone,
                };
                *punct = Punct::new(punct.as_char(), spacing);
            }
        }
        23 => list.truncate(at),
        _ => {
            if let Tree::Group(_, inner) = &mut list[at] {
                inner.clear();
            }
        }
    }
}

/// An identifier takes the place of an identifier.
fn rename(tree: &mut Tree, name: &[Tree]) {
    if let (Tree::Leaf(TokenTree::Ident(_)), [Tree::Leaf(TokenTree::Ident(_))]) = (&*tree, name) {
        *tree = name[0].clone();
    }
}

/// `name` becomes `r#name`.
fn raw(tree: &mut Tree) {
    let Tree::Leaf(TokenTree::Ident(ident)) = &*tree else {
        return;
    };
    if let [name] = &tree::read(&format!("r#{ident}"))[..] {
        *tree = name.clone();
    }
}

/// A piece between two statements, members or items: mostly the result still parses.
fn statement_into(trees: &mut Vec<Tree>, random: &mut Rng) {
    let braces = tree::lists(trees)
        .into_iter()
        .filter(|place| matches!(at(trees, place), Some(Tree::Group(Delimiter::Brace, _))));
    let Some(place) = random.choice(braces.collect::<Vec<_>>()) else {
        return;
    };
    let Some(list) = tree::inside(trees, &place) else {
        return;
    };
    let ends = |tree: &Tree| match tree {
        Tree::Leaf(TokenTree::Punct(punct)) => punct.as_char() == ';',
        Tree::Group(kind, _) => *kind == Delimiter::Brace,
        Tree::Leaf(_) => false,
    };
    let places = (0..list.len()).filter(|&index| index == 0 || ends(&list[index - 1]));
    let place = random.choice(places.collect::<Vec<_>>()).unwrap_or(0);
    list.splice(place..place, statement(random));
}

/// The contents of a group become those of another one of its kind.
fn exchange(trees: &mut Vec<Tree>, donor: &[Tree], random: &mut Rng) {
    let Some(to) = random
        .choice(tree::lists(trees))
        .filter(|place| !place.is_empty())
    else {
        return;
    };
    let kind = match at(trees, &to) {
        Some(Tree::Group(kind, _)) => *kind,
        _ => return,
    };
    let of_kind = |place: &tree::Place| match at(donor, place) {
        Some(Tree::Group(other, inner)) if *other == kind => Some(inner.clone()),
        _ => None,
    };
    let parts: Vec<Vec<Tree>> = tree::lists(donor).iter().filter_map(of_kind).collect();
    if let (Some(part), Some(list)) = (random.choice(parts), tree::inside(trees, &to)) {
        *list = part;
    }
}

/// Code that is not async becomes so: `async` in front of `fn`, `.await` behind some calls.
fn await_calls(trees: &mut Vec<Tree>, random: &mut Rng) {
    let mut index = 0;
    while index < trees.len() {
        let called = index > 0 && matches!(&trees[index - 1], Tree::Leaf(TokenTree::Ident(_)));
        match &mut trees[index] {
            Tree::Leaf(TokenTree::Ident(ident)) if ident == "fn" && random.bool() => {
                trees.splice(index..index, tree::read("async"));
                index += 1;
            }
            Tree::Group(kind, inner) => {
                let call = *kind == Delimiter::Parenthesis && called;
                await_calls(inner, random);
                if call && random.u8(..3) == 0 {
                    trees.splice(index + 1..=index, tree::read(".await"));
                }
            }
            Tree::Leaf(_) => {}
        }
        index += 1;
    }
}

/// One of the tokens, or a group of them.
fn subtree(trees: &[Tree], random: &mut Rng) -> Vec<Tree> {
    let size = tree::count(trees);
    let number = random.usize(..size.max(1));
    let found = tree::place(trees, number).and_then(|place| at(trees, &place).cloned());
    found.into_iter().collect()
}

fn at<'a>(trees: &'a [Tree], place: &[usize]) -> Option<&'a Tree> {
    match place {
        [] => None,
        [last] => trees.get(*last),
        [first, rest @ ..] => match trees.get(*first)? {
            Tree::Group(_, inner) => at(inner, rest),
            Tree::Leaf(_) => None,
        },
    }
}

/// A run of tokens of another item.
fn taken(donor: &[Tree], random: &mut Rng) -> Vec<Tree> {
    let size = tree::count(donor);
    let number = random.usize(..size.max(1));
    let Some(place) = tree::place(donor, number) else {
        return Vec::new();
    };
    let mut list = donor;
    for index in &place[..place.len() - 1] {
        if let Tree::Group(_, inner) = &list[*index] {
            list = inner;
        }
    }
    let begin = place.last().copied().unwrap_or(0);
    let end = begin + 1 + random.usize(..8).min(list.len() - begin - 1);
    list[begin..end].to_vec()
}
