//! What a body has to import from the runtime.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::emit;
use crate::names::Names;

/// Methods of the runtime that a body calls, whose traits have to be in scope.
#[derive(Default)]
pub(super) struct Wants {
    /// The witness of an operand.
    pub(super) get: bool,
    /// What is pinned, by its type.
    pub(super) pinning: bool,
    /// What streams have and iterators have not.
    pub(super) streams: bool,
}

impl Wants {
    /// The `use` items, to stand at the top of the body.
    pub(super) fn imports(&self, names: &Names) -> TokenStream {
        let span = emit::ours(Span::call_site());
        let get = self.get.then(|| {
            let get = emit::private(names, "Get", span);
            quote_spanned!(span=> use #get as _;)
        });
        let pinning = self.pinning.then(|| {
            let pinning = emit::private(names, "pinning", span);
            quote_spanned! {span=> use #pinning::{
                AsMutStream as _, OtherPinning as _, ResolvePinning as _, StreamPinning as _,
                ThunkPinning as _,
            };}
        });
        let streams = self.streams.then(|| {
            let krate = names.krate(span);
            quote_spanned! {span=>
                use #krate::blocking::futures::{StreamExt as _, TryStreamExt as _};
            }
        });
        quote!(#get #pinning #streams)
    }
}
