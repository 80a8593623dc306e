//! Implementation of the macros of `await-me-maybe`.
use proc_macro::TokenStream;

/// To be filled.
#[proc_macro_attribute]
pub fn maybe_async(_args: TokenStream, item: TokenStream) -> TokenStream { item }
