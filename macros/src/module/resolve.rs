//! Which item a path means, as far as the annotated module tells.

use proc_macro2::Ident;
use syn::Item;

use super::impls;
use super::leaf::End;
use super::mark::Mark;
use super::mentions::Mention;
use super::tree::{Node, Tree};
use crate::shape;

/// `use` can be circular, and can make a path longer each time around.
const LONGEST_CHAIN: usize = 32;
/// How many globs may each be needed to find where the next one leads.
const GLOBS_OF_GLOBS: usize = 2;

#[derive(Default)]
pub(crate) struct Found {
    pub(crate) hits: Vec<Hit>,
    /// The path may mean one of these.
    pub(crate) modules: Vec<usize>,
    pub(crate) mapped: bool,
    /// What it means in the mirror, from its root on.
    pub(crate) origin: Option<Vec<String>>,
}

/// One item that a path may mean: there can be one in each namespace, and for each `cfg`.
pub(crate) struct Hit {
    pub(crate) node: usize,
    /// Behind a type: `connect` of `Client::connect`.
    pub(crate) member: Option<Ident>,
    /// How many segments stand behind the item's own.
    behind: usize,
}

impl Found {
    pub(crate) fn nodes(&self) -> impl Iterator<Item = usize> {
        self.hits.iter().map(|hit| hit.node)
    }
}

impl Tree {
    /// What an item means by a path in it.
    pub(crate) fn find(&self, node: usize, mention: &Mention) -> Found {
        let module = self.nodes[node].module;
        let first = mention.text.split(':').next().unwrap_or_default();
        if self.knows_nothing(module, first) {
            return Found::default();
        }
        self.resolve(module, mention.leading, &mention.path)
    }

    /// Whether no path can mean anything here that begins with this word.
    fn knows_nothing(&self, module: usize, first: &str) -> bool {
        !matches!(first, "self" | "super" | "crate")
            && self.modules[module].globs.is_empty()
            && self.named_text(module, first).is_empty()
            && !self.outside.mapped.may_match(first)
    }

    /// What a path means that starts in the annotated module.
    pub(crate) fn inside(&self, path: &[Ident]) -> Found {
        let mut search = self.search();
        search.inside(0, path);
        search.found
    }

    /// How many segments lead to the annotated module, from that far inside it.
    pub(crate) fn own_path(&self, path: &[Ident], depth: usize) -> Option<usize> {
        let supers = path.iter().take_while(|ident| **ident == "super").count();
        if supers > 0 {
            let next = path.get(supers)?;
            let leads = supers == depth + 1 && *next == self.modules[0].ident;
            return leads.then_some(supers + 1);
        }
        let own = self.outside.own.as_ref()?;
        path.starts_with(own).then_some(own.len())
    }

    fn search(&self) -> Search<'_> {
        Search {
            tree: self,
            found: Found::default(),
            seen: Vec::new(),
            depth: 0,
            open: Vec::new(),
        }
    }

    pub(crate) fn resolve(&self, module: usize, leading: bool, path: &[Ident]) -> Found {
        let mut search = self.search();
        search.path(module, leading, path);
        search.found
    }
}

struct Search<'a> {
    tree: &'a Tree,
    found: Found,
    /// What has been looked up, and where.
    seen: Vec<(usize, bool, Vec<Ident>)>,
    depth: usize,
    /// The imports we are at, of which it is not known yet where they lead.
    open: Vec<Open>,
}

/// An import is not used to find the beginning of its own path: of two globs that lead out of the
/// module each would be looked for in the other one, over and over.
struct Open {
    node: usize,
    leaf: usize,
    is_glob: bool,
    /// How many segments stand behind its own path.
    behind: usize,
}

impl Search<'_> {
    fn path(&mut self, module: usize, leading: bool, path: &[Ident]) {
        let again = |(other, leads, seen): &(usize, bool, Vec<Ident>)| {
            *other == module && *leads == leading && seen == path
        };
        if self.depth == LONGEST_CHAIN || self.seen.iter().any(again) {
            return;
        }
        self.seen.push((module, leading, path.to_vec()));
        self.depth += 1;
        self.from(module, leading, path);
        self.depth -= 1;
    }

    fn from(&mut self, module: usize, leading: bool, path: &[Ident]) {
        let [first, rest @ ..] = path else { return };
        let word = first.to_string();
        let mapped = &self.tree.outside.mapped;
        if mapped.may_match(&word) && mapped.matches(leading, path) {
            self.found.mapped = true;
            self.found.origin = mapped.mapped_to(path);
            return;
        }
        if leading {
            return;
        }
        if word == "self" {
            if rest.first().is_some_and(|next| *next == "super") {
                self.path(module, false, rest);
            } else {
                self.inside(module, rest);
            }
        } else if word == "super" {
            if let Some(behind) = self.tree.own_path(path, self.tree.modules[module].depth) {
                self.inside(0, &path[behind..]);
            } else if let Some(parent) = self.tree.modules[module].parent {
                if rest.first().is_some_and(|next| *next == "super") {
                    self.path(parent, false, rest);
                } else {
                    self.inside(parent, rest);
                }
            }
        } else if word == "crate" {
            if let Some(behind) = self.tree.own_path(path, self.tree.modules[module].depth) {
                self.inside(0, &path[behind..]);
            }
        } else {
            self.inside(module, path);
        }
    }

    /// What `path` means in there.
    fn inside(&mut self, module: usize, path: &[Ident]) {
        let [name, rest @ ..] = path else {
            self.found.modules.push(module);
            return;
        };
        let tree = self.tree;
        let nodes = tree.named(module, name);
        for &index in nodes {
            self.named(index, &tree.nodes[index], name, rest);
        }
        if nodes.is_empty() {
            self.globs(module, path);
        }
    }

    fn named(&mut self, index: usize, node: &Node, name: &Ident, rest: &[Ident]) {
        if let Some(child) = node.child {
            self.inside(child, rest);
            if !rest.is_empty() {
                return;
            }
        }
        match &node.item {
            Item::Use(_) if !node.mark.is_of_one_half() => {
                for (number, leaf) in node.leaves.iter().enumerate() {
                    if leaf.binding() == Some(name) {
                        self.import(index, number, rest.len() + 1, rest);
                    }
                }
                return;
            }
            // These have no members: it is the module or type of that name.
            Item::Const(_) | Item::Fn(_) | Item::ForeignMod(_) | Item::Static(_)
                if !rest.is_empty() =>
            {
                return;
            }
            Item::Type(alias) if !rest.is_empty() && node.mark != Mark::Shared => {
                if let Some(mut mention) = impls::head(&alias.ty) {
                    mention.path.extend_from_slice(rest);
                    self.path(node.module, mention.leading, &mention.path);
                }
            }
            _ => {}
        }
        self.found.hits.push(Hit {
            node: index,
            member: rest.first().cloned(),
            behind: rest.len(),
        });
    }

    fn globs(&mut self, module: usize, path: &[Ident]) {
        let tree = self.tree;
        for &node in &tree.modules[module].globs {
            for (number, leaf) in tree.nodes[node].leaves.iter().enumerate() {
                if matches!(leaf.end, End::Glob) {
                    self.glob(node, number, path);
                }
            }
        }
    }

    /// What the import of that number in a `use` means, with `rest` behind it; `length` is that of
    /// the path which has led to it.
    fn import(&mut self, node: usize, number: usize, length: usize, rest: &[Ident]) {
        let tree = self.tree;
        let leaf = &tree.nodes[node].leaves[number];
        let is_glob = matches!(leaf.end, End::Glob);
        let pending = |open: &&Open| open.behind < length;
        let again = |open: &Open| open.node == node && open.leaf == number;
        let globs = self.open.iter().filter(pending).filter(|open| open.is_glob);
        if self.open.iter().filter(pending).any(again) || is_glob && globs.count() == GLOBS_OF_GLOBS
        {
            return;
        }
        let outer = std::mem::take(&mut self.open);
        let pending = outer.iter().filter(pending).map(|open| Open { ..*open });
        self.open.extend(pending);
        self.open.push(Open {
            node,
            leaf: number,
            is_glob,
            behind: rest.len(),
        });
        let mut path = leaf.path.clone();
        path.extend_from_slice(rest);
        self.path(tree.nodes[node].module, leaf.leading, &path);
        self.open = outer;
    }

    fn glob(&mut self, node: usize, number: usize, path: &[Ident]) {
        let leaf = &self.tree.nodes[node].leaves[number];
        if self
            .tree
            .outside
            .mapped
            .matches_all(leaf.leading, &leaf.path)
        {
            // What is in there is not known: only that it is neither std's nor a variable.
            self.found.mapped |= may_be_imported(path);
            return;
        }
        let before = self.found.hits.len();
        self.import(node, number, path.len(), path);
        // `Kind::*` brings variants, and nothing else.
        let tree = self.tree;
        let mut index = 0;
        self.found.hits.retain(|hit| {
            index += 1;
            let new = index > before && hit.behind >= path.len();
            !new || has_variant(&tree.nodes[hit.node].item, &path[0])
        });
    }
}

fn has_variant(item: &Item, name: &Ident) -> bool {
    matches!(item, Item::Enum(item) if item.variants.iter().any(|variant| variant.ident == *name))
}

/// Whether a path may start with a name that a glob has imported.
fn may_be_imported(path: &[Ident]) -> bool {
    const ROOTS: [&str; 6] = ["alloc", "core", "isize", "std", "test", "usize"];
    path.first().is_some_and(|first| {
        (path.len() > 1 || shape::is_upper(first))
            && !shape::is_everywhere(first)
            && !shape::is_one_of(first, &ROOTS)
    })
}
