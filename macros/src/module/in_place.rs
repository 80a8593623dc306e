//! A module of a source that is compiled twice: each item in its own place.

use std::rc::Rc;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::{Item, ItemMod};

use super::child::Children;
use super::mark::Mark;
use crate::emit;
use crate::only::Half;
use crate::words::Words;

impl Children<'_> {
    /// Input:  `mod m { async fn f() {} struct S; }`
    /// Output: `mod m { fn f() {} struct S; }`
    ///
    /// `head` is the module without its content, `inner` are its inner attributes.
    pub(super) fn in_place(
        &mut self,
        module: usize,
        head: &ItemMod,
        inner: &TokenStream,
    ) -> TokenStream {
        let tree = self.tree;
        let mut body = inner.clone();
        for (index, node) in tree.nodes_of(module) {
            if node.mark == Mark::Only(Half::Async) {
                continue;
            }
            body.extend(match (&node.item, node.child) {
                (Item::Mod(item), Some(child)) => {
                    self.in_place(child, item, &tree.modules[child].inner)
                }
                (Item::Use(item), _) => match Rc::make_mut(&mut self.args.replace).imports(item) {
                    Some(imports) => quote!(#(#imports)*),
                    None => item.to_token_stream(),
                },
                (item @ Item::Mod(_), _) => item.to_token_stream(),
                _ => self.blocking_form(index, |_| {}).unwrap_or_default(),
            });
        }
        let ItemMod {
            attrs,
            vis,
            unsafety,
            mod_token,
            ident,
            ..
        } = head;
        let braces = TokenTree::Group(Group::new(Delimiter::Brace, body));
        let cfg = emit::cfg(self.args.cfg.as_ref());
        let lints = (module == 0).then(|| emit::lints(Words::ANY, None));
        quote!(#cfg #lints #(#attrs)* #vis #unsafety #mod_token #ident #braces)
    }
}
