//! `mod blocking`: the twins of what is repeated, and imports of what is shared.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{Item, ItemMacro};

use super::async_macros::AsyncMacros;
use super::known::{self, Catalogue};
use super::mark::Mark;
use super::place::Place;
use super::shared::{cfgs, deeper, makes_names, shared};
use super::sharing::Sharing;
use super::tree::{Node, Tree};
use super::visibility;
use crate::args::Args;
use crate::check::{self, Suspects};
use crate::emit;
use crate::errors::Errors;
use crate::examples::PathRule;
use crate::form::Form;
use crate::library;
use crate::messages;
use crate::names::Names;
use crate::only::{self, Half};
use crate::pass::Pass as _;
use crate::stub;
use crate::table::Set;
use crate::twin;
use crate::words::Words;

pub(crate) struct Children<'a> {
    pub(crate) args: Args,
    pub(crate) tree: &'a Tree,
    pub(crate) sharing: &'a Sharing<'a>,
    pub(crate) catalogue: &'a Catalogue,
    pub(crate) async_macros: &'a AsyncMacros,
    pub(crate) blocking: &'a Ident,
    pub(crate) errors: &'a mut Errors,
}

impl Children<'_> {
    /// What only the whole tells: rules that have replaced nothing.
    pub(crate) fn finish(mut self) {
        Rc::make_mut(&mut self.args.replace).finish(self.errors);
    }

    /// What must not be thrown away in the async half, by the index of the item.
    pub(crate) fn checks(&self) -> Vec<Option<TokenStream>> {
        let async_names = known::async_names(self.tree);
        let replaces = self.args.replace.has_rules();
        let mirrors = self.catalogue.words.any(Words::LIBRARIES);
        let check = |(index, node): (usize, &Node)| {
            if !self.sharing.is_twin(index) || node.mark.is_of_one_half() {
                return None;
            }
            let is_one = |name: &Ident, is_method: bool| {
                replaces && is_method
                    || async_names.contains(&name.to_string())
                    || mirrors && library::is_async_method(name)
            };
            let (words, called) = (node.reading.words, &node.reading.called);
            let discards = words.any(Words::DROPS.with(Words::STATEMENTS))
                || called.iter().any(|name| is_one(name, true));
            if !discards {
                return None;
            }
            // Its faults are reported with the item.
            let mut reported = Errors::default();
            let mut item = Cow::Borrowed(&node.item);
            if words.any(Words::HALVES) {
                only::select(item.to_mut(), Half::Async, &mut reported);
            }
            let names = LazyCell::new(|| {
                let own = crate::item::Item::of_any_kind(&item, Form::Module);
                self.names(index, &own, &mut Errors::default())
            });
            let suspects = Suspects {
                names: &names,
                kept: false,
                is_one: &is_one,
                statements: true,
            };
            check::copy_of(&item, &suspects)
        };
        self.tree.nodes.iter().enumerate().map(check).collect()
    }

    /// By the index of the module.
    pub(crate) fn all(&mut self) -> Vec<Option<TokenStream>> {
        (0..self.tree.modules.len())
            .map(|module| self.module(module))
            .collect()
    }

    fn has_twin(&self, module: usize) -> bool {
        let mut nodes = self.tree.nodes_of(module);
        let half = self.tree.modules[module].half;
        module == 0 || half.is_none() && nodes.any(|(node, _)| self.sharing.is_twin(node))
    }

    /// The author's item that has the name of the module of twins.
    fn taken(&self, module: usize) -> Option<&Ident> {
        let nodes = self.tree.named(module, self.blocking);
        let names = nodes.iter().flat_map(|&node| &self.tree.nodes[node].names);
        names.into_iter().find(|name| *name == self.blocking)
    }

    fn module(&mut self, module: usize) -> Option<TokenStream> {
        if !self.has_twin(module) {
            return None;
        }
        if let Some(taken) = self.taken(module).map(Ident::span) {
            let text = messages::name_of_module(self.blocking);
            self.errors.at(taken, text);
            return None;
        }
        let tree = self.tree;
        let mut imported = Set::default();
        let mut body = TokenStream::new();
        let mut globbed = false;
        for (index, node) in tree.nodes_of(module) {
            if node.mark == Mark::Only(Half::Async) {
                continue;
            }
            body.extend(match &node.item {
                Item::Mod(item) if node.mark == Mark::Only(Half::Blocking) => {
                    let span = item.mod_token.span;
                    self.errors.at(span, messages::BLOCKING_MODULE);
                    continue;
                }
                Item::Mod(_) => self.nested(index, node),
                Item::Use(item) => self.imports(node, item),
                Item::Macro(item) if item.ident.is_some() => self.local_macro(node, item.clone()),
                _ if self.sharing.is_twin(index) => self.twin(index, node),
                item => {
                    globbed |= makes_names(item);
                    shared(item, &mut imported)
                }
            });
        }
        if globbed {
            body.extend(self.glob(module));
        }
        let blocking = self.blocking;
        let ident = &tree.modules[module].ident;
        let mut name = blocking.clone();
        if module > 0 {
            name.set_span(ident.span());
        }
        let hidden = (module > 0).then(|| quote!(#[doc(hidden)]));
        let cfg = emit::cfg(self.args.cfg.as_ref());
        let head = format!(" Blocking form of [`{ident}`](super).");
        let lints = emit::lints(Words::ANY, None);
        Some(quote! {
            #cfg
            #hidden
            #lints
            #[allow(forbidden_lint_groups, clippy::module_inception, clippy::pub_use)]
            #[deny(ambiguous_glob_imports)]
            pub mod #name {
                #![doc = #head]
                #body
            }
        })
    }

    /// Input:  `mod m { .. }`
    /// Output: `pub(super) use super::m::blocking as m;`, or of a shared one `use super::m;`
    fn nested(&self, index: usize, node: &Node) -> TokenStream {
        let Item::Mod(item) = &node.item else {
            return TokenStream::new();
        };
        let (cfgs, ident) = (cfgs(&item.attrs), &item.ident);
        let vis = deeper(&item.vis, item.ident.span());
        let Some(child) = node.child else {
            return TokenStream::new();
        };
        if self.sharing.is_twin(index) && self.has_twin(child) && self.taken(child).is_none() {
            let blocking = self.blocking;
            return quote!(#(#cfgs)* #[doc(inline)] #vis use super::#ident::#blocking as #ident;);
        }
        // A function of the same name that is repeated would come with a plain `use`.
        let mut same = self.tree.named(node.module, ident).iter();
        let clashes = same.any(|&other| other != index && self.sharing.is_twin(other));
        if clashes {
            return quote! {
                #(#cfgs)* #[doc(hidden)] #vis mod #ident { pub use super::super::#ident::*; }
            };
        }
        quote!(#(#cfgs)* #vis use super::#ident;)
    }

    pub(super) fn at<T>(&self, module: usize, mark: Mark, work: impl FnOnce(&Place) -> T) -> T {
        let depth = self.tree.modules[module].depth;
        let inward = |path: &[Ident], local: usize| {
            // Blocking code of the author's own names the other half so.
            if mark == Mark::Only(Half::Blocking) {
                return None;
            }
            let behind = self.tree.own_path(path, depth + local)?;
            let found = self.tree.inside(&path[behind..]);
            let twin = found.nodes().any(|node| self.sharing.is_twin(node))
                || found.modules.iter().any(|&module| self.has_twin(module));
            twin.then_some(behind)
        };
        work(&Place {
            depth,
            blocking: self.blocking,
            inward: &inward,
            restrictions: false,
        })
    }

    /// A macro is expanded where it is called: there its paths have to lead to the same half.
    fn local_macro(&mut self, node: &Node, mut item: ItemMacro) -> TokenStream {
        Rc::make_mut(&mut self.args.replace).visit_item_macro_mut(&mut item);
        item.attrs
            .retain(|attr| !attr.path().is_ident("macro_export") && !attr.path().is_ident("doc"));
        item.mac.tokens = self.at(node.module, node.mark, |place| {
            let place = Place {
                restrictions: true,
                ..*place
            };
            place.paths(item.mac.tokens.clone())
        });
        quote!(#[allow(forbidden_lint_groups, unused_macros, clippy::missing_docs_in_private_items)] #item)
    }

    /// Lowered, under its own name, one module deeper.
    fn twin(&mut self, index: usize, node: &Node) -> TokenStream {
        let tokens = self.blocking_form(index, visibility::visible);
        let tokens = tokens.unwrap_or_default();
        let restrictions = matches!(node.item, Item::Macro(_));
        // What stands for a path may itself begin with `crate`.
        let given = self.args.krate.is_some() || self.args.replace.has_rules();
        if !restrictions && !given && !node.reading.words.any(Words::PLACES) {
            return tokens;
        }
        self.at(node.module, node.mark, |place| {
            let place = Place {
                restrictions,
                ..*place
            };
            place.paths(tokens)
        })
    }

    /// Lowered, or on a fault with diverging bodies; `placed` where the twin stands.
    pub(super) fn blocking_form(
        &mut self,
        index: usize,
        placed: fn(&mut Item),
    ) -> Option<TokenStream> {
        let mut errors = std::mem::take(self.errors);
        let tokens = self.lowered_or_stubbed(index, placed, &mut errors);
        *self.errors = errors;
        tokens
    }

    fn lowered_or_stubbed(
        &mut self,
        index: usize,
        placed: fn(&mut Item),
        errors: &mut Errors,
    ) -> Option<TokenStream> {
        let item = self.own_half(index, placed, errors)?;
        let faults = errors.len();
        let tokens = self.lowered(index, item, errors);
        if errors.len() == faults && !self.sharing.is_faulty(index) {
            return tokens;
        }
        let item = self.own_half(index, placed, &mut Errors::default())?;
        let stub = stub::without_bodies(item.into_token_stream());
        self.stubbed(index, syn::parse2(stub).ok()?)
    }

    /// Without what is for the async half alone; `None` if nothing is left.
    fn own_half(&self, index: usize, placed: fn(&mut Item), errors: &mut Errors) -> Option<Item> {
        let node = &self.tree.nodes[index];
        let mut item = node.item.clone();
        placed(&mut item);
        let own = self.half_of(index);
        let halves = own.is_some() || node.reading.words.any(Words::HALVES);
        let stays = !halves || only::select_inside(&mut item, Half::Blocking, own, errors);
        stays.then_some(item)
    }

    /// The half that the item, or a module around it, is for.
    fn half_of(&self, index: usize) -> Option<Half> {
        let node = &self.tree.nodes[index];
        let modules = &self.tree.modules;
        let mut around = std::iter::successors(Some(node.module), |&module| modules[module].parent);
        node.mark
            .half()
            .or_else(|| around.find_map(|module| modules[module].half))
    }

    fn lowered(&mut self, index: usize, item: Item, errors: &mut Errors) -> Option<TokenStream> {
        if !self.async_macros.is_empty() {
            let tokens = item.to_token_stream();
            self.async_macros.refuse(self.tree, index, tokens, errors);
        }
        let words = self.tree.nodes[index].reading.words;
        let mut item = crate::item::Item::of_kind(item, Form::Module, errors)?;
        item.validate(Form::Module, errors);
        item.replace(Rc::make_mut(&mut self.args.replace), words);
        let names = self.names(index, &item, errors);
        Some(twin::of(item, &names, errors))
    }

    /// With diverging bodies; the faults have been reported.
    fn stubbed(&mut self, index: usize, item: Item) -> Option<TokenStream> {
        let mut reported = Errors::default();
        let mut item = crate::item::Item::of_kind(item, Form::Module, &mut reported)?;
        let words = self.tree.nodes[index].reading.words;
        item.replace(Rc::make_mut(&mut self.args.replace), words);
        let names = self.names(index, &item, &mut reported);
        item.keep_stubs(Form::Module)
            .then(|| twin::of(item, &names, &mut reported))
    }

    /// `krate::api` of an example is `krate::api::blocking` in that of a twin.
    fn place_in_examples(&self) -> PathRule {
        let own = self.tree.outside.own.as_deref();
        let from: Vec<String> = match own.and_then(|own| own.split_first()) {
            Some((_, path)) => path.iter().map(Ident::to_string).collect(),
            None => vec![self.tree.modules[0].ident.to_string()],
        };
        let last = from.last().map(String::as_str).unwrap_or_default();
        let to = format!("{last}::{}", self.blocking);
        PathRule { from, to }
    }

    fn names(&self, index: usize, item: &crate::item::Item, errors: &mut Errors) -> Names {
        let mut names = Names::new(item, &self.args, Form::Module, errors);
        let mut known = self.catalogue.known(self.tree, self.sharing, index);
        let node = &self.tree.nodes[index];
        // What is for one half is marked inside as well.
        let half = self.half_of(index).map_or(Words::NONE, |_| Words::HALVES);
        names.hold(node.reading.words.with(half));
        if node.reading.words.any(Words::HALVES) {
            known.pairs = only::pairs(&node.item, Ident::clone);
        }
        known.places.push(self.place_in_examples());
        names.know(known);
        names
    }
}
