//! Which calls in an item call something of the annotated module.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use proc_macro2::Ident;
use syn::{Generics, ImplItem, ImplItemFn, Item, ItemImpl, ItemTrait, Signature, TraitItem};

use super::mark::Mark;
use super::resolve::Found;
use super::sharing::Sharing;
use super::tree::Tree;
use crate::callee::Callee;
use crate::names::Known;
use crate::only::{self, Half};
use crate::returns;
use crate::values::{self, Gives, Methods, Types};

/// What the whole tree tells of its functions and methods.
pub(crate) struct Catalogue {
    /// By the index of the type or trait.
    methods: BTreeMap<usize, Rc<Methods>>,
    /// What functions return, by the index of the function, or of the type and its own name.
    gives: BTreeMap<(usize, Option<String>), Gives>,
}

impl Catalogue {
    pub(crate) fn new(tree: &Tree, sharing: &Sharing) -> Self {
        let mut methods: BTreeMap<usize, Methods> = BTreeMap::new();
        let impls = || {
            let nodes = tree.nodes.iter().enumerate();
            nodes.filter_map(|(index, node)| match &node.item {
                Item::Impl(item) => Some((index, item, sharing.parts[index].as_deref()?)),
                _ => None,
            })
        };
        for (index, node) in tree.nodes.iter().enumerate() {
            if let Item::Trait(item) = &node.item {
                let mut of_trait = of_trait(item);
                of_trait.extend(only::pairs(&node.item, Ident::clone));
                methods.insert(index, of_trait);
            }
        }
        for (index, item, parts) in impls() {
            for &ty in &parts.ty {
                let methods = methods.entry(ty).or_default();
                methods.extend(of_impl(&item.items));
                methods.extend(only::pairs(&tree.nodes[index].item, Ident::clone));
            }
        }
        for (_, _, parts) in impls() {
            for of_trait in &parts.of_trait {
                let inherited = methods.get(of_trait).cloned().unwrap_or_default();
                for ty in &parts.ty {
                    let own = methods.entry(*ty).or_default();
                    for (name, callee) in &inherited {
                        own.entry(name.clone()).or_insert_with(|| callee.clone());
                    }
                }
            }
        }
        for (index, _, parts) in impls() {
            let of_parts = parts.all().filter_map(|part| methods.get(&part).cloned());
            let all = of_parts.flatten().collect();
            methods.insert(index, all);
        }
        let methods = methods.into_iter();
        let mut catalogue = Self {
            methods: methods
                .map(|(index, methods)| (index, Rc::new(methods)))
                .collect(),
            gives: BTreeMap::new(),
        };
        for (index, item, parts) in impls() {
            for &ty in &parts.ty {
                catalogue.constructors(sharing, (index, item), ty);
            }
        }
        for (index, node) in tree.nodes.iter().enumerate() {
            if let Item::Fn(item) = &node.item {
                let types = catalogue.types(sharing, index);
                let gives = Gives::of(&item.sig.output, &types);
                catalogue.gives.insert((index, None), gives);
            }
        }
        catalogue
    }

    /// Functions without a receiver, of which a type's name is in front.
    fn constructors(&mut self, sharing: &Sharing, (index, item): (usize, &ItemImpl), ty: usize) {
        let mut types = self.types(sharing, index);
        if let Some(own) = self.methods.get(&ty) {
            types.insert("Self".to_owned(), own.clone());
        }
        for item in &item.items {
            if let ImplItem::Fn(ImplItemFn { sig, .. }) = item {
                if sig.receiver().is_none() {
                    let key = (ty, Some(sig.ident.to_string()));
                    self.gives.insert(key, Gives::of(&sig.output, &types));
                }
            }
        }
    }

    /// What is known inside one item.
    pub(crate) fn known(&self, tree: &Tree, sharing: &Sharing, index: usize) -> Known {
        // Blocking code of the author's own calls the twins.
        if tree.nodes[index].mark == Mark::Only(Half::Blocking) {
            return Known::default();
        }
        let mut known = Known {
            methods: self.methods.get(&index).cloned().unwrap_or_default(),
            ..Known::default()
        };
        for (mention, found) in sharing.named_by(index) {
            if let Some(callee) = self.callee(tree, found, mention.path.last()) {
                known.functions.insert(mention.text.clone(), callee);
            }
            if !found.hits.is_empty() {
                known.own.insert(mention.text.clone());
            }
            if let Some(origin) = &found.origin {
                known.library.insert(mention.text.clone(), origin.clone());
            }
            let gives = found.hits.iter().find_map(|hit| {
                let member = hit.member.as_ref().map(ToString::to_string);
                self.gives.get(&(hit.node, member))
            });
            if let Some(gives) = gives {
                known.gives.insert(mention.text.clone(), gives.clone());
            }
            if let Some(methods) = self.methods_of(found) {
                known.types.insert(mention.text.clone(), methods.clone());
            }
        }
        if let Item::Impl(item) = &tree.nodes[index].item {
            let parts = sharing.parts[index].iter();
            for &ty in parts.flat_map(|parts| &parts.ty) {
                self.fields(tree, sharing, ty, &item.generics, &mut known);
            }
        }
        known
    }

    /// The types that an item names, by the path by which it does.
    fn types(&self, sharing: &Sharing, index: usize) -> Types {
        let types = sharing.named_by(index).filter_map(|(mention, found)| {
            let methods = self.methods_of(found)?;
            Some((mention.text.clone(), methods.clone()))
        });
        types.collect()
    }

    /// Of a type or trait.
    fn methods_of(&self, found: &Found) -> Option<&Rc<Methods>> {
        let mut types = found.hits.iter().filter(|hit| hit.member.is_none());
        types.find_map(|hit| self.methods.get(&hit.node))
    }

    /// A field whose type is a parameter has the methods of its bounds.
    fn fields(
        &self,
        tree: &Tree,
        sharing: &Sharing,
        ty: usize,
        generics: &Generics,
        known: &mut Known,
    ) {
        let Item::Struct(item) = &tree.nodes[ty].item else {
            return;
        };
        let mut types = self.types(sharing, ty);
        types.extend(known.types.clone());
        let mut generics = generics.clone();
        generics.params.extend(item.generics.params.clone());
        for field in &item.fields {
            let methods = values::of_type(&field.ty, &generics, &types);
            if let (Some(name), Some(methods)) = (&field.ident, methods) {
                known.fields.insert(name.to_string(), methods);
            }
        }
    }

    fn callee(
        &self,
        tree: &Tree,
        found: &Found,
        last: Option<&proc_macro2::Ident>,
    ) -> Option<Callee> {
        let mut callees = found.hits.iter().filter_map(|hit| {
            let node = &tree.nodes[hit.node];
            match (&node.item, &hit.member) {
                // Shared code awaits what the async half has.
                _ if node.mark == Mark::Only(Half::Blocking) => None,
                (Item::Fn(item), None) => Some(Callee::of_function(
                    &item.sig,
                    Some(&item.block),
                    // An import may have renamed it, in both halves.
                    last.unwrap_or(&item.sig.ident),
                )),
                (_, Some(member)) if Some(member) == last => {
                    let methods = self.methods.get(&hit.node)?;
                    methods.get(&member.to_string()).cloned()
                }
                _ => None,
            }
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

/// Every async function and method, of whatever type.
pub(crate) fn async_names(tree: &Tree) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut note = |sig: &Signature| {
        if returns::has_twin(sig) {
            names.insert(sig.ident.to_string());
        }
    };
    for node in &tree.nodes {
        match &node.item {
            Item::Fn(item) => note(&item.sig),
            Item::Impl(item) => item.items.iter().for_each(|item| {
                if let ImplItem::Fn(method) = item {
                    note(&method.sig);
                }
            }),
            Item::Trait(item) => item.items.iter().for_each(|item| {
                if let TraitItem::Fn(method) = item {
                    note(&method.sig);
                }
            }),
            _ => {}
        }
    }
    names
}
