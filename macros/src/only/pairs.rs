//! A method that each half has in its own way.

use proc_macro2::Ident;
use syn::{Attribute, Block, ImplItem, Item, Signature, TraitItem};

use super::Half;
use crate::callee::Callee;
use crate::values::Methods;

/// What shared code means by the methods of the async half alone: it is written against them. The
/// blocking half has its own under the same name, or under that of a twin.
///
/// Input:  `#[only_async] async fn send(&self) {} #[only_blocking] fn send(&self) {}`
/// Output: `send` is async, and its twin is `send`
pub(crate) fn pairs(item: &Item, twin: impl Fn(&Ident) -> Ident) -> Methods {
    let methods: Vec<_> = match item {
        Item::Impl(item) => item.items.iter().filter_map(of_impl).collect(),
        Item::Trait(item) => item.items.iter().filter_map(of_trait).collect(),
        _ => return Methods::default(),
    };
    let half = |attrs: &[Attribute]| attrs.iter().find_map(Half::of);
    let blocking = methods.iter().filter_map(|(attrs, sig, _)| {
        let own = half(attrs) == Some(Half::Blocking) && sig.asyncness.is_none();
        own.then_some(&sig.ident)
    });
    let blocking: Vec<&Ident> = blocking.collect();
    let mut pairs = Methods::default();
    for (attrs, sig, body) in &methods {
        if half(attrs) == Some(Half::Async) {
            let name = &sig.ident;
            let twin = if blocking.contains(&name) {
                name.clone()
            } else {
                twin(name)
            };
            pairs.insert(name.to_string(), Callee::of_function(sig, *body, &twin));
        }
    }
    pairs
}

fn of_impl(item: &ImplItem) -> Option<(&[Attribute], &Signature, Option<&Block>)> {
    match item {
        ImplItem::Fn(method) => Some((&method.attrs, &method.sig, Some(&method.block))),
        _ => None,
    }
}

fn of_trait(item: &TraitItem) -> Option<(&[Attribute], &Signature, Option<&Block>)> {
    match item {
        TraitItem::Fn(method) => Some((&method.attrs, &method.sig, method.default.as_ref())),
        _ => None,
    }
}
