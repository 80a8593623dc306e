//! What items have.

use std::collections::BTreeSet;

use syn::{Attribute, ImplItem, Item, TraitItem, Type};

use crate::code::is_pub;

/// The names of methods, associated functions and constants.
pub(crate) type Methods = BTreeSet<String>;

/// The name of an item that is public.
pub(crate) fn public_name(item: &Item) -> Option<String> {
    let (vis, ident) = match item {
        Item::Const(it) => (&it.vis, &it.ident),
        Item::Enum(it) => (&it.vis, &it.ident),
        Item::Fn(it) => (&it.vis, &it.sig.ident),
        Item::Struct(it) => (&it.vis, &it.ident),
        Item::Trait(it) => (&it.vis, &it.ident),
        Item::Type(it) => (&it.vis, &it.ident),
        _ => return None,
    };
    is_pub(vis).then(|| ident.to_string())
}

/// The public methods of types, and all of traits.
pub(crate) fn of(items: &[Item]) -> Vec<(String, Methods)> {
    items.iter().filter_map(of_item).collect()
}

fn of_item(item: &Item) -> Option<(String, Methods)> {
    match item {
        Item::Impl(it) if it.trait_.is_none() => {
            let Type::Path(of) = &*it.self_ty else {
                return None;
            };
            let name = of.path.segments.last()?.ident.to_string();
            Some((name, it.items.iter().filter_map(inherent).collect()))
        }
        Item::Trait(it) => {
            let methods = it.items.iter().filter_map(declared).collect();
            Some((it.ident.to_string(), methods))
        }
        _ => None,
    }
}

fn inherent(item: &ImplItem) -> Option<String> {
    let (vis, attrs, ident) = match item {
        ImplItem::Fn(it) => (&it.vis, &it.attrs, &it.sig.ident),
        ImplItem::Const(it) => (&it.vis, &it.attrs, &it.ident),
        _ => return None,
    };
    (is_pub(vis) && !is_hidden(attrs)).then(|| ident.to_string())
}

fn declared(item: &TraitItem) -> Option<String> {
    let TraitItem::Fn(it) = item else { return None };
    (!is_hidden(&it.attrs)).then(|| it.sig.ident.to_string())
}

fn is_hidden(attrs: &[Attribute]) -> bool {
    let hidden = |attr: &Attribute| {
        attr.path().is_ident("doc")
            && attr
                .parse_args::<syn::Ident>()
                .is_ok_and(|it| it == "hidden")
    };
    attrs.iter().any(hidden)
}
