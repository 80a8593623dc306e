//! Why an item exists twice, in words.

use proc_macro2::Ident;
use syn::{Item, Path};

use super::impls;
use super::sharing::Sharing;
use super::tree::Tree;

#[derive(Clone)]
pub(crate) enum Because {
    /// It holds this word, or this type.
    Holds(Ident),
    /// The author says so.
    Marked,
    /// It names something that means something else in the twin.
    Mapped(Ident),
    /// It names another one that is repeated.
    Names(usize),
    /// Another item of the same name is repeated, and a `use` imports both.
    SameName(usize),
    /// An impl of it has to exist twice.
    Impl(usize),
    /// Something in it is repeated.
    Inside(usize),
}

/// `` `Error` names `describe`, which names `Client`, which holds `await` ``
pub(crate) fn chain(sharing: &Sharing, tree: &Tree, node: usize) -> String {
    let mut text = what(&tree.nodes[node].item);
    let mut current = node;
    for step in 0..tree.nodes.len() {
        let (verb, next) = match sharing.because(current) {
            Some(Because::Holds(word)) => (format!("holds `{word}`"), None),
            Some(Because::Marked) => ("is marked".to_owned(), None),
            Some(Because::Mapped(path)) => (format!("names the replaced `{path}`"), None),
            Some(Because::Names(next)) => ("names".to_owned(), Some(*next)),
            Some(Because::SameName(next)) => ("has the name of".to_owned(), Some(*next)),
            Some(Because::Impl(next)) => ("has".to_owned(), Some(*next)),
            Some(Because::Inside(next)) => ("contains".to_owned(), Some(*next)),
            None => break,
        };
        text.push_str(if step == 0 { " " } else { ", which " });
        text.push_str(&verb);
        let Some(next) = next else { break };
        text.push(' ');
        text.push_str(&what(&tree.nodes[next].item));
        current = next;
    }
    text
}

/// How a message calls an item.
pub(crate) fn what(item: &Item) -> String {
    let last = |path: &Path| {
        let last = path.segments.last();
        last.map_or_else(String::new, |last| last.ident.to_string())
    };
    let name = match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Mod(item) => item.ident.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        Item::Union(item) => item.ident.to_string(),
        Item::Impl(item) => {
            let ty = impls::head(&item.self_ty).map_or_else(|| "_".to_owned(), |ty| ty.text);
            match &item.trait_ {
                Some((path, _)) => format!("impl {} for {ty}", last(path)),
                None => format!("impl {ty}"),
            }
        }
        Item::Macro(item) => {
            let name = item.ident.as_ref().map(ToString::to_string);
            format!("{}!", name.unwrap_or_else(|| last(&item.mac.path)))
        }
        Item::Use(_) => return "an import".to_owned(),
        _ => return "this item".to_owned(),
    };
    format!("`{name}`")
}
