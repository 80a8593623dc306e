//! `use`: a tree in which a rule matches is written as the list of its leaves.

use proc_macro2::Ident;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Item, ItemUse, Token, UseGlob, UseGroup, UseName, UsePath, UseRename, UseTree, token};

use super::Replacements;
use crate::emit;

/// One name that is imported, or all of a module.
struct Leaf {
    leading: bool,
    path: Vec<Ident>,
    end: End,
}

enum End {
    /// `a::b`
    Name,
    /// `a::b as c`
    Rename(Token![as], Ident),
    /// `a::b::{self}`, `a::b::{self as c}`
    Module(Ident, Option<(Token![as], Ident)>),
    /// `a::b::*`
    Glob(UseGlob),
}

impl Replacements {
    /// Input:  `use reqwest::{Client, Response as R};`, with `reqwest::Client = blocking::Http`
    /// Output: `use {blocking::Http as Client, reqwest::Response as R};`
    ///
    /// `None` if no rule matches; two if only some of them begin with `::`.
    pub(crate) fn imports(&mut self, item: &ItemUse) -> Option<Vec<ItemUse>> {
        let mut leaves = Vec::new();
        let leading = item.leading_colon.is_some();
        flatten(&item.tree, leading, &mut Vec::new(), &mut leaves);
        let mut replaced = false;
        for leaf in &mut leaves {
            replaced |= self.leaf(leaf);
        }
        if !replaced {
            return None;
        }
        let (leading, other): (Vec<Leaf>, Vec<Leaf>) =
            leaves.into_iter().partition(|leaf| leaf.leading);
        let imports = [leading, other].into_iter();
        Some(imports.filter_map(|leaves| import(item, leaves)).collect())
    }

    /// The same in the place of a single item.
    pub(super) fn import(&mut self, item: &ItemUse) -> Option<Item> {
        let mut imports = self.imports(item)?;
        Some(match (imports.pop()?, imports.as_slice()) {
            (import, []) => Item::Use(import),
            (last, others) => Item::Verbatim(quote!(#(#others)* #last)),
        })
    }

    fn leaf(&mut self, leaf: &mut Leaf) -> bool {
        let idents: Vec<&Ident> = leaf.path.iter().collect();
        let Some(found) = self.replacement(leaf.leading, &idents, true) else {
            return false;
        };
        let written = leaf.path.last().cloned();
        let rest = leaf.path.split_off(found.taken);
        leaf.path = found.idents;
        leaf.path.extend(rest);
        leaf.leading = found.leading_colon.is_some();
        if let Some(written) = written {
            leaf.keep_name(written);
        }
        if let Some(name) = leaf.binds() {
            self.note_import(name, leaf.leading, &leaf.path);
        }
        true
    }
}

impl Leaf {
    /// The body goes on using the name that was imported.
    fn keep_name(&mut self, written: Ident) {
        if self.path.last() == Some(&written) {
            return;
        }
        let renamed = Token![as](emit::ours(written.span()));
        match &mut self.end {
            End::Name => self.end = End::Rename(renamed, written),
            End::Module(_, name @ None) => *name = Some((renamed, written)),
            _ => {}
        }
    }

    fn binds(&self) -> Option<&Ident> {
        match &self.end {
            End::Name | End::Module(_, None) => self.path.last(),
            End::Rename(_, name) | End::Module(_, Some((_, name))) => Some(name),
            End::Glob(_) => None,
        }
    }

    fn into_tree(mut self) -> Option<UseTree> {
        let end = match self.end {
            End::Name => UseTree::Name(UseName {
                ident: self.path.pop()?,
            }),
            End::Rename(as_token, rename) => UseTree::Rename(UseRename {
                ident: self.path.pop()?,
                as_token,
                rename,
            }),
            End::Module(ident, name) => {
                let own = match name {
                    None => UseTree::Name(UseName { ident }),
                    Some((as_token, rename)) => UseTree::Rename(UseRename {
                        ident,
                        as_token,
                        rename,
                    }),
                };
                group([own].into_iter().collect())
            }
            End::Glob(glob) => UseTree::Glob(glob),
        };
        let tree = self.path.into_iter().rev().fold(end, |tree, ident| {
            UseTree::Path(UsePath {
                colon2_token: Token![::](emit::ours(ident.span())),
                ident,
                tree: Box::new(tree),
            })
        });
        Some(tree)
    }
}

fn flatten(tree: &UseTree, leading: bool, prefix: &mut Vec<Ident>, leaves: &mut Vec<Leaf>) {
    let mut leaf = |last: Option<&Ident>, end| {
        let path = prefix.iter().chain(last).cloned().collect();
        leaves.push(Leaf { leading, path, end });
    };
    match tree {
        UseTree::Name(name) if name.ident == "self" && !prefix.is_empty() => {
            leaf(None, End::Module(name.ident.clone(), None));
        }
        UseTree::Name(name) => leaf(Some(&name.ident), End::Name),
        UseTree::Rename(name) if name.ident == "self" && !prefix.is_empty() => {
            let renamed = (name.as_token, name.rename.clone());
            leaf(None, End::Module(name.ident.clone(), Some(renamed)));
        }
        UseTree::Rename(name) => {
            leaf(
                Some(&name.ident),
                End::Rename(name.as_token, name.rename.clone()),
            );
        }
        UseTree::Glob(glob) => leaf(None, End::Glob(glob.clone())),
        UseTree::Path(path) => {
            prefix.push(path.ident.clone());
            flatten(&path.tree, leading, prefix, leaves);
            prefix.pop();
        }
        UseTree::Group(group) => {
            for tree in &group.items {
                flatten(tree, leading, prefix, leaves);
            }
        }
    }
}

/// All of the leaves begin with `::`, or none of them does.
fn import(item: &ItemUse, leaves: Vec<Leaf>) -> Option<ItemUse> {
    let leading = leaves.first()?.leading;
    let trees: Punctuated<UseTree, Token![,]> =
        leaves.into_iter().filter_map(Leaf::into_tree).collect();
    let mut item = item.clone();
    item.leading_colon = leading.then(|| Token![::](emit::ours(item.use_token.span)));
    item.tree = match (trees.len(), trees.first()) {
        (1, Some(tree)) => tree.clone(),
        _ => group(trees),
    };
    Some(item)
}

fn group(items: Punctuated<UseTree, Token![,]>) -> UseTree {
    UseTree::Group(UseGroup {
        brace_token: token::Brace::default(),
        items,
    })
}
