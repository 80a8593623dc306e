//! Members of an `impl` that the twins on the same type share.

use proc_macro2::Ident;
use quote::ToTokens as _;
use syn::{ImplItem, Item};

use super::{Half, is_helper};
use crate::errors::Errors;
use crate::messages;
use crate::returns;
use crate::shape;
use crate::table::Set;

/// On one type a member that is not async exists once: it cannot differ between the halves, nor
/// can there be one of the same name for each.
///
/// Input:  `impl Client { fn port() -> u16 { if is_async!() { 1 } else { 2 } } async fn get() {} }`
/// Output: a fault on `is_async`
///
/// What would stand twice is taken out, so that rustc does not say so as well.
pub(crate) fn refuse_halves_of_one(item: &mut Item, errors: &mut Errors) {
    let Item::Impl(item) = item else { return };
    if item.trait_.is_some() {
        return;
    }
    let names = item.items.iter().filter_map(once);
    let taken = names.filter(|(_, half)| *half != Some(Half::Blocking));
    let taken: Set = taken.map(|(name, _)| name.to_string()).collect();
    item.items.retain(|member| {
        let Some((name, half)) = once(member) else {
            return true;
        };
        if half == Some(Half::Blocking) && taken.contains(&name.to_string()) {
            errors.at(name.span(), messages::same_name_in_one_type(name));
            return false;
        }
        if half.is_none() && !is_awaited(member) {
            if let Some(word) = shape::mentions(member.to_token_stream(), &is_helper) {
                errors.at(word.span(), messages::half_of_one(name));
            }
        }
        true
    });
}

/// What a member is called in the async half, and in the blocking half if it is for that alone.
fn once(member: &ImplItem) -> Option<(&Ident, Option<Half>)> {
    let (name, attrs) = match member {
        ImplItem::Const(item) => (&item.ident, &item.attrs),
        ImplItem::Fn(item) => (&item.sig.ident, &item.attrs),
        ImplItem::Type(item) => (&item.ident, &item.attrs),
        _ => return None,
    };
    let half = attrs.iter().find_map(Half::of);
    // Its twin has a name of its own.
    let renamed = half == Some(Half::Blocking) && is_awaited(member);
    (!renamed).then_some((name, half))
}

fn is_awaited(member: &ImplItem) -> bool {
    matches!(member, ImplItem::Fn(method) if returns::has_twin(&method.sig))
}
