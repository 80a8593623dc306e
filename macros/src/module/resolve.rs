//! Which item a path means, as far as the annotated module tells.

use proc_macro2::Ident;
use syn::Item;

use super::mentions::Mention;
use super::tree::{End, Node, Tree};

/// `use` can be circular.
const LONGEST_CHAIN: usize = 32;

#[derive(Default)]
pub(crate) struct Found {
    pub(crate) nodes: Vec<usize>,
    /// Behind a type: `connect` of `Client::connect`.
    pub(crate) member: Option<Ident>,
    pub(crate) mapped: bool,
}

impl Tree {
    /// What an item means by a path in it.
    pub(crate) fn find(&self, node: usize, mention: &Mention) -> Found {
        self.resolve(self.nodes[node].module, mention.leading, &mention.path)
    }

    pub(crate) fn resolve(&self, module: usize, leading: bool, path: &[Ident]) -> Found {
        let mut search = Search {
            tree: self,
            found: Found::default(),
            left: LONGEST_CHAIN,
        };
        search.path(module, leading, path);
        search.found
    }
}

struct Search<'a> {
    tree: &'a Tree,
    found: Found,
    left: usize,
}

impl Search<'_> {
    fn path(&mut self, module: usize, leading: bool, path: &[Ident]) {
        let Some(left) = self.left.checked_sub(1) else {
            return;
        };
        self.left = left;
        if self.tree.outside.mapped.matches(leading, path) {
            self.found.mapped = true;
            return;
        }
        let [first, rest @ ..] = path else { return };
        if leading {
            return;
        }
        if first == "self" {
            self.inside(module, rest);
        } else if first == "super" {
            if let Some(parent) = self.tree.modules[module].parent {
                if rest.first().is_some_and(|next| *next == "super") {
                    self.path(parent, false, rest);
                } else {
                    self.inside(parent, rest);
                }
            }
        } else if first == "crate" {
            let own = self.tree.outside.own.as_deref();
            if let Some(rest) = own.and_then(|own| path.strip_prefix(own)) {
                self.inside(0, rest);
            }
        } else {
            self.inside(module, path);
        }
    }

    /// What `path` means in there; whether it means anything.
    fn inside(&mut self, module: usize, path: &[Ident]) -> bool {
        let [name, rest @ ..] = path else {
            return false;
        };
        let mut any = false;
        for (index, node) in self.tree.nodes_of(module) {
            if node.names.contains(name) {
                any = true;
                self.named(index, node, name, rest);
            }
        }
        any || self.globs(module, path)
    }

    fn named(&mut self, index: usize, node: &Node, name: &Ident, rest: &[Ident]) {
        if let (Some(child), false) = (node.child, rest.is_empty()) {
            self.inside(child, rest);
            return;
        }
        if !matches!(node.item, Item::Use(_)) || node.mark.is_of_one_half() {
            self.found.nodes.push(index);
            self.found.member = rest.first().cloned();
            return;
        }
        for leaf in &node.leaves {
            if leaf.binding() == Some(name) {
                let mut path = leaf.path.clone();
                path.extend_from_slice(rest);
                self.path(node.module, leaf.leading, &path);
            }
        }
    }

    fn globs(&mut self, module: usize, path: &[Ident]) -> bool {
        let before = self.found.nodes.len();
        for (_, node) in self.tree.nodes_of(module) {
            for leaf in &node.leaves {
                if matches!(leaf.end, End::Glob) {
                    let mut path_behind = leaf.path.clone();
                    path_behind.extend_from_slice(path);
                    self.path(module, leaf.leading, &path_behind);
                }
            }
        }
        self.found.nodes.len() > before
    }
}
