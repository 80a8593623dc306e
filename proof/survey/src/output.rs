//! What has come out of the macro, read anew.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use syn::visit::Visit as _;
use syn::{File, Item, LitStr};

use crate::leftover::Leftovers;
use crate::unit::{self, Key};

/// A `compile_error!`.
pub struct Error {
    /// The first token it is shown on, and `None` if the author has not written that token.
    pub at: Option<Key>,
    /// What it says.
    pub text: String,
}

/// The parts of an expanded module.
#[derive(Default)]
pub struct Output {
    /// In the order in which they are shown.
    pub errors: Vec<Error>,
    /// The places of what stands in the modules of twins.
    pub twins: BTreeSet<Key>,
    /// Async code in those modules.
    pub leftovers: Vec<(Key, &'static str)>,
}

impl Output {
    /// Reads the expansion of a module whose twins are in modules called `blocking`, of a source
    /// whose tokens are of `file`.
    ///
    /// # Errors
    ///
    /// If it is not Rust.
    pub fn read(tokens: TokenStream, blocking: &str, file: &str) -> Result<Self, syn::Error> {
        let parsed: File = syn::parse2(tokens)?;
        let mut output = Self::default();
        for item in &parsed.items {
            match item {
                Item::Macro(item) if is_error(&item.mac.path) => {
                    let text: LitStr = item.mac.parse_body()?;
                    let first = item.mac.path.leading_colon;
                    let span = first.map(|colon| colon.spans[0]);
                    let span = span.filter(|span| span.file() == file);
                    output.errors.push(Error {
                        at: span.map(unit::key),
                        text: text.value(),
                    });
                }
                Item::Mod(item) => output.module(item, blocking, false),
                _ => {}
            }
        }
        Ok(output)
    }

    fn module(&mut self, module: &syn::ItemMod, blocking: &str, is_twin: bool) {
        let is_twin = is_twin || module.ident == blocking;
        for item in module.content.iter().flat_map(|(_, items)| items) {
            if let Item::Mod(inner) = item {
                self.module(inner, blocking, is_twin);
            }
            if is_twin {
                self.twin(item);
            }
        }
    }

    fn twin(&mut self, item: &Item) {
        let mut tokens = Vec::new();
        tokens.extend(unit::of_item(item));
        match item {
            Item::Impl(item) => tokens.extend(item.items.iter().filter_map(unit::of_member)),
            Item::Trait(item) => tokens.extend(item.items.iter().filter_map(unit::of_declared)),
            // Its items have been read.
            Item::Mod(_) => return,
            _ => {}
        }
        let keys = tokens.iter().map(|(span, _)| unit::key(*span));
        self.twins.extend(keys);
        let mut left = Leftovers::default();
        left.visit_item(item);
        // What has no place of its own is shown at the item.
        let place = tokens.first().map(|(span, _)| unit::key(*span));
        let left = left.found.into_iter().map(|(at, what)| {
            let at = if at.0 > 1 { at } else { place.unwrap_or(at) };
            (at, what)
        });
        self.leftovers.extend(left);
    }
}

/// `::core::compile_error!`
fn is_error(path: &syn::Path) -> bool {
    let names: Vec<String> = path
        .segments
        .iter()
        .map(|segment| segment.ident.to_string())
        .collect();
    path.leading_colon.is_some() && names == ["core", "compile_error"]
}
