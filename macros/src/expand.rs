//! The whole way from the attribute's tokens to what it emits.

use proc_macro2::TokenStream;
use quote::quote;

use crate::args::Args;
use crate::errors::Errors;
use crate::groups;
use crate::helpers;
use crate::item::Item;
use crate::names::Names;
use crate::stub;
use crate::twin;

/// The item as it was written, its twin, and on a fault the errors with what of the twin can
/// still be read. The async half comes first: editors complete from the first copy.
pub(crate) fn expand(args: TokenStream, tokens: TokenStream) -> TokenStream {
    let as_written = helpers::strip(tokens.clone());
    let tokens = groups::visible(tokens);
    let mut errors = Errors::default();
    let twin = lowered(args.clone(), tokens.clone(), &mut errors);
    match errors.finish() {
        Ok(()) => quote!(#as_written #twin),
        Err(errors) => {
            let stub = stubbed(args, tokens);
            quote!(#as_written #errors #stub)
        }
    }
}

fn lowered(args: TokenStream, tokens: TokenStream, errors: &mut Errors) -> Option<TokenStream> {
    let mut args = Args::parse(args, errors);
    let mut item = Item::parse(tokens, errors)?;
    item.validate(errors);
    item.accept(&mut args.replace);
    args.replace.finish(errors);
    let names = Names::new(&item, args, errors);
    let twin = twin::of(item, &names, errors);
    errors.is_empty().then_some(twin)
}

/// The twin with diverging bodies; its own faults have been reported already.
fn stubbed(args: TokenStream, tokens: TokenStream) -> Option<TokenStream> {
    let mut reported = Errors::default();
    let mut args = Args::parse(args, &mut reported);
    let mut item = Item::parse(stub::without_bodies(tokens), &mut reported)?;
    if !item.keep_stubs() {
        return None;
    }
    item.accept(&mut args.replace);
    let names = Names::new(&item, args, &mut reported);
    if names.is_clashing {
        return None;
    }
    Some(twin::of(item, &names, &mut reported))
}
