//! Takes what was refused out of the blocking half, so that the rest can be judged.

use std::collections::BTreeMap;

use proc_macro2::Span;
use quote::quote;
use syn::{File, ImplItem, Item, TraitItem};

use crate::unit::{self, Key};

/// What the texts tell an author to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// `#[only_async]`
    OnlyAsync,
    /// `#[maybe_async(twin)]`: the author wants two of it.
    Twin,
    /// A `mod file;` cannot stand in an annotated module at all.
    Remove,
}

/// By the place of the item or member.
pub type Ways = BTreeMap<Key, Way>;

/// The file with these marks.
#[must_use]
pub fn apply(mut file: File, ways: &Ways) -> File {
    items(&mut file.items, ways);
    file
}

fn way(token: Option<(Span, String)>, ways: &Ways) -> Option<Way> {
    let (span, _) = token?;
    ways.get(&unit::key(span)).copied()
}

fn items(list: &mut Vec<Item>, ways: &Ways) {
    list.retain(|item| way(unit::of_item(item), ways) != Some(Way::Remove));
    for item in list {
        let way = way(unit::of_item(item), ways);
        match item {
            Item::Mod(item) => {
                if let Some((_, content)) = &mut item.content {
                    items(content, ways);
                }
            }
            Item::Impl(item) => item.items.iter_mut().for_each(|item| member(item, ways)),
            Item::Trait(item) => item.items.iter_mut().for_each(|item| declared(item, ways)),
            _ => {}
        }
        match way {
            Some(Way::OnlyAsync) => *item = Item::Verbatim(quote!(#[only_async] #item)),
            Some(Way::Twin) => *item = Item::Verbatim(quote!(#[maybe_async(twin)] #item)),
            Some(Way::Remove) | None => {}
        }
    }
}

fn member(item: &mut ImplItem, ways: &Ways) {
    if way(unit::of_member(item), ways).is_some() {
        *item = ImplItem::Verbatim(quote!(#[only_async] #item));
    }
}

fn declared(item: &mut TraitItem, ways: &Ways) {
    if way(unit::of_declared(item), ways).is_some() {
        *item = TraitItem::Verbatim(quote!(#[only_async] #item));
    }
}
