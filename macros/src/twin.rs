//! The blocking twin of an item, from its parts.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};
use syn::{
    Attribute, Block, Generics, ImplItem, ItemFn, ItemImpl, ItemTrait, Signature, TraitItem,
    TypeParamBound,
};

use crate::attrs::Attributed as _;
use crate::docs::{self, Original};
use crate::emit;
use crate::errors::Errors;
use crate::form::Form;
use crate::generator;
use crate::hints::Hints;
use crate::into_future;
use crate::item::Item;
use crate::lower;
use crate::messages;
use crate::names::Names;
use crate::only;
use crate::pairs::Pairs;
use crate::pass::Pass as _;
use crate::returns;
use crate::shape;
use crate::types::Types;
use crate::words::Words;

pub(crate) fn of(item: Item, names: &Names, errors: &mut Errors) -> TokenStream {
    let head = emit::head(names);
    match item {
        Item::Fn(mut item) => {
            function(&mut item, names, errors);
            quote!(#head #item)
        }
        Item::Impl(item) => {
            let awaited = into_future::is_one(&item);
            let mut item = implementation(item, names, errors);
            let pending = awaited.then(|| into_future::as_resolve(&mut item, names));
            let pending = pending.flatten().map(|pending| quote!(#head #pending));
            quote!(#head #item #pending)
        }
        Item::Trait(mut item) => {
            definition(&mut item, names, errors);
            quote!(#head #item)
        }
        Item::Other(mut item) => {
            if let Some(attrs) = item.attrs() {
                docs::keep_for_twin(attrs, names, errors);
            }
            Types::new(names, errors).visit_item_mut(&mut item);
            other(&mut item, names, errors);
            quote!(#head #item)
        }
    }
}

/// Items without a body.
fn other(item: &mut syn::Item, names: &Names, errors: &mut Errors) {
    match item {
        syn::Item::Const(item) => lower::initializer(&mut item.expr, names, errors),
        syn::Item::Static(item) => lower::initializer(&mut item.expr, names, errors),
        syn::Item::Macro(item) => {
            if let Some(token) = shape::mentions_async(item.mac.tokens.clone()) {
                errors.at(token.span(), messages::local_macro("a macro"));
            }
        }
        _ => {}
    }
}

/// Signature and body. What is not awaited can still make futures, and would call the twins of
/// the same name early.
fn callable(
    sig: &mut Signature,
    block: Option<&mut Block>,
    names: &Names,
    outer: &Generics,
    errors: &mut Errors,
) {
    let twin = names.twin_of(&sig.ident);
    let mut hints = Hints::of(sig, outer, twin, names, errors);
    let Some(block) = block else { return };
    if let Some(token) = instrumented(block, names) {
        errors.at(token.span(), messages::REWRITTEN_INSTRUMENT);
        return;
    }
    let lowered = hints.twinned || names.form != Form::Beside;
    if lowered && names.words.any(Words::GENERATORS) {
        generator::open_all(block, names, errors);
    }
    hints.lower_types(block, names, errors);
    if lowered {
        lower::body(sig, block, names, &hints, errors);
    }
}

/// What `#[instrument]` has left, if it stands above our attribute.
fn instrumented(block: &Block, names: &Names) -> Option<Ident> {
    if !names.words.any(Words::INSTRUMENTED) {
        return None;
    }
    shape::mentions(block.to_token_stream(), &|ident| {
        ident == "__tracing_attr_span" || ident == "__tracing_instrument_future"
    })
}

fn function(item: &mut ItemFn, names: &Names, errors: &mut Errors) {
    if names.form == Form::Beside && !returns::has_twin(&item.sig) {
        return;
    }
    let original = if item.sig.receiver().is_some() {
        Original::Method
    } else {
        Original::Fn
    };
    documented(&mut item.attrs, original, &item.sig.ident, names, errors);
    let outer = Generics::default();
    callable(&mut item.sig, Some(&mut item.block), names, &outer, errors);
}

/// Where both halves have the same names, each is documented as it is.
fn documented(
    attrs: &mut Vec<Attribute>,
    original: Original<'_>,
    ident: &Ident,
    names: &Names,
    errors: &mut Errors,
) {
    match names.form {
        Form::Beside => docs::twin_attributes(attrs, original, ident, names, errors),
        Form::InPlace | Form::Module => docs::keep_for_twin(attrs, names, errors),
    }
}

/// Input:  `impl Client { async fn get(&self) {} fn url(&self) {} }`, `impl Store for X { .. }`
/// Output: `impl Client { fn get_blocking(&self) {} }`, `impl StoreBlocking for X { .. }`
fn implementation(mut item: ItemImpl, names: &Names, errors: &mut Errors) -> ItemImpl {
    let inherent = item.trait_.is_none();
    // A second inherent impl beside the first one has its other members already.
    let single = inherent && names.form == Form::Beside;
    let generics = item.generics.clone();
    docs::keep_for_twin(&mut item.attrs, names, errors);
    if let Some((path, _)) = &mut item.trait_ {
        Types::new(names, errors).visit_path_mut(path);
    }
    lower_generics(&mut item.generics, names, errors);
    Types::new(names, errors).visit_type_mut(&mut item.self_ty);
    item.items.retain_mut(|member| {
        let own = member.attrs().is_some_and(only::take_only_blocking);
        match member {
            ImplItem::Fn(method) if names.is_skipped(&method.sig.ident) => false,
            ImplItem::Fn(method) if !single || returns::has_twin(&method.sig) || own => {
                let (attrs, ident) = (&mut method.attrs, &method.sig.ident);
                if single && !own {
                    documented(attrs, Original::Method, ident, names, errors);
                } else {
                    docs::keep_for_twin(attrs, names, errors);
                }
                let block = Some(&mut method.block);
                callable(&mut method.sig, block, names, &generics, errors);
                true
            }
            other => {
                let stays = own || !single;
                if stays {
                    docs::examples_of_impl(other, names);
                    Types::new(names, errors).visit_impl_item_mut(other);
                }
                stays
            }
        }
    });
    item
}

/// Input:  `trait Store { async fn get(&self); fn name(&self); }`
/// Output: `trait StoreBlocking { fn get_blocking(&self); fn name(&self); }`
fn definition(item: &mut ItemTrait, names: &Names, errors: &mut Errors) {
    documented(&mut item.attrs, Original::Trait, &item.ident, names, errors);
    let original = item.ident.clone();
    let generics = item.generics.clone();
    if let Some(twin) = names.type_twin(&item.ident) {
        item.ident = twin;
    }
    lower_generics(&mut item.generics, names, errors);
    for bound in &mut item.supertraits {
        refuse_future(bound, errors);
        Types::new(names, errors).visit_type_param_bound_mut(bound);
    }
    item.items.retain_mut(|member| match member {
        TraitItem::Fn(method) if names.is_skipped(&method.sig.ident) => false,
        TraitItem::Fn(method) => {
            if returns::has_twin(&method.sig) {
                let original = Original::TraitMethod(&original);
                documented(
                    &mut method.attrs,
                    original,
                    &method.sig.ident,
                    names,
                    errors,
                );
            } else {
                docs::keep_for_twin(&mut method.attrs, names, errors);
            }
            let default = method.default.as_mut();
            callable(&mut method.sig, default, names, &generics, errors);
            true
        }
        other => {
            docs::examples_of_trait(other, names);
            if let TraitItem::Type(item) = other {
                item.bounds
                    .iter()
                    .for_each(|bound| refuse_future(bound, errors));
            }
            Types::new(names, errors).visit_trait_item_mut(other);
            true
        }
    });
}

fn lower_generics(generics: &mut Generics, names: &Names, errors: &mut Errors) {
    Pairs::of(generics, None).lower_generics(generics);
    Types::new(names, errors).visit_generics_mut(generics);
}

/// A type that has to be a future can be no value, and a trait whose types are futures has no
/// blocking form.
fn refuse_future(bound: &TypeParamBound, errors: &mut Errors) {
    if let TypeParamBound::Trait(bound) = bound {
        if let Some(last) = bound.path.segments.last() {
            if shape::is_one_of(&last.ident, &["Future", "IntoFuture", "TryFuture"]) {
                errors.at(last.ident.span(), messages::future_in_trait(&last.ident));
            }
        }
    }
}
