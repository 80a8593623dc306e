//! What can be left out of the blocking half: an item, or a member of one.

use proc_macro2::{LineColumn, Span};
use syn::{ImplItem, Item, TraitItem};

/// The place that tells one from another: the same token stands in the twin.
pub type Key = (usize, usize);

/// Where a token begins.
#[must_use]
pub fn key(span: Span) -> Key {
    position(span.start())
}

/// A line from one on, and a column.
#[must_use]
pub fn position(at: LineColumn) -> Key {
    (at.line, at.column)
}

/// An item, or a member of one.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Of the token that stands for it.
    pub key: Key,
    /// As messages call it.
    pub name: String,
    /// Its first token.
    pub start: Key,
    /// Behind its last token.
    pub end: Key,
    /// What it is a member of.
    pub parent: Option<usize>,
}

/// The token that stands for an item, and its name.
#[must_use]
pub fn of_item(item: &Item) -> Option<(Span, String)> {
    let named = |ident: &syn::Ident| Some((ident.span(), ident.to_string()));
    match item {
        Item::Const(item) => named(&item.ident),
        Item::Enum(item) => named(&item.ident),
        Item::ExternCrate(item) => named(&item.ident),
        Item::Fn(item) => named(&item.sig.ident),
        Item::ForeignMod(item) => Some((item.abi.extern_token.span, "extern".to_owned())),
        Item::Impl(item) => Some((item.impl_token.span, "impl".to_owned())),
        Item::Macro(item) => match &item.ident {
            Some(ident) => named(ident),
            None => named(&item.mac.path.segments.last()?.ident),
        },
        Item::Mod(item) => named(&item.ident),
        Item::Static(item) => named(&item.ident),
        Item::Struct(item) => named(&item.ident),
        Item::Trait(item) => named(&item.ident),
        Item::Type(item) => named(&item.ident),
        Item::Union(item) => named(&item.ident),
        Item::Use(item) => Some((item.use_token.span, "use".to_owned())),
        _ => None,
    }
}

/// The same of a member of an impl.
#[must_use]
pub fn of_member(member: &ImplItem) -> Option<(Span, String)> {
    let ident = match member {
        ImplItem::Const(item) => &item.ident,
        ImplItem::Fn(item) => &item.sig.ident,
        ImplItem::Type(item) => &item.ident,
        ImplItem::Macro(item) => &item.mac.path.segments.last()?.ident,
        _ => return None,
    };
    Some((ident.span(), ident.to_string()))
}

/// The same of a member of a trait.
#[must_use]
pub fn of_declared(member: &TraitItem) -> Option<(Span, String)> {
    let ident = match member {
        TraitItem::Const(item) => &item.ident,
        TraitItem::Fn(item) => &item.sig.ident,
        TraitItem::Type(item) => &item.ident,
        TraitItem::Macro(item) => &item.mac.path.segments.last()?.ident,
        _ => return None,
    };
    Some((ident.span(), ident.to_string()))
}
