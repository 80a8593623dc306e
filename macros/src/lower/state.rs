//! State inside a body, of which each half would have its own.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Block, ItemStatic, Macro, Result};

use crate::arguments::Arguments;
use crate::errors::Errors;
use crate::messages;
use crate::pass::{Pass, walk};
use crate::shape;

pub(super) fn is_word(ident: &Ident) -> bool {
    ident == "static" || ident == "thread_local"
}

/// At any depth: inner functions are copied with the body.
pub(super) fn refuse(block: &Block, errors: &mut Errors) {
    State(errors).visit_block_mut(&mut block.clone());
}

struct State<'a>(&'a mut Errors);

impl Pass for State<'_> {
    fn visit_item_static_mut(&mut self, item: &mut ItemStatic) {
        if !shape::is_constant(&item.ty) {
            self.0.at(item.ident.span(), messages::LOCAL_STATE);
        }
        walk::visit_item_static_mut(self, item);
    }

    fn visit_macro_mut(&mut self, mac: &mut Macro) {
        if shape::ends_with(&mac.path, &["thread_local"]) {
            self.0.on(&mac.path, messages::LOCAL_STATE);
        } else if let Some(mut arguments) = Arguments::read(mac) {
            arguments.visit(self);
        } else if let Some(name) = defined(mac.tokens.clone()) {
            self.0.at(name.span(), messages::LOCAL_STATE);
        }
    }
}

/// The `COUNT` of `static COUNT`, at any depth.
fn defined(tokens: TokenStream) -> Option<Ident> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    tokens.iter().enumerate().find_map(|(index, token)| {
        let lifetime =
            |tick: &TokenTree| matches!(tick, TokenTree::Punct(tick) if tick.as_char() == '\'');
        match (token, tokens.get(index + 1)) {
            (TokenTree::Group(group), _) => defined(group.stream()),
            (TokenTree::Ident(word), Some(TokenTree::Ident(name)))
                if word == "static"
                    && !index.checked_sub(1).is_some_and(|at| lifetime(&tokens[at])) =>
            {
                let item: TokenStream = tokens[index..].iter().cloned().collect();
                let constant = |ItemStart(item)| shape::is_constant(&item.ty);
                (!syn::parse2(item).is_ok_and(constant)).then(|| name.clone())
            }
            _ => None,
        }
    })
}

/// An item, whatever follows.
struct ItemStart(ItemStatic);

impl Parse for ItemStart {
    fn parse(input: ParseStream) -> Result<Self> {
        let item = input.parse()?;
        input.parse::<TokenStream>()?;
        Ok(Self(item))
    }
}
