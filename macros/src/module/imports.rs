//! The author's imports, in a module of twins.

use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Item, ItemUse};

use super::child::Children;
use super::leaf::{self, End};
use super::shared::deeper;
use super::tree::Node;

impl Children<'_> {
    /// Each import of a `use`, one module deeper.
    pub(super) fn imports(&mut self, node: &Node, item: &ItemUse) -> TokenStream {
        let replaced = Rc::make_mut(&mut self.args.replace).imports(item);
        let replaced = replaced.as_deref().unwrap_or(std::slice::from_ref(item));
        let vis = deeper(&item.vis, item.use_token.span);
        let attrs = item
            .attrs
            .iter()
            .filter(|attr| !attr.path().is_ident("doc"));
        let attrs: Vec<&Attribute> = attrs.collect();
        // The author's levels are nearer than those of the module of twins.
        let lints = (!attrs.is_empty()).then(|| {
            quote!(#[allow(forbidden_lint_groups, unused_imports, deprecated, unreachable_pub, clippy::pub_use)])
        });
        let place_tokens = |path: &[Ident], follows: bool| {
            self.at(node.module, node.mark, |place| place.import(path, follows))
        };
        // The import of a shared item brings its other namespaces along.
        let comes_along = |name: &Ident| {
            let mut nodes = self.tree.named(node.module, name).iter();
            nodes.any(|&other| {
                !self.sharing.is_twin(other)
                    && !matches!(self.tree.nodes[other].item, Item::Use(_) | Item::Macro(_))
            })
        };
        let leaves = replaced.iter().flat_map(leaf::leaves);
        let leaves = leaves.filter(|leaf| !leaf.binding().is_some_and(comes_along));
        let imports = leaves.map(|leaf| {
            let colons = leaf.leading.then(|| quote!(::));
            let binding = leaf
                .binding()
                .filter(|_| self.is_own(node.module, &leaf.path));
            // `use super::X as super` cannot be: what ends in a keyword has a name.
            let (follows, end) = match (&leaf.end, binding) {
                // The annotated module itself: its twin has another name.
                (_, Some(name)) => (true, Some(quote!({self as #name}))),
                (End::Name, None) => (false, None),
                (End::As(name), None) => (false, Some(quote!(as #name))),
                (End::Hidden, None) => (false, Some(quote!(as _))),
                (End::Glob, None) => (!leaf.path.is_empty(), Some(quote!(*))),
            };
            let path = place_tokens(&leaf.path, follows);
            quote!(#(#attrs)* #lints #vis use #colons #path #end;)
        });
        imports.collect()
    }

    fn is_own(&self, module: usize, path: &[Ident]) -> bool {
        let depth = self.tree.modules[module].depth;
        self.tree.own_path(path, depth) == Some(path.len())
    }
}
