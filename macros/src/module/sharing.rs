//! Which items exist twice.
//!
//! An item is repeated if it holds something that is lowered, if it names something repeated, or
//! if an impl of it has to exist twice and could not; to a fixpoint.

use std::collections::BTreeSet;

use syn::{Item, ItemImpl};

use super::defines;
use super::impls::{self, Parts};
use super::leaf::End;
use super::mark::Mark;
use super::mentions::{self, Mention};
use super::reason::{self, Because};
use super::tree::{Node, Tree};
use crate::errors::Errors;
use crate::messages;

pub(crate) struct Sharing {
    /// By the index of the item.
    pub(crate) mentions: Vec<Vec<Mention>>,
    fates: Vec<Option<Because>>,
    /// Impls of shared types that name something repeated, but cannot stand twice.
    single: BTreeSet<usize>,
}

impl Sharing {
    pub(crate) fn new(tree: &Tree, errors: &mut Errors) -> Self {
        let mut sharing = Self {
            mentions: (0..tree.nodes.len())
                .map(|index| mentioned(tree, index))
                .collect(),
            fates: vec![None; tree.nodes.len()],
            single: BTreeSet::new(),
        };
        sharing.begin(tree, errors);
        let links = sharing.links(tree);
        while sharing.step(tree, &links) {}
        sharing.check(tree, errors);
        sharing
    }

    pub(crate) fn is_twin(&self, node: usize) -> bool {
        self.fates[node].is_some()
    }

    pub(crate) fn because(&self, node: usize) -> Option<&Because> {
        self.fates[node].as_ref()
    }

    /// What needs no other item.
    fn begin(&mut self, tree: &Tree, errors: &mut Errors) {
        for (index, node) in tree.nodes.iter().enumerate() {
            let mentions = &self.mentions[index];
            let holds = match &node.item {
                Item::Mod(_) | Item::Use(_) => None,
                item => mentions::lowered(item, mentions),
            };
            let mapped = mentions
                .iter()
                .find(|mention| tree.find(index, mention).mapped);
            self.fates[index] = match (node.mark, holds) {
                (Mark::Shared, Some(word)) => {
                    let what = reason::what(&node.item);
                    errors.at(word.span(), messages::cannot_share(&what, &word));
                    None
                }
                (Mark::Shared, None) => None,
                (Mark::Twin | Mark::Only(_), _) => Some(Because::Marked),
                (Mark::None, Some(word)) => Some(Because::Holds(word)),
                (Mark::None, None) => {
                    mapped.and_then(|mention| mention.path.first().cloned().map(Because::Mapped))
                }
            };
        }
    }

    /// Which items each item names.
    fn links(&self, tree: &Tree) -> Vec<Vec<usize>> {
        let of = |index: usize| {
            let mentions = self.mentions[index].iter();
            let found = mentions.map(|mention| tree.find(index, mention));
            let mut links: Vec<usize> = found
                .flat_map(|found| found.nodes().collect::<Vec<_>>())
                .collect();
            links.extend(handed_on(tree, index));
            links.sort_unstable();
            links.dedup();
            links.retain(|&other| other != index);
            links
        };
        (0..tree.nodes.len()).map(of).collect()
    }

    /// Whether anything has changed.
    fn step(&mut self, tree: &Tree, links: &[Vec<usize>]) -> bool {
        let decided = |this: &Self| this.fates.iter().flatten().count() + 2 * this.single.len();
        let before = decided(self);
        for (index, node) in tree.nodes.iter().enumerate() {
            let open = self.fates[index].is_none() && !self.single.contains(&index);
            if open && node.mark != Mark::Shared {
                self.fates[index] = self
                    .named(&links[index])
                    .or_else(|| self.inside(tree, node))
                    .or_else(|| self.same_name(tree, index, node));
            }
            if let (Item::Impl(item), true) = (&node.item, self.is_twin(index)) {
                if !node.mark.is_of_one_half() {
                    self.pull(tree, index, item);
                }
            }
        }
        decided(self) > before
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

    fn pull(&mut self, tree: &Tree, index: usize, item: &ItemImpl) {
        if impls::stands(self, tree, index, item) {
            return;
        }
        let parts = Parts::of(tree, index, item);
        let free = parts
            .all()
            .find(|&part| tree.nodes[part].mark != Mark::Shared);
        if let Some(part) = free {
            self.fates[part] = Some(Because::Impl(index));
        } else if parts.all().next().is_some()
            && !matches!(self.fates[index], Some(Because::Holds(_) | Because::Marked))
        {
            self.fates[index] = None;
            self.single.insert(index);
        }
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
                Item::Impl(item) if !impls::stands(self, tree, index, item) => {
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

fn mentioned(tree: &Tree, index: usize) -> Vec<Mention> {
    let node = &tree.nodes[index];
    match &node.item {
        Item::Mod(_) => Vec::new(),
        // A private import serves the items beside it; others hand on what they name.
        Item::Use(_) if !tree.is_handed_on(index) => Vec::new(),
        Item::Use(_) => {
            let leaves = node
                .leaves
                .iter()
                .filter(|leaf| !matches!(leaf.end, End::Glob));
            let mentions = leaves.map(|leaf| Mention {
                leading: leaf.leading,
                path: leaf.path.clone(),
            });
            mentions.collect()
        }
        item => mentions::of(item),
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
