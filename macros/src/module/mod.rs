//! The module form: a module as it is written, and its blocking twin inside it, under the same
//! names.
//!
//! [`tree`] reads it, [`sharing`] decides what exists twice, [`known`] tells who is called,
//! [`child`] makes the twins, at the [`place`] where they stand.

mod async_macros;
mod child;
mod defines;
mod globs;
mod half;
mod impls;
mod imports;
mod in_place;
mod known;
mod leaf;
mod mark;
mod mentions;
mod place;
mod reason;
mod resolve;
mod returned;
mod shared;
mod sharing;
mod texts;
mod tree;
mod visibility;

use std::rc::Rc;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::args::Args;
use crate::errors::Errors;
use crate::form::Form;
use crate::groups;
use crate::helpers;
use crate::messages;
use crate::replace::Replacements;
use crate::stub;
use async_macros::AsyncMacros;
use child::Children;
use known::Catalogue;
use sharing::Sharing;
use tree::{Outside, Tree};

/// Input:  `mod api { pub async fn get() {} pub struct Error; }`
/// Output: `mod api { pub async fn get() {} pub struct Error;
///          pub mod blocking { pub fn get() {} pub use super::Error; } }`
pub(crate) fn expand(args: TokenStream, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = Args::parse(args, Form::Module, &mut errors);
    let outside = || Outside {
        own: args.path.as_ref().map(|path| {
            let idents = path.segments.iter().map(|segment| segment.ident.clone());
            idents.collect()
        }),
        mapped: Replacements::clone(&args.replace),
    };
    let both = if let Some(tree) = Tree::parse(tokens.clone(), outside(), &mut errors) {
        both(args, &tree, tokens, &mut errors, false)
    } else {
        // The body that cannot be parsed has been reported; nothing else is looked at.
        let mut reported = Errors::default();
        let stub = stub::without_bodies(groups::visible(tokens.clone()));
        match Tree::parse(stub, outside(), &mut reported) {
            Some(tree) => both(args, &tree, tokens, &mut reported, true),
            None => helpers::strip(tokens),
        }
    };
    let errors = errors.finish().err();
    quote!(#both #errors)
}

fn both(
    mut args: Args,
    tree: &Tree,
    tokens: TokenStream,
    errors: &mut Errors,
    stubs: bool,
) -> TokenStream {
    Rc::make_mut(&mut args.replace).hide(&tree.own_roots());
    let sharing = Sharing::new(tree, errors);
    if (0..tree.nodes.len()).all(|node| !sharing.is_twin(node)) && errors.is_empty() {
        errors.at(tree.modules[0].ident.span(), messages::NOT_ASYNC_MODULE);
    }
    let blocking = blocking(&args, tree);
    let mut twins = Children {
        args,
        tree,
        sharing: &sharing,
        catalogue: &Catalogue::new(tree, &sharing),
        async_macros: &AsyncMacros::new(tree),
        blocking: &blocking,
        errors,
    };
    let checks = twins.checks();
    let children = twins.all();
    twins.finish();
    half::asynchronous(tokens, tree, &children, &checks, errors, stubs)
}

/// The blocking half of a module in a source that is compiled twice.
pub(crate) fn in_place(args: TokenStream, tokens: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut args = Args::parse(args, Form::InPlace, &mut errors);
    let parsed = Tree::parse(tokens.clone(), Outside::default(), &mut errors);
    let without_bodies = || {
        let mut reported = Errors::default();
        let tokens = stub::without_bodies(groups::visible(tokens));
        Tree::parse(tokens, Outside::default(), &mut reported)
    };
    let twin = parsed.or_else(without_bodies).map(|tree| {
        // All of it is compiled twice: nothing has to be decided, and nothing can be wrong with it.
        Rc::make_mut(&mut args.replace).hide(&tree.own_roots());
        let sharing = Sharing::new(&tree, &mut Errors::default());
        let mut twins = Children {
            args,
            tree: &tree,
            sharing: &sharing,
            catalogue: &Catalogue::new(&tree, &sharing),
            async_macros: &AsyncMacros::new(&tree),
            blocking: &tree.modules[0].ident,
            errors: &mut errors,
        };
        let twin = twins.in_place(0, &tree.modules[0].item, &tree.modules[0].inner);
        twins.finish();
        twin
    });
    let errors = errors.finish().err();
    quote!(#errors #twin)
}

/// What the modules of twins are called, with the span of the author's module.
fn blocking(args: &Args, tree: &Tree) -> Ident {
    args.name
        .clone()
        .unwrap_or_else(|| Ident::new("blocking", tree.modules[0].ident.span()))
}
