//! The blocking twin of an item, from its parts.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::visit_mut::VisitMut as _;
use syn::{Block, ImplItem, ItemFn, ItemImpl, ItemTrait, Signature, TraitItem};

use crate::docs::{self, Original};
use crate::emit;
use crate::errors::Errors;
use crate::item::Item;
use crate::lower;
use crate::messages;
use crate::names::Names;
use crate::returns;
use crate::shape;
use crate::signature::{self, Callbacks};
use crate::types::Types;

pub(crate) fn of(item: Item, names: &Names, errors: &mut Errors) -> TokenStream {
    let lints = emit::lints();
    match item {
        Item::Fn(mut item) => {
            function(&mut item, names, errors);
            quote!(#lints #item)
        }
        Item::Impl(item) => {
            let item = implementation(item, names, errors);
            quote!(#lints #item)
        }
        Item::Trait(mut item) => {
            definition(&mut item, names, errors);
            quote!(#lints #item)
        }
    }
}

/// Signature and body of something that is awaited.
fn awaited(
    sig: &mut Signature,
    block: Option<&mut Block>,
    names: &Names,
    outer: &[Ident],
    errors: &mut Errors,
) {
    let callbacks = Callbacks::of(sig, outer);
    let returns_future = sig.asyncness.is_none();
    signature::lower(sig, names.twin_of(&sig.ident));
    Types::new(names, errors).visit_signature_mut(sig);
    if let Some(block) = block {
        if let Some(token) = shape::mentions(quote!(#block), &|ident| {
            ident == "__tracing_attr_span" || ident == "__tracing_instrument_future"
        }) {
            errors.at(token.span(), messages::REWRITTEN_INSTRUMENT);
            return;
        }
        Types::new(names, errors).visit_block_mut(block);
        let context = lower::Context {
            names,
            callbacks: &callbacks,
            returns_future,
        };
        lower::body(sig, block, &context, errors);
    }
}

fn function(item: &mut ItemFn, names: &Names, errors: &mut Errors) {
    if !returns::is_awaited(&item.sig) {
        return;
    }
    let original = if item.sig.receiver().is_some() {
        Original::Method
    } else {
        Original::Fn
    };
    docs::twin_attributes(&mut item.attrs, original, &item.sig.ident, names, errors);
    awaited(&mut item.sig, Some(&mut item.block), names, &[], errors);
}

/// Input:  `impl Client { async fn get(&self) {} fn url(&self) {} }`, `impl Store for X { .. }`
/// Output: `impl Client { fn get_blocking(&self) {} }`, `impl StoreBlocking for X { .. }`
///
/// An inherent impl has its other members already; the impl of a trait needs them again.
fn implementation(mut item: ItemImpl, names: &Names, errors: &mut Errors) -> ItemImpl {
    let inherent = item.trait_.is_none();
    let callbacks = signature::async_generics(&item.generics);
    docs::keep_for_twin(&mut item.attrs, names, errors);
    if let Some((path, _)) = &mut item.trait_ {
        Types::new(names, errors).visit_path_mut(path);
    }
    Types::new(names, errors).visit_generics_mut(&mut item.generics);
    Types::new(names, errors).visit_type_mut(&mut item.self_ty);
    item.items.retain_mut(|member| match member {
        ImplItem::Fn(method) if names.is_skipped(&method.sig.ident) => false,
        ImplItem::Fn(method) if returns::is_awaited(&method.sig) => {
            if inherent {
                docs::twin_attributes(
                    &mut method.attrs,
                    Original::Method,
                    &method.sig.ident,
                    names,
                    errors,
                );
            } else {
                docs::keep_for_twin(&mut method.attrs, names, errors);
            }
            awaited(
                &mut method.sig,
                Some(&mut method.block),
                names,
                &callbacks,
                errors,
            );
            true
        }
        other => {
            if !inherent {
                docs::examples_of_impl(other, names);
                Types::new(names, errors).visit_impl_item_mut(other);
            }
            !inherent
        }
    });
    item
}

/// Input:  `trait Store { async fn get(&self); fn name(&self); }`
/// Output: `trait StoreBlocking { fn get_blocking(&self); fn name(&self); }`
fn definition(item: &mut ItemTrait, names: &Names, errors: &mut Errors) {
    docs::twin_attributes(&mut item.attrs, Original::Trait, &item.ident, names, errors);
    let original = item.ident.clone();
    if let Some(twin) = names.type_twin(&item.ident) {
        item.ident = twin;
    }
    Types::new(names, errors).visit_generics_mut(&mut item.generics);
    for bound in &mut item.supertraits {
        Types::new(names, errors).visit_type_param_bound_mut(bound);
    }
    item.items.retain_mut(|member| match member {
        TraitItem::Fn(method) if names.is_skipped(&method.sig.ident) => false,
        TraitItem::Fn(method) if returns::is_awaited(&method.sig) => {
            let original = Original::TraitMethod(&original);
            docs::twin_attributes(
                &mut method.attrs,
                original,
                &method.sig.ident,
                names,
                errors,
            );
            awaited(&mut method.sig, method.default.as_mut(), names, &[], errors);
            true
        }
        other => {
            docs::examples_of_trait(other, names);
            Types::new(names, errors).visit_trait_item_mut(other);
            true
        }
    });
}
