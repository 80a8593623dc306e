//! The least that an attribute can cost: what expansions are compared with.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;

/// Hands its tokens back: the price of any attribute at all.
#[proc_macro_attribute]
pub fn untouched(_args: TokenStream, item: TokenStream) -> TokenStream {
    item
}

/// Parses and prints: the price of any attribute that understands what it stands on.
#[proc_macro_attribute]
pub fn parsed_once(_args: TokenStream, item: TokenStream) -> TokenStream {
    printed(&item.into(), 1).into()
}

/// Parses once and prints twice, the second time under another name: the price of any attribute that makes a second item of the first.
#[proc_macro_attribute]
pub fn parsed_twice(_args: TokenStream, item: TokenStream) -> TokenStream {
    printed(&item.into(), 2).into()
}

fn printed(item: &Tokens, times: u8) -> Tokens {
    match syn::parse2::<syn::Item>(item.clone()) {
        Ok(item) if times == 1 => quote!(#item),
        Ok(mut item) => {
            let first = quote!(#item);
            rename(&mut item);
            quote!(#first #item)
        }
        Err(error) => error.to_compile_error(),
    }
}

/// Another name for the second of two items, as any macro has to find one.
fn rename(item: &mut syn::Item) {
    let renamed = |ident: &syn::Ident| syn::Ident::new(&format!("{ident}_second"), ident.span());
    match item {
        syn::Item::Fn(item) => item.sig.ident = renamed(&item.sig.ident),
        syn::Item::Mod(item) => item.ident = renamed(&item.ident),
        syn::Item::Impl(item) => {
            for member in &mut item.items {
                if let syn::ImplItem::Fn(method) = member {
                    method.sig.ident = renamed(&method.sig.ident);
                }
            }
        }
        _ => {}
    }
}
