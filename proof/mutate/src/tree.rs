//! Token trees that can be taken apart and put together.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

#[derive(Clone)]
pub(crate) enum Tree {
    Leaf(TokenTree),
    Group(Delimiter, Vec<Tree>),
}

/// A place in a tree: the index in each list on the way down.
pub(crate) type Place = Vec<usize>;

pub(crate) fn trees(stream: TokenStream) -> Vec<Tree> {
    let tree = |token| match token {
        TokenTree::Group(group) => Tree::Group(group.delimiter(), trees(group.stream())),
        leaf => Tree::Leaf(leaf),
    };
    stream.into_iter().map(tree).collect()
}

/// The tokens of a text, of which nothing is left if it has none.
pub(crate) fn read(text: &str) -> Vec<Tree> {
    text.parse().map(trees).unwrap_or_default()
}

pub(crate) fn stream(trees: &[Tree]) -> TokenStream {
    let token = |tree: &Tree| match tree {
        Tree::Leaf(leaf) => leaf.clone(),
        Tree::Group(delimiter, inner) => TokenTree::Group(Group::new(*delimiter, stream(inner))),
    };
    trees.iter().map(token).collect()
}

/// How many tokens there are at all depths, a group being one.
pub(crate) fn count(trees: &[Tree]) -> usize {
    let inside = |tree: &Tree| match tree {
        Tree::Leaf(_) => 1,
        Tree::Group(_, inner) => 1 + count(inner),
    };
    trees.iter().map(inside).sum()
}

pub(crate) fn depth(trees: &[Tree]) -> usize {
    let inside = |tree: &Tree| match tree {
        Tree::Leaf(_) => 0,
        Tree::Group(_, inner) => 1 + depth(inner),
    };
    trees.iter().map(inside).max().unwrap_or(0)
}

/// The place of the `number`th token, in the order in which they are written.
pub(crate) fn place(trees: &[Tree], mut number: usize) -> Option<Place> {
    for (index, tree) in trees.iter().enumerate() {
        if number == 0 {
            return Some(vec![index]);
        }
        number -= 1;
        if let Tree::Group(_, inner) = tree {
            let size = count(inner);
            if number < size {
                let mut place = place(inner, number)?;
                place.insert(0, index);
                return Some(place);
            }
            number -= size;
        }
    }
    None
}

/// The list that a place is in, and the index there.
pub(crate) fn list<'a>(
    trees: &'a mut Vec<Tree>,
    place: &[usize],
) -> Option<(&'a mut Vec<Tree>, usize)> {
    match place {
        [] => None,
        [last] => (*last < trees.len()).then_some((trees, *last)),
        [first, rest @ ..] => match trees.get_mut(*first)? {
            Tree::Group(_, inner) => list(inner, rest),
            Tree::Leaf(_) => None,
        },
    }
}

/// Every list, the outermost first.
pub(crate) fn lists(trees: &[Tree]) -> Vec<Place> {
    let mut out = vec![Vec::new()];
    for (index, tree) in trees.iter().enumerate() {
        if let Tree::Group(_, inner) = tree {
            out.extend(lists(inner).into_iter().map(|mut place| {
                place.insert(0, index);
                place
            }));
        }
    }
    out
}

/// What stands in the group at a place, or all of it at the empty one.
pub(crate) fn inside<'a>(trees: &'a mut Vec<Tree>, place: &[usize]) -> Option<&'a mut Vec<Tree>> {
    match place {
        [] => Some(trees),
        [first, rest @ ..] => match trees.get_mut(*first)? {
            Tree::Group(_, inner) => inside(inner, rest),
            Tree::Leaf(_) => None,
        },
    }
}
