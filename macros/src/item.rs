//! The annotated item as it was written, and whether it can have a twin at all.

use proc_macro2::{Ident, TokenStream};
use quote::ToTokens as _;
use syn::spanned::Spanned as _;
use syn::{
    Attribute, GenericParam, Generics, ImplItem, ItemFn, ItemImpl, ItemTrait, ReturnType,
    Signature, TraitItem,
};

use crate::errors::Errors;
use crate::form::Form;
use crate::helpers::is_helper;
use crate::into_future;
use crate::messages;
use crate::pass::Pass;
use crate::replace::Replacements;
use crate::returns;
use crate::shape;
use crate::stub;
use crate::variant;
use crate::words::Words;

pub(crate) enum Item {
    Fn(ItemFn),
    Impl(ItemImpl),
    Trait(ItemTrait),
    /// Only what it names can change.
    Other(Box<syn::Item>),
}

impl Item {
    /// Where its faults are reported elsewhere, and only its names are asked for.
    pub(crate) fn of_any_kind(item: &syn::Item, form: Form) -> Self {
        let own = Self::of_kind(item.clone(), form, &mut Errors::default());
        own.unwrap_or_else(|| Self::Other(Box::new(item.clone())))
    }

    /// `None` after an error. A source that is compiled twice can hold any item.
    pub(crate) fn of_kind(item: syn::Item, form: Form, errors: &mut Errors) -> Option<Self> {
        let (what, token) = match item {
            syn::Item::Fn(item) => return Some(Self::Fn(item)),
            syn::Item::Impl(mut item) => {
                into_future::spell_out(&mut item);
                return Some(Self::Impl(item));
            }
            syn::Item::Trait(item) => return Some(Self::Trait(item)),
            item if form != Form::Beside
                && !matches!(item, syn::Item::Verbatim(_) | syn::Item::Mod(_)) =>
            {
                return Some(Self::Other(Box::new(item)));
            }
            // What syn keeps as tokens here is a function without a body.
            syn::Item::Verbatim(tokens) => {
                errors.on(tokens, messages::METHOD_OF_TRAIT);
                return None;
            }
            syn::Item::Const(item) => ("a constant", item.const_token.span),
            syn::Item::Enum(item) => ("an enum", item.enum_token.span),
            syn::Item::ExternCrate(item) => ("an `extern crate`", item.extern_token.span),
            syn::Item::ForeignMod(item) => ("an `extern` block", item.abi.extern_token.span),
            syn::Item::Macro(item) => ("a macro", item.mac.path.span()),
            syn::Item::Mod(item) => ("this module", item.mod_token.span),
            syn::Item::Static(item) => ("a static", item.static_token.span),
            syn::Item::Struct(item) => ("a struct", item.struct_token.span),
            syn::Item::Type(item) => ("a type alias", item.type_token.span),
            syn::Item::Union(item) => ("a union", item.union_token.span),
            syn::Item::Use(item) => ("a `use`", item.use_token.span),
            other => ("this item", other.span()),
        };
        errors.at(token, messages::not_for_suffix_form(what));
        None
    }

    fn accept(&mut self, visitor: &mut dyn Pass) {
        match self {
            Self::Fn(item) => visitor.visit_item_fn_mut(item),
            Self::Impl(item) => visitor.visit_item_impl_mut(item),
            Self::Trait(item) => visitor.visit_item_trait_mut(item),
            Self::Other(item) => visitor.visit_item_mut(item),
        }
    }

    /// With the paths that the twin has in the place of others.
    pub(crate) fn replace(&mut self, replacements: &mut Replacements, words: Words) {
        if replacements.has_rules() || words.any(Words::LIBRARIES) {
            self.accept(replacements);
        }
    }

    /// Our own attribute, where it would have no effect.
    fn helpers(&self, errors: &mut Errors) {
        let (outer, in_trait) = match self {
            Self::Fn(item) => (&item.attrs, false),
            Self::Impl(item) => (&item.attrs, item.trait_.is_some()),
            Self::Trait(item) => (&item.attrs, true),
            Self::Other(_) => return,
        };
        if let Some(second) = outer.iter().find(|attr| is_helper(attr)) {
            errors.on(second.path(), messages::ANNOTATED_TWICE);
        }
        let mut member = |attrs: &[Attribute], sig: Option<&Signature>| {
            let mut helpers = attrs.iter().filter(|attr| is_helper(attr));
            let Some(first) = helpers.next() else { return };
            if let Some(second) = helpers.next() {
                errors.on(second.path(), messages::ANNOTATED_TWICE);
            }
            // A member of a trait that is not async can at least be left out.
            let skips = in_trait
                && sig.is_some()
                && shape::mentions(first.to_token_stream(), &|ident| ident == "skip").is_some();
            if !skips && !sig.is_some_and(returns::has_twin) {
                errors.on(first.path(), messages::HELPER_WITHOUT_EFFECT);
            }
        };
        match self {
            Self::Fn(_) | Self::Other(_) => {}
            Self::Impl(item) => item.items.iter().for_each(|item| match item {
                ImplItem::Const(item) => member(&item.attrs, None),
                ImplItem::Fn(item) => member(&item.attrs, Some(&item.sig)),
                ImplItem::Type(item) => member(&item.attrs, None),
                _ => {}
            }),
            Self::Trait(item) => item.items.iter().for_each(|item| match item {
                TraitItem::Const(item) => member(&item.attrs, None),
                TraitItem::Fn(item) => member(&item.attrs, Some(&item.sig)),
                TraitItem::Type(item) => member(&item.attrs, None),
                _ => {}
            }),
        }
    }

    /// Takes out of a stub what a diverging body cannot stand for; whether anything is left.
    pub(crate) fn keep_stubs(&mut self, form: Form) -> bool {
        match self {
            Self::Other(_) => true,
            Self::Fn(item) => {
                (returns::has_twin(&item.sig) || form != Form::Beside)
                    && item.sig.ident != "main"
                    && runtime_attribute(item).is_none()
                    && stub::can_diverge(&item.sig)
            }
            Self::Impl(item) if hand_written(item).is_some() => false,
            Self::Impl(item) => {
                item.items.retain(
                    |item| !matches!(item, ImplItem::Fn(method) if !stub::can_diverge(&method.sig)),
                );
                true
            }
            Self::Trait(item) => {
                for item in &mut item.items {
                    if let TraitItem::Fn(method) = item {
                        if method.default.is_some() && !stub::can_diverge(&method.sig) {
                            method.default = None;
                            method.semi_token = Some(syn::token::Semi::default());
                        }
                    }
                }
                true
            }
        }
    }

    /// Faults that do not depend on names or bodies.
    pub(crate) fn validate(&self, form: Form, errors: &mut Errors) {
        self.helpers(errors);
        match self {
            Self::Other(item) => {
                if let syn::Item::Static(item) = &**item {
                    symbols(&item.attrs, errors);
                }
            }
            Self::Fn(item) => {
                symbols(&item.attrs, errors);
                signature(&item.sig, errors);
                if let Some(attr) = runtime_attribute(item) {
                    errors.on(attr.path(), messages::RUNTIME_ATTRIBUTE);
                } else if !returns::has_twin(&item.sig) && form == Form::Beside {
                    errors.on(fn_and_name(&item.sig), messages::NOT_ASYNC_FN);
                } else if item.sig.ident == "main" && form == Form::Beside {
                    errors.at(item.sig.ident.span(), messages::MAIN);
                }
            }
            Self::Impl(item) => {
                for method in item.items.iter().filter_map(method_of_impl) {
                    symbols(method.0, errors);
                    signature(method.1, errors);
                }
                if let Some(name) = hand_written(item) {
                    errors.at(name.span(), messages::hand_written(name));
                }
            }
            Self::Trait(item) => {
                variant::refuse(item, errors);
                for sig in item.items.iter().filter_map(method_of_trait) {
                    signature(sig, errors);
                }
            }
        }
    }

    /// An item of which [`holds_async`] is false.
    pub(crate) fn refuse_sync(&self, errors: &mut Errors) {
        match self {
            Self::Impl(item) if item.trait_.is_none() => {
                errors.at(item.impl_token.span, messages::NOT_ASYNC_IMPL);
            }
            Self::Trait(item) if errors.is_empty() => {
                errors.at(item.trait_token.span, messages::NOT_ASYNC_TRAIT);
            }
            _ => {}
        }
    }
}

/// Whether any member is async, be it in one half alone.
pub(crate) fn holds_async(item: &syn::Item) -> bool {
    match item {
        syn::Item::Impl(item) => {
            let mut methods = item.items.iter().filter_map(method_of_impl);
            methods.any(|(_, sig)| returns::has_twin(sig))
        }
        syn::Item::Trait(item) => {
            let mut methods = item.items.iter().filter_map(method_of_trait);
            methods.any(returns::has_twin)
        }
        _ => false,
    }
}

pub(crate) fn method_of_trait(item: &TraitItem) -> Option<&Signature> {
    match item {
        TraitItem::Fn(method) => Some(&method.sig),
        _ => None,
    }
}

pub(crate) fn method_of_impl(item: &ImplItem) -> Option<(&[Attribute], &Signature)> {
    match item {
        ImplItem::Fn(method) => Some((&method.attrs, &method.sig)),
        _ => None,
    }
}

/// `#[tokio::main]`
fn runtime_attribute(item: &ItemFn) -> Option<&Attribute> {
    item.attrs.iter().find(|attr| {
        let path = attr.path();
        path.segments.len() > 1
            && path
                .segments
                .last()
                .is_some_and(|last| last.ident == "main")
    })
}

fn fn_and_name(sig: &Signature) -> TokenStream {
    let mut tokens = sig.fn_token.to_token_stream();
    sig.ident.to_tokens(&mut tokens);
    tokens
}

/// `impl Future for X` and kin: there is nothing to await in them.
fn hand_written(item: &ItemImpl) -> Option<&Ident> {
    const TRAITS: [&str; 8] = [
        "Future",
        "IntoFuture",
        "Stream",
        "Sink",
        "AsyncRead",
        "AsyncWrite",
        "AsyncBufRead",
        "AsyncSeek",
    ];
    let (path, _) = item.trait_.as_ref()?;
    let last = &path.segments.last()?.ident;
    let awaited =
        |item: &ImplItem| method_of_impl(item).is_some_and(|(_, sig)| returns::has_twin(sig));
    // An async method in it shows that it is the author's own trait of that name; std's `IntoFuture`
    // has one too, but names the future as well.
    let names_future = |item: &ImplItem| matches!(item, ImplItem::Type(ty) if ty.ident == *last);
    let own = item.items.iter().any(awaited) && !item.items.iter().any(names_future);
    (shape::is_one_of(last, &TRAITS) && !own && !into_future::is_one(item)).then_some(last)
}

/// An exported symbol can exist only once.
fn symbols(attrs: &[Attribute], errors: &mut Errors) {
    for attr in attrs {
        let path = attr.path();
        let symbol = |name: &Ident| name == "no_mangle" || name == "export_name";
        if path.get_ident().is_some_and(symbol) {
            errors.on(path, messages::SYMBOL);
        } else if path.is_ident("unsafe") {
            // `#[unsafe(no_mangle)]`
            let _ = attr.parse_nested_meta(|meta| {
                if meta.path.get_ident().is_some_and(symbol) {
                    errors.on(&meta.path, messages::SYMBOL);
                }
                Ok(())
            });
        }
    }
}

fn signature(sig: &Signature, errors: &mut Errors) {
    if let (Some(_), ReturnType::Type(_, ty)) = (&sig.asyncness, &sig.output) {
        if returns::future_output(&sig.output).is_some() {
            errors.on(ty, messages::ASYNC_RETURNS_FUTURE);
        }
    }
    if rewritten_by_async_trait(&sig.generics) {
        errors.at(sig.ident.span(), messages::REWRITTEN_ASYNC_TRAIT);
    }
}

/// `async_trait` names its lifetimes so.
fn rewritten_by_async_trait(generics: &Generics) -> bool {
    generics.params.iter().any(|param| {
        matches!(param, GenericParam::Lifetime(param) if param.lifetime.ident == "async_trait")
    })
}
