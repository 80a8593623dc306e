//! What a body has to import from the runtime.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use crate::emit;
use crate::names::Names;

/// Methods of the runtime that a body calls, whose traits have to be in scope.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Want {
    /// The witness of an operand.
    Get,
    /// What is pinned, by its type.
    Pinning,
    /// What the mirror adds to thunks.
    Futures,
    /// What streams have and iterators have not.
    Streams,
}

impl Want {
    fn import(self, names: &Names) -> TokenStream {
        let span = emit::ours(Span::call_site());
        let krate = names.krate(span);
        match self {
            Self::Get => {
                let get = emit::private(names, "Get", span);
                quote_spanned!(span=> use #get as _;)
            }
            Self::Pinning => {
                let pinning = emit::private(names, "pinning", span);
                quote_spanned! {span=>
                    use #pinning::{
                        AsMutStream as _, OtherPinning as _, ResolvePinning as _,
                        StreamPinning as _, ThunkPinning as _,
                    };
                }
            }
            Self::Futures => quote_spanned! {span=>
                use #krate::mirror::futures::{FutureExt as _, TryFutureExt as _};
            },
            Self::Streams => quote_spanned! {span=>
                use #krate::mirror::futures::{StreamExt as _, TryStreamExt as _};
            },
        }
    }
}

/// The `use` items, to stand at the top of the body.
pub(super) fn imports(wants: &Wants, names: &Names) -> TokenStream {
    let all = [Want::Get, Want::Pinning, Want::Futures, Want::Streams];
    let wanted = all.into_iter().filter(|want| wants.0.contains(want));
    wanted.map(|want| want.import(names)).collect()
}

/// What has been asked for.
#[derive(Default)]
pub(super) struct Wants(Vec<Want>);

impl Wants {
    pub(super) fn insert(&mut self, want: Want) {
        if !self.0.contains(&want) {
            self.0.push(want);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
