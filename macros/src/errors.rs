//! The faults of one item, reported together.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::Error;

/// Visitors cannot return a `Result`: they push here, and [`Errors::finish`] ends the stage.
#[derive(Default)]
pub(crate) struct Errors(Vec<Error>);

impl Errors {
    pub(crate) fn push(&mut self, error: Error) {
        self.0.push(error);
    }

    pub(crate) fn append(&mut self, found: Self) {
        self.0.extend(found.0);
    }

    /// A fault on one token.
    pub(crate) fn at(&mut self, span: Span, message: impl AsRef<str>) {
        self.push(Error::new(span, message.as_ref()));
    }

    /// A fault on a run of tokens, such as a path.
    pub(crate) fn on(&mut self, tokens: impl ToTokens, message: impl AsRef<str>) {
        self.push(Error::new_spanned(tokens, message.as_ref()));
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `Err` holds one `compile_error!` for each fault.
    pub(crate) fn finish(self) -> Result<(), TokenStream> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(self.0.iter().map(Error::to_compile_error).collect())
    }
}
