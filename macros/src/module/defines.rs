//! What an item defines, in any namespace.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{ForeignItem, Item, Macro};

use super::leaf::{self, Leaf};
use super::tree::Node;
use crate::shape;
use crate::table::Set;

pub(crate) fn names(item: &Item) -> Vec<Ident> {
    let name = match item {
        Item::Const(item) if item.ident != "_" => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::ExternCrate(item) => item.rename.as_ref().map_or(&item.ident, |(_, name)| name),
        Item::Fn(item) => &item.sig.ident,
        Item::Mod(item) => &item.ident,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        Item::Use(item) => {
            let leaves = leaf::leaves(item);
            return leaves.iter().filter_map(Leaf::binding).cloned().collect();
        }
        Item::ForeignMod(item) => {
            let names = item.items.iter().filter_map(|item| match item {
                ForeignItem::Fn(item) => Some(item.sig.ident.clone()),
                ForeignItem::Static(item) => Some(item.ident.clone()),
                ForeignItem::Type(item) => Some(item.ident.clone()),
                _ => None,
            });
            return names.collect();
        }
        Item::Macro(item) => match &item.ident {
            Some(ident) => ident,
            None => return defined_in(item.mac.tokens.clone()),
        },
        _ => return Vec::new(),
    };
    vec![name.clone()]
}

/// Words behind which a macro that is given definitions finds the names of what it defines.
const WORDS: [&str; 8] = [
    "const", "enum", "fn", "static", "struct", "trait", "type", "union",
];

fn defined_in(tokens: TokenStream) -> Vec<Ident> {
    let mut names = Vec::new();
    let mut after_word = false;
    for token in tokens {
        match token {
            TokenTree::Ident(ident) if after_word => {
                if ident != "ref" && ident != "mut" {
                    names.push(ident);
                    after_word = false;
                }
            }
            TokenTree::Ident(ident) => after_word = shape::is_one_of(&ident, &WORDS),
            _ => after_word = false,
        }
    }
    names
}

/// `thread_local! { static X: .. }`, `lazy_static! { static ref X: .. }`
pub(crate) fn has_static(mac: &Macro) -> bool {
    let mut is_lifetime = false;
    mac.tokens.clone().into_iter().any(|token| {
        let after_quote = std::mem::take(&mut is_lifetime);
        match token {
            TokenTree::Ident(ident) => ident == "static" && !after_quote,
            TokenTree::Punct(punct) => {
                is_lifetime = punct.as_char() == '\'';
                false
            }
            _ => false,
        }
    })
}

/// Of the items of one module, the macros that do not say what they define: whatever they are
/// given that nothing before them defines.
///
/// Input:  `id!(UserId); getter!(user, UserId);`
/// Output: `UserId`, `user`
pub(crate) fn claim(nodes: &mut [Node], of_module: &[usize]) {
    let names = of_module.iter().flat_map(|&index| &nodes[index].names);
    let mut taken: Set = names.map(ToString::to_string).collect();
    for &index in of_module {
        let node = &mut nodes[index];
        let Item::Macro(item) = &node.item else {
            continue;
        };
        if !node.names.is_empty() {
            continue;
        }
        for ident in arguments(item.mac.tokens.clone()) {
            if taken.insert(ident.to_string()) {
                node.names.push(ident);
            }
        }
    }
}

/// The names that a macro is given, less what stands in groups if there are others.
fn arguments(tokens: TokenStream) -> Vec<Ident> {
    const KEYWORDS: [&str; 14] = [
        "as", "async", "const", "crate", "dyn", "extern", "for", "impl", "in", "mut", "pub",
        "self", "super", "where",
    ];
    let mut names = Vec::new();
    let mut groups = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Ident(ident)
                if !shape::is_one_of(&ident, &KEYWORDS) && !shape::is_everywhere(&ident) =>
            {
                names.push(ident);
            }
            TokenTree::Group(group) => groups.extend(group.stream()),
            _ => {}
        }
    }
    if names.is_empty() && !groups.is_empty() {
        return arguments(groups);
    }
    names
}
