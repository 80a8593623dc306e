//! What has to stand at the top of a body: imports from the runtime, and the questions whether
//! names are what they are taken for.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Path, PathArguments};

use crate::emit;
use crate::names::Names;
use crate::shape;

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
    /// What turns into a thunk.
    IntoFuture,
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
            Self::IntoFuture => {
                let turned = emit::private(names, "IntoThunk", span);
                quote_spanned!(span=> use #turned as _;)
            }
            Self::Streams => quote_spanned! {span=>
                use #krate::mirror::futures::{StreamExt as _, TryStreamExt as _};
            },
        }
    }
}

#[derive(Default)]
pub(super) struct Wants {
    traits: Vec<Want>,
    /// The ways in which `Box::pin` is written, and their text.
    boxes: Vec<(String, Path)>,
}

impl Wants {
    pub(super) fn insert(&mut self, want: Want) {
        if !self.traits.contains(&want) {
            self.traits.push(want);
        }
    }

    /// What is lowered without its box, or by a box of the runtime, may be no box of std's.
    ///
    /// Input:  `Box::<T>::pin`
    /// Output: `box_pin(Box::pin);`
    pub(super) fn insert_box(&mut self, path: &Path) {
        let mut path = path.clone();
        for segment in &mut path.segments {
            segment.arguments = PathArguments::None;
        }
        let text = shape::path_text(&path);
        if self.boxes.iter().all(|(known, _)| *known != text) {
            self.boxes.push((text, path));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.traits.is_empty() && self.boxes.is_empty()
    }

    pub(super) fn statements(&self, names: &Names) -> TokenStream {
        let all = [
            Want::Get,
            Want::Pinning,
            Want::Futures,
            Want::Streams,
            Want::IntoFuture,
        ];
        let wanted = all.into_iter().filter(|want| self.traits.contains(want));
        let imports = wanted.map(|want| want.import(names));
        let checks = self.boxes.iter().map(|(_, path)| {
            let span = super::tails::first_span(path);
            let check = emit::private(names, "box_pin", span);
            quote_spanned!(emit::ours(span)=> #check(#path);)
        });
        let (imports, checks): (TokenStream, TokenStream) = (imports.collect(), checks.collect());
        quote!(#imports #checks)
    }
}
