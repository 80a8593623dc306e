//! `use` as a list of imports.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::{ItemUse, Token, UseTree};

/// One import of a `use`.
pub(crate) struct Leaf {
    pub(crate) leading: bool,
    pub(crate) path: Vec<Ident>,
    pub(crate) end: End,
}

pub(crate) enum End {
    Name,
    As(Ident),
    /// `as _`
    Hidden,
    Glob,
}

impl Leaf {
    /// The name it binds.
    pub(crate) fn binding(&self) -> Option<&Ident> {
        match &self.end {
            End::Name => self.path.last().filter(|last| *last != "self"),
            End::As(name) => Some(name),
            End::Hidden | End::Glob => None,
        }
    }
}

pub(crate) fn leaves(item: &ItemUse) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let mut path = Vec::new();
    branch(
        &item.tree,
        item.leading_colon.is_some(),
        &mut path,
        &mut leaves,
    );
    leaves
}

fn branch(tree: &UseTree, leading: bool, path: &mut Vec<Ident>, out: &mut Vec<Leaf>) {
    let mut leaf = |path: &[Ident], last: Option<&Ident>, end: End| {
        let mut path = path.to_vec();
        // `a::{self}` names `a`.
        match last {
            Some(last) if *last == "self" && !path.is_empty() => {}
            Some(last) => path.push(last.clone()),
            None => {}
        }
        out.push(Leaf { leading, path, end });
    };
    match tree {
        UseTree::Name(name) => leaf(path, Some(&name.ident), End::Name),
        UseTree::Rename(rename) if rename.rename == "_" => {
            leaf(path, Some(&rename.ident), End::Hidden);
        }
        UseTree::Rename(rename) => {
            leaf(path, Some(&rename.ident), End::As(rename.rename.clone()));
        }
        UseTree::Glob(_) => leaf(path, None, End::Glob),
        UseTree::Path(inner) => {
            path.push(inner.ident.clone());
            branch(&inner.tree, leading, path, out);
            path.pop();
        }
        UseTree::Group(group) => {
            let items: &Punctuated<UseTree, Token![,]> = &group.items;
            for tree in items {
                branch(tree, leading, path, out);
            }
        }
    }
}
