//! `#[trait_variant::make(..)]`, which makes a second trait of an async one.

use proc_macro2::{Ident, Span};
use syn::{ItemTrait, ReturnType, TraitItem, Type, TypeParamBound};

use crate::errors::Errors;
use crate::messages;

/// Below our attribute it would make its trait twice; above it the twin knows nothing of that
/// trait.
///
/// Input:  `#[trait_variant::make(SendStore: Send)] trait Store { async fn get(&self); }`
/// Output: a fault on `trait_variant::make`
pub(crate) fn refuse(item: &ItemTrait, errors: &mut Errors) {
    let below = item.attrs.iter().find(|attr| {
        let mut segments = attr.path().segments.iter();
        segments.any(|segment| segment.ident == "trait_variant")
    });
    if let Some(attr) = below {
        errors.on(attr.path(), messages::TRAIT_VARIANT);
    } else if let Some(span) = item.items.iter().find_map(made) {
        errors.at(span, messages::TRAIT_VARIANT);
    }
}

/// The future in a signature that was an `async fn` before: nobody has written it, so that its
/// source is that of the attribute.
fn made(item: &TraitItem) -> Option<Span> {
    let TraitItem::Fn(method) = item else {
        return None;
    };
    let ReturnType::Type(_, output) = &method.sig.output else {
        return None;
    };
    let Type::ImplTrait(output) = &**output else {
        return None;
    };
    let mut names = output.bounds.iter().filter_map(|bound| match bound {
        TypeParamBound::Trait(bound) => bound.path.segments.last().map(|last| &last.ident),
        _ => None,
    });
    let future: &Ident = names.find(|name| *name == "Future")?;
    let source = future.span().source_text()?;
    let is_attribute = source.starts_with("#[") && source.contains("make");
    is_attribute.then(|| future.span())
}
