//! Which calls in an item call something of the annotated module.

use std::collections::BTreeMap;

use syn::{ImplItem, Item, ItemTrait, TraitItem};

use super::impls::Parts;
use super::mark::Mark;
use super::resolve::Found;
use super::sharing::Sharing;
use super::tree::Tree;
use crate::callee::Callee;
use crate::names::Known;
use crate::only::Half;

type Methods = BTreeMap<String, Callee>;

/// What the whole tree tells of its functions and methods.
pub(crate) struct Catalogue {
    /// By the index of the type or trait.
    methods: BTreeMap<usize, Methods>,
}

impl Catalogue {
    pub(crate) fn new(tree: &Tree) -> Self {
        let mut catalogue = Self {
            methods: BTreeMap::new(),
        };
        for (index, node) in tree.nodes.iter().enumerate() {
            match &node.item {
                Item::Trait(item) => catalogue.add(index, of_trait(item)),
                Item::Impl(item) => {
                    let parts = Parts::of(tree, index, item);
                    for ty in parts.ty {
                        catalogue.add(ty, of_impl(&item.items));
                    }
                }
                _ => {}
            }
        }
        for (index, node) in tree.nodes.iter().enumerate() {
            let Item::Impl(item) = &node.item else {
                continue;
            };
            let parts = Parts::of(tree, index, item);
            for of_trait in &parts.of_trait {
                let methods = catalogue.methods.get(of_trait).cloned().unwrap_or_default();
                for ty in &parts.ty {
                    catalogue.add(*ty, methods.clone());
                }
            }
            catalogue
                .methods
                .insert(index, catalogue.of_impl_block(&parts));
        }
        catalogue
    }

    fn add(&mut self, node: usize, methods: Methods) {
        let all = self.methods.entry(node).or_default();
        for (name, callee) in methods {
            all.entry(name).or_insert(callee);
        }
    }

    fn of_impl_block(&self, parts: &Parts) -> Methods {
        let nodes = parts.ty.iter().chain(&parts.of_trait);
        let methods = nodes.filter_map(|node| self.methods.get(node));
        methods
            .flatten()
            .map(|(name, callee)| (name.clone(), callee.clone()))
            .collect()
    }

    /// What is known inside one item.
    pub(crate) fn known(&self, tree: &Tree, sharing: &Sharing, index: usize) -> Known {
        let mut functions = BTreeMap::new();
        for mention in &sharing.mentions[index] {
            let found = tree.find(index, mention);
            if let Some(callee) = self.callee(tree, &found, mention.path.last()) {
                functions.insert(mention.text(), callee);
            }
        }
        Known {
            functions,
            methods: self.methods.get(&index).cloned().unwrap_or_default(),
        }
    }

    fn callee(
        &self,
        tree: &Tree,
        found: &Found,
        last: Option<&proc_macro2::Ident>,
    ) -> Option<Callee> {
        let member = found.member.as_ref();
        if member.is_some() && member != last {
            return None;
        }
        let mut callees =
            found
                .nodes
                .iter()
                .filter_map(|&node| match (&tree.nodes[node].item, member) {
                    _ if tree.nodes[node].mark == Mark::Only(Half::Async) => None,
                    (Item::Fn(item), None) => Some(Callee::of_function(
                        &item.sig,
                        Some(&item.block),
                        &item.sig.ident,
                    )),
                    (_, Some(member)) => self.methods.get(&node)?.get(&member.to_string()).cloned(),
                    _ => None,
                });
        callees.next()
    }
}

fn of_trait(item: &ItemTrait) -> Methods {
    let methods = item.items.iter().filter_map(|item| match item {
        TraitItem::Fn(method) => {
            let sig = &method.sig;
            let callee = Callee::of_function(sig, method.default.as_ref(), &sig.ident);
            Some((sig.ident.to_string(), callee))
        }
        _ => None,
    });
    methods.collect()
}

fn of_impl(items: &[ImplItem]) -> Methods {
    let methods = items.iter().filter_map(|item| match item {
        ImplItem::Fn(method) => {
            let sig = &method.sig;
            let callee = Callee::of_function(sig, Some(&method.block), &sig.ident);
            Some((sig.ident.to_string(), callee))
        }
        _ => None,
    });
    methods.collect()
}
