//! `use super::*` in a module of twins, where what is shared is not known by name.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Item;

use super::child::Children;
use super::leaf::End;
use super::mark::Mark;
use super::shared::{cfgs, deeper};
use super::tree::Node;
use crate::attrs::Attributed as _;
use crate::only::Half;
use crate::table::Set;

impl Children<'_> {
    /// What a shared macro or derive defines is not known by name.
    pub(super) fn glob(&self, module: usize) -> TokenStream {
        let blocking = self.blocking;
        let markers = self.missing(module).into_iter().map(|name| {
            let krate = self.args.krate.as_ref().map_or_else(
                || quote_spanned!(name.span()=> ::await_me_maybe),
                ToTokens::to_token_stream,
            );
            quote!(use #krate::__private::this_is_only_async as #name;)
        });
        let repeated = self.repeated_by_globs(module);
        quote! {
            pub use super::*;
            use super::#blocking;
            #(#markers)*
            #(#repeated)*
        }
    }

    /// The names that the async half alone has.
    fn missing(&self, module: usize) -> Vec<&Ident> {
        let tree = self.tree;
        let is_missing = |node: &Node| node.mark == Mark::Only(Half::Async);
        let mut missing: Vec<&Ident> = tree
            .nodes_of(module)
            .filter(|(_, node)| is_missing(node))
            .flat_map(|(_, node)| &node.names)
            .filter(|name| {
                let mut nodes = tree.named(module, name).iter();
                nodes.all(|&node| is_missing(&tree.nodes[node]))
            })
            .collect();
        missing.sort_unstable();
        missing.dedup();
        missing
    }

    /// The author's own globs bring the twins, ours what they bring in the async half: the twins
    /// are meant.
    ///
    /// Input:  `mod m { use super::*; }`, in a module with an `async fn get`
    /// Output: `use super::super::blocking::get;`
    fn repeated_by_globs(&self, module: usize) -> Vec<TokenStream> {
        let tree = self.tree;
        let mut imports = Vec::new();
        let mut seen = Set::default();
        for (_, node) in tree.nodes_of(module) {
            let Item::Use(item) = &node.item else {
                continue;
            };
            let globs = node
                .leaves
                .iter()
                .filter(|leaf| matches!(leaf.end, End::Glob));
            for leaf in globs {
                let from = tree.resolve(module, leaf.leading, &leaf.path).modules;
                let mut names = Vec::new();
                for other in from {
                    self.repeated_in(other, module, &mut vec![module], &mut names);
                }
                for (name, of) in names {
                    if !tree.named(module, name).is_empty() {
                        continue;
                    }
                    let mut path = leaf.path.clone();
                    path.push(name.clone());
                    let path = self.at(module, Mark::None, |place| place.import(&path, false));
                    let vis = deeper(&item.vis, name.span());
                    let mut of = of.item.clone();
                    let own = cfgs(&item.attrs);
                    let cfgs = cfgs(of.attrs().map_or(&[], |attrs| attrs));
                    if seen.insert(quote!(#(#cfgs)* #name).to_string()) {
                        imports.push(quote!(#(#own)* #(#cfgs)* #vis use #path;));
                    }
                }
            }
        }
        imports
    }

    /// The names in a module that mean something else in each half, as far as `user` sees them.
    fn repeated_in<'n>(
        &'n self,
        module: usize,
        user: usize,
        seen: &mut Vec<usize>,
        out: &mut Vec<(&'n Ident, &'n Node)>,
    ) {
        let tree = self.tree;
        if seen.contains(&module) {
            return;
        }
        seen.push(module);
        let is_above = tree.is_within(user, module);
        for (index, node) in tree.nodes_of(module) {
            if node.mark == Mark::Only(Half::Async) || !(is_above || tree.is_handed_on(index)) {
                continue;
            }
            for name in &node.names {
                let found = || tree.resolve(module, false, std::slice::from_ref(name));
                let imported = matches!(node.item, Item::Use(_)) && {
                    let found = found();
                    found.mapped || found.nodes().any(|other| self.sharing.is_twin(other))
                };
                if self.sharing.is_twin(index) || imported {
                    out.push((name, node));
                }
            }
            for leaf in node
                .leaves
                .iter()
                .filter(|leaf| matches!(leaf.end, End::Glob))
            {
                for other in tree.resolve(module, leaf.leading, &leaf.path).modules {
                    self.repeated_in(other, user, seen, out);
                }
            }
        }
    }
}
