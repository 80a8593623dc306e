//! Which calls in an item call something of the annotated module.

use std::rc::Rc;

use proc_macro2::Ident;
use syn::{Generics, ImplItem, ImplItemFn, Item, ItemImpl, ItemTrait, Signature, TraitItem};

use super::mark::Mark;
use super::resolve::Found;
use super::sharing::Sharing;
use super::tree::Tree;
use crate::callee::Callee;
use crate::into_future;
use crate::names::Known;
use crate::only::{self, Half};
use crate::returns;
use crate::table::{Set, Table};
use crate::values::{self, Gives, Methods, Types};
use crate::words::Words;

/// What the whole tree tells of its functions and methods.
pub(crate) struct Catalogue {
    /// By the index of the type, trait or impl.
    pub(super) methods: Vec<Option<Rc<Methods>>>,
    /// What functions return, by their index.
    gives: Vec<Option<Gives>>,
    /// The same of those in an impl, by the index of the type and their name.
    constructors: Vec<Table<Gives>>,
    /// The same of methods, by their name alone.
    returned: Rc<Types>,
    /// The words of all items.
    pub(super) words: Words,
}

impl Catalogue {
    pub(crate) fn new(tree: &Tree, sharing: &Sharing) -> Self {
        let mut methods: Vec<Option<Methods>> = vec![None; tree.nodes.len()];
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
                of_trait.extend_from(&only::pairs(&node.item, Ident::clone));
                methods[index] = Some(of_trait);
            }
        }
        for (index, item, parts) in impls() {
            // What is awaited itself has no method `into_future` in the twin.
            if into_future::is_one(item) {
                continue;
            }
            for &ty in &parts.ty {
                let methods = methods[ty].get_or_insert_default();
                methods.extend_from(&of_impl(&item.items));
                methods.extend_from(&only::pairs(&tree.nodes[index].item, Ident::clone));
            }
        }
        for (_, _, parts) in impls() {
            for of_trait in &parts.of_trait {
                let inherited = methods[*of_trait].clone().unwrap_or_default();
                for ty in &parts.ty {
                    let own = methods[*ty].get_or_insert_default();
                    for (name, callee) in inherited.iter() {
                        own.or_insert(name.clone(), callee.clone());
                    }
                }
            }
        }
        let methods = methods.into_iter();
        let mut catalogue = Self {
            methods: methods.map(|methods| methods.map(Rc::new)).collect(),
            gives: vec![None; tree.nodes.len()],
            constructors: vec![Table::default(); tree.nodes.len()],
            returned: Rc::default(),
            words: tree.words(),
        };
        for (index, _, parts) in impls() {
            let of_parts = parts
                .all()
                .filter_map(|part| catalogue.methods[part].clone());
            catalogue.methods[index] = values::together(of_parts);
        }
        for (index, item, parts) in impls() {
            for &ty in &parts.ty {
                catalogue.constructors(sharing, (index, item), ty);
            }
        }
        catalogue.returned = Rc::new(catalogue.returned_by_methods(tree, sharing));
        for (index, node) in tree.nodes.iter().enumerate() {
            if let Item::Fn(item) = &node.item {
                let types = catalogue.types(sharing, index);
                let gives = Gives::of(&item.sig.output, &types);
                catalogue.gives[index] = Some(gives);
            }
        }
        catalogue
    }

    /// Functions without a receiver, of which a type's name is in front.
    fn constructors(&mut self, sharing: &Sharing, (index, item): (usize, &ItemImpl), ty: usize) {
        let mut types = self.types(sharing, index);
        if let Some(own) = &self.methods[ty] {
            types.insert("Self".to_owned(), own.clone());
        }
        for item in &item.items {
            if let ImplItem::Fn(ImplItemFn { sig, .. }) = item {
                if sig.receiver().is_none() {
                    let gives = Gives::of(&sig.output, &types);
                    self.constructors[ty].insert(sig.ident.to_string(), gives);
                }
            }
        }
    }

    /// What is known inside one item.
    pub(crate) fn known(&self, tree: &Tree, sharing: &Sharing, index: usize) -> Known {
        // Blocking code of the author's own calls the twins.
        if tree.nodes[index].mark == Mark::Only(Half::Blocking) {
            return Known {
                words: self.words,
                ..Known::default()
            };
        }
        let mut known = Known {
            methods: self.methods[index].clone().unwrap_or_default(),
            returned: Rc::clone(&self.returned),
            words: self.words,
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
            let gives = found.hits.iter().find_map(|hit| match &hit.member {
                Some(member) => self.constructors[hit.node].get(&member.to_string()),
                None => self.gives[hit.node].as_ref(),
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
    pub(super) fn types(&self, sharing: &Sharing, index: usize) -> Types {
        let types = sharing.named_by(index).filter_map(|(mention, found)| {
            let methods = self.methods_of(found)?;
            Some((mention.text.clone(), methods.clone()))
        });
        types.collect()
    }

    /// Of a type or trait.
    fn methods_of(&self, found: &Found) -> Option<&Rc<Methods>> {
        let mut types = found.hits.iter().filter(|hit| hit.member.is_none());
        types.find_map(|hit| self.methods[hit.node].as_ref())
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
        types.extend_from(&known.types);
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
                    let methods = self.methods[hit.node].as_ref()?;
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
pub(crate) fn async_names(tree: &Tree) -> Set {
    let mut names = Set::default();
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
