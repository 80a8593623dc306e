//! Imports of what is shared.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Attribute, ForeignItem, Item, Visibility};

use super::visibility;
use crate::attrs::Attributed as _;
use crate::shape;
use crate::table::Set;

pub(super) fn deeper(vis: &Visibility, name: Span) -> Visibility {
    let mut vis = vis.clone();
    visibility::deeper(&mut vis, name);
    vis
}

pub(super) fn cfgs(attrs: &[Attribute]) -> Vec<&Attribute> {
    attrs
        .iter()
        .filter(|attr| attr.path().is_ident("cfg"))
        .collect()
}

/// Input:  `pub struct Error;`
/// Output: `pub use super::Error;`
pub(super) fn shared(item: &Item, imported: &mut Set) -> TokenStream {
    let mut attributed = item.clone();
    let Some(attrs) = attributed.attrs() else {
        return TokenStream::new();
    };
    let is_test = |attr: &Attribute| {
        attr.path()
            .segments
            .last()
            .is_some_and(|last| last.ident == "test")
    };
    if attrs.iter().any(is_test) {
        return TokenStream::new();
    }
    let cfgs = cfgs(attrs);
    let mut import = |vis: &Visibility, ident: &Ident, inner: &[Attribute]| {
        let vis = deeper(vis, ident.span());
        let inner = inner.iter().filter(|attr| attr.path().is_ident("cfg"));
        let import = quote!(#(#cfgs)* #(#inner)* #vis use super::#ident;);
        imported.insert(import.to_string()).then_some(import)
    };
    match item {
        Item::Const(item) if item.ident != "_" => import(&item.vis, &item.ident, &[]),
        Item::Enum(item) => import(&item.vis, &item.ident, &[]),
        Item::ExternCrate(item) => {
            let name = item.rename.as_ref().map_or(&item.ident, |(_, name)| name);
            import(&item.vis, name, &[])
        }
        Item::Fn(item) => import(&item.vis, &item.sig.ident, &[]),
        Item::Static(item) => import(&item.vis, &item.ident, &[]),
        Item::Struct(item) => import(&item.vis, &item.ident, &[]),
        Item::Trait(item) => import(&item.vis, &item.ident, &[]),
        Item::TraitAlias(item) => import(&item.vis, &item.ident, &[]),
        Item::Type(item) => import(&item.vis, &item.ident, &[]),
        Item::Union(item) => import(&item.vis, &item.ident, &[]),
        Item::ForeignMod(item) => {
            let items = item.items.iter().filter_map(|item| match item {
                ForeignItem::Fn(item) => import(&item.vis, &item.sig.ident, &item.attrs),
                ForeignItem::Static(item) => import(&item.vis, &item.ident, &item.attrs),
                ForeignItem::Type(item) => import(&item.vis, &item.ident, &item.attrs),
                _ => None,
            });
            Some(items.collect())
        }
        _ => None,
    }
    .unwrap_or_default()
}

/// Whether an item can define names that are not written in it.
pub(super) fn makes_names(item: &Item) -> bool {
    /// Derives and attributes of std and of well-known crates that define nothing else.
    const HARMLESS: [&str; 33] = [
        "Clone",
        "Copy",
        "Debug",
        "Default",
        "Deserialize",
        "Display",
        "Eq",
        "Error",
        "From",
        "Hash",
        "Into",
        "Ord",
        "PartialEq",
        "PartialOrd",
        "Serialize",
        "allow",
        "cfg_attr",
        "clap",
        "cold",
        "deny",
        "deprecated",
        "derive",
        "doc",
        "error",
        "expect",
        "inline",
        "must_use",
        "non_exhaustive",
        "repr",
        "rustfmt",
        "serde",
        "track_caller",
        "warn",
    ];
    if let Item::Macro(_) = item {
        return true;
    }
    let mut item = item.clone();
    let Some(attrs) = item.attrs() else {
        return false;
    };
    attrs.iter().any(|attr| {
        let path = attr.path();
        let known = |ident: &Ident| shape::is_one_of(ident, &HARMLESS);
        let last = path.segments.last().map(|last| &last.ident);
        if path.is_ident("cfg") || path.is_ident("test") {
            return false;
        }
        if !path.is_ident("derive") {
            return !last.is_some_and(known);
        }
        let mut other = false;
        let read = attr.parse_nested_meta(|meta| {
            let last = meta.path.segments.last();
            other |= !last.is_some_and(|last| known(&last.ident));
            Ok(())
        });
        other || read.is_err()
    })
}
