//! Which items exist twice.
//!
//! An item is repeated if it holds something that is lowered, if it names something repeated, or
//! if an impl of it has to exist twice and could not; to a fixpoint.

use std::rc::Rc;

use syn::Item;

use super::defines;
use super::impls::Parts;
use super::leaf::End;
use super::mark::Mark;
use super::mentions::{self, Mention};
use super::reason::{self, Because};
use super::resolve::Found;
use super::tree::{Node, Tree};
use crate::errors::Errors;
use crate::messages;

pub(crate) struct Sharing<'a> {
    tree: &'a Tree,
    /// By the index of the item, what each of its mentions means.
    found: Vec<Vec<Found>>,
    /// Of the impls among the items.
    pub(crate) parts: Vec<Option<Rc<Parts>>>,
    fates: Vec<Option<Because>>,
    /// Impls of shared types that name something repeated, but cannot stand twice.
    single: Vec<bool>,
    /// Items with a fault that is reported already.
    faulty: Vec<bool>,
}

impl<'a> Sharing<'a> {
    pub(crate) fn new(tree: &'a Tree, errors: &mut Errors) -> Self {
        let find = |(index, node): (usize, &Node)| {
            let found = node.mentions.iter();
            found.map(|mention| tree.find(index, mention)).collect()
        };
        let mut sharing = Self {
            tree,
            found: tree.nodes.iter().enumerate().map(find).collect(),
            parts: (0..tree.nodes.len())
                .map(|index| parts(tree, index))
                .collect(),
            fates: vec![None; tree.nodes.len()],
            single: vec![false; tree.nodes.len()],
            faulty: vec![false; tree.nodes.len()],
        };
        sharing.begin(tree, errors);
        let links = sharing.links(tree);
        // What is named stands as often in front of who names it as behind.
        let forward: Vec<usize> = (0..tree.nodes.len()).collect();
        let backward: Vec<usize> = forward.iter().rev().copied().collect();
        while sharing.step(tree, &links, &backward) | sharing.step(tree, &links, &forward) {}
        sharing.check_paths(tree, errors);
        sharing.check(tree, errors);
        sharing
    }

    /// What an item names, and what that means.
    pub(crate) fn named_by(&self, node: usize) -> impl Iterator<Item = (&Mention, &Found)> {
        self.tree.nodes[node].mentions.iter().zip(&self.found[node])
    }

    pub(crate) fn is_twin(&self, node: usize) -> bool {
        self.fates[node].is_some()
    }

    pub(crate) fn is_faulty(&self, node: usize) -> bool {
        self.faulty[node]
    }

    pub(crate) fn because(&self, node: usize) -> Option<&Because> {
        self.fates[node].as_ref()
    }

    /// What needs no other item.
    fn begin(&mut self, tree: &Tree, errors: &mut Errors) {
        for (index, node) in tree.nodes.iter().enumerate() {
            let holds = match &node.item {
                Item::Mod(_) | Item::Use(_) => None,
                _ => mentions::lowered(node),
            };
            let named = node.mentions.iter().zip(&self.found[index]);
            let mut mapped = named.filter(|(_, found)| found.mapped);
            let mapped = mapped.find_map(|(mention, _)| mention.path.first());
            self.fates[index] = match (node.mark, holds) {
                (Mark::Shared, Some(word)) => {
                    let what = reason::what(&node.item);
                    errors.at(word.span(), messages::cannot_share(&what, &word));
                    None
                }
                (Mark::Shared, None) => None,
                (Mark::Twin | Mark::Only(_), _) => Some(Because::Marked),
                (Mark::None, Some(word)) => Some(Because::Holds(word)),
                (Mark::None, None) => mapped.cloned().map(Because::Mapped),
            };
        }
    }

    /// Which items each item names.
    fn links(&self, tree: &Tree) -> Vec<Vec<usize>> {
        let of = |index: usize| {
            let mut links: Vec<usize> = self.found[index].iter().flat_map(Found::nodes).collect();
            links.extend(handed_on(tree, index));
            links.sort_unstable();
            links.dedup();
            links.retain(|&other| other != index);
            links
        };
        (0..tree.nodes.len()).map(of).collect()
    }

    /// Whether anything has changed.
    fn step(&mut self, tree: &Tree, links: &[Vec<usize>], order: &[usize]) -> bool {
        let before = self.decided();
        for &index in order {
            let node = &tree.nodes[index];
            let open = self.fates[index].is_none() && !self.single[index];
            if open && node.mark != Mark::Shared {
                self.fates[index] = self
                    .named(&links[index])
                    .or_else(|| self.inside(tree, node))
                    .or_else(|| self.same_name(tree, index, node));
            }
            if self.is_twin(index) && !node.mark.is_of_one_half() {
                self.pull(tree, index);
            }
        }
        self.decided() > before
    }

    fn decided(&self) -> usize {
        let single = self.single.iter().filter(|single| **single);
        self.fates.iter().flatten().count() + 2 * single.count()
    }

    fn named(&self, links: &[usize]) -> Option<Because> {
        let twin = links.iter().find(|&&other| self.is_twin(other));
        twin.map(|&other| Because::Names(other))
    }

    fn inside(&self, tree: &Tree, node: &Node) -> Option<Because> {
        let mut nodes = tree.nodes_of(node.child?);
        let twin = nodes.find(|(inner, _)| self.is_twin(*inner));
        twin.map(|(inner, _)| Because::Inside(inner))
    }

    /// A `use` imports everything of a name. A module is imported otherwise, and can stay.
    fn same_name(&self, tree: &Tree, index: usize, node: &Node) -> Option<Because> {
        if node.child.is_some() || matches!(node.item, Item::Use(_)) {
            return None;
        }
        let names = node.names.iter();
        let mut same = names.flat_map(|name| tree.named(node.module, name));
        let same = same.find(|&&other| {
            other != index && self.is_twin(other) && !matches!(tree.nodes[other].item, Item::Use(_))
        });
        same.map(|&other| Because::SameName(other))
    }

    fn pull(&mut self, tree: &Tree, index: usize) {
        let Some(parts) = self.parts[index].clone() else {
            return;
        };
        if parts.stand_twice(self) {
            return;
        }
        let free = parts
            .all()
            .find(|&part| tree.nodes[part].mark != Mark::Shared);
        if let Some(part) = free {
            self.fates[part] = Some(Because::Impl(index));
        } else if parts.all().next().is_some()
            && !matches!(self.fates[index], Some(Because::Holds(_) | Because::Marked))
        {
            self.fates[index] = None;
            self.single[index] = true;
        }
    }

    fn stands_twice(&self, index: usize) -> bool {
        let parts = self.parts[index].as_ref();
        parts.is_none_or(|parts| parts.stand_twice(self))
    }

    /// Paths from the crate's root, where it is not known whether they lead back.
    fn check_paths(&mut self, tree: &Tree, errors: &mut Errors) {
        if tree.outside.own.is_some() {
            return;
        }
        let name = &tree.modules[0].ident;
        let mut faulty = vec![false; tree.nodes.len()];
        for (index, node) in tree.nodes.iter().enumerate() {
            if node.mark == Mark::Shared || node.mark.is_of_one_half() {
                continue;
            }
            let mentions = node.mentions.iter();
            let mentions = mentions.filter(|mention| mention.text.starts_with("crate::"));
            let mentions = mentions.map(|mention| &mention.path);
            for path in mentions.chain(node.leaves.iter().map(|leaf| &leaf.path)) {
                let from_root = path.first().is_some_and(|first| *first == "crate");
                let Some(at) = path.iter().position(|ident| ident == name) else {
                    continue;
                };
                let found = tree.inside(&path[at + 1..]);
                if from_root && found.nodes().any(|node| self.is_twin(node)) {
                    let own = mentions::text(&path[..=at]);
                    errors.at(path[at].span(), messages::may_lead_back(&own));
                    faulty[index] = true;
                }
            }
        }
        self.faulty = faulty;
    }

    /// What cannot be emitted as it has been decided.
    fn check(&mut self, tree: &Tree, errors: &mut Errors) {
        let mut refused = Vec::new();
        for (index, node) in tree.nodes.iter().enumerate() {
            if !self.is_twin(index) || node.mark != Mark::None {
                continue;
            }
            let chain = || reason::chain(self, tree, index);
            match &node.item {
                Item::Static(item) => {
                    errors.at(item.ident.span(), messages::two_statics(&chain()));
                }
                Item::Macro(item) if item.ident.is_none() && defines::has_static(&item.mac) => {
                    errors.on(&item.mac.path, messages::two_statics(&chain()));
                }
                Item::Impl(item) if !self.stands_twice(index) => {
                    errors.at(item.impl_token.span, messages::impl_exists_once(&chain()));
                    refused.push(index);
                }
                _ => {}
            }
        }
        // A second one would be a second error.
        for index in refused {
            self.fates[index] = None;
        }
    }
}

fn parts(tree: &Tree, index: usize) -> Option<Rc<Parts>> {
    match &tree.nodes[index].item {
        Item::Impl(item) => Some(Rc::new(Parts::of(tree, index, item))),
        _ => None,
    }
}

/// What `pub use m::*` hands on: all that is in there.
fn handed_on(tree: &Tree, index: usize) -> Vec<usize> {
    let node = &tree.nodes[index];
    let globs = node
        .leaves
        .iter()
        .filter(|leaf| matches!(leaf.end, End::Glob) && tree.is_handed_on(index));
    let found = globs.map(|leaf| tree.resolve(node.module, leaf.leading, &leaf.path));
    found
        .flat_map(|found| {
            let inside = found
                .modules
                .iter()
                .flat_map(|&module| tree.nodes_of(module));
            let inside = inside.map(|(index, _)| index);
            inside.chain(found.nodes()).collect::<Vec<_>>()
        })
        .collect()
}
