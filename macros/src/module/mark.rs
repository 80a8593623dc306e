//! What the author says about an item inside an annotated module.

use proc_macro2::{Span, TokenStream};
use syn::{AttrStyle, Item, Meta};

use crate::args::ItemArgs;
use crate::attrs::Attributed as _;
use crate::errors::Errors;
use crate::helpers::is_helper;
use crate::messages;
use crate::only::{self, Half};

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Mark {
    None,
    Shared,
    Twin,
    Only(Half),
}

impl Mark {
    /// Takes `#[maybe_async(shared)]`, `#[only_async]` and so on off the item.
    pub(crate) fn take(item: &mut Item, errors: &mut Errors) -> Self {
        let Some(attrs) = item.attrs() else {
            return Self::None;
        };
        let mut marks: Vec<(Self, Span)> = Vec::new();
        attrs.retain(|attr| {
            // An inner one is rustc's to refuse.
            if let AttrStyle::Inner(_) = attr.style {
                return true;
            }
            let span = attr.pound_token.span;
            if let Some(half) = Half::of(attr) {
                only::expect_no_arguments(attr, errors);
                marks.push((Self::Only(half), span));
                return false;
            }
            if !is_helper(attr) {
                return true;
            }
            let tokens = match &attr.meta {
                Meta::List(list) => list.tokens.clone(),
                _ => TokenStream::new(),
            };
            let args = ItemArgs::parse(tokens, span, errors);
            if args.shared {
                marks.push((Self::Shared, span));
            }
            if args.twin {
                marks.push((Self::Twin, span));
            }
            false
        });
        if let Some((_, second)) = marks.get(1) {
            errors.at(*second, messages::TWO_MARKS);
        }
        marks.first().map_or(Self::None, |(mark, _)| *mark)
    }

    pub(crate) fn half(self) -> Option<Half> {
        match self {
            Self::Only(half) => Some(half),
            _ => None,
        }
    }

    pub(crate) fn is_of_one_half(self) -> bool {
        self.half().is_some()
    }
}
