//! The transform of `await-me-maybe` as an ordinary library.
//!
//! A crate of procedural macros cannot be called from another program. This one compiles the
//! sources of `await-me-maybe-macros` once more, so that fuzzers, surveys and benchmarks can hand
//! tokens to the same code. It is not published.

#[path = "../../../macros/src/args.rs"]
mod args;
#[path = "../../../macros/src/arguments.rs"]
mod arguments;
#[path = "../../../macros/src/attrs.rs"]
mod attrs;
#[path = "../../../macros/src/callee.rs"]
mod callee;
#[path = "../../../macros/src/check.rs"]
mod check;
#[path = "../../../macros/src/code_text.rs"]
mod code_text;
#[path = "../../../macros/src/docs.rs"]
mod docs;
#[path = "../../../macros/src/emit.rs"]
mod emit;
#[path = "../../../macros/src/errors.rs"]
mod errors;
#[path = "../../../macros/src/examples/mod.rs"]
mod examples;
#[path = "../../../macros/src/expand.rs"]
mod expand;
#[path = "../../../macros/src/fences.rs"]
mod fences;
#[path = "../../../macros/src/fields.rs"]
mod fields;
#[path = "../../../macros/src/form.rs"]
mod form;
#[path = "../../../macros/src/future_types.rs"]
mod future_types;
#[path = "../../../macros/src/generator.rs"]
mod generator;
#[path = "../../../macros/src/groups.rs"]
mod groups;
#[path = "../../../macros/src/helpers.rs"]
mod helpers;
#[path = "../../../macros/src/hints.rs"]
mod hints;
#[path = "../../../macros/src/into_future.rs"]
mod into_future;
#[path = "../../../macros/src/item.rs"]
mod item;
#[path = "../../../macros/src/library.rs"]
mod library;
#[path = "../../../macros/src/lower/mod.rs"]
mod lower;
#[path = "../../../macros/src/mapped_types.rs"]
mod mapped_types;
#[path = "../../../macros/src/messages.rs"]
mod messages;
#[path = "../../../macros/src/module/mod.rs"]
mod module;
#[path = "../../../macros/src/names.rs"]
mod names;
#[path = "../../../macros/src/only/mod.rs"]
mod only;
#[path = "../../../macros/src/pairs.rs"]
mod pairs;
#[path = "../../../macros/src/pass.rs"]
mod pass;
#[path = "../../../macros/src/patterns.rs"]
mod patterns;
#[path = "../../../macros/src/reading.rs"]
mod reading;
#[path = "../../../macros/src/replace/mod.rs"]
mod replace;
#[path = "../../../macros/src/returns.rs"]
mod returns;
#[path = "../../../macros/src/shape.rs"]
mod shape;
#[path = "../../../macros/src/signature.rs"]
mod signature;
#[path = "../../../macros/src/stars.rs"]
mod stars;
#[path = "../../../macros/src/stream_types.rs"]
mod stream_types;
#[path = "../../../macros/src/stub.rs"]
mod stub;
#[path = "../../../macros/src/table.rs"]
mod table;
#[path = "../../../macros/src/test_attribute.rs"]
mod test_attribute;
#[path = "../../../macros/src/tokio_test.rs"]
mod tokio_test;
#[path = "../../../macros/src/twin.rs"]
mod twin;
#[path = "../../../macros/src/types.rs"]
mod types;
#[path = "../../../macros/src/uses.rs"]
mod uses;
#[path = "../../../macros/src/values.rs"]
mod values;
#[path = "../../../macros/src/variant.rs"]
mod variant;
#[path = "../../../macros/src/words.rs"]
mod words;

use proc_macro2::TokenStream;

/// `#[maybe_async(args)] item`: the item and its blocking twin.
#[must_use]
pub fn beside(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::beside(args, item)
}

/// The item as the async half of a source that is compiled twice.
#[must_use]
pub fn asynchronous(args: TokenStream, item: &TokenStream) -> TokenStream {
    expand::asynchronous(args, item)
}

/// The item as the blocking half of a source that is compiled twice.
#[must_use]
pub fn in_place(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::in_place(args, item)
}

/// An item under `#[only_async]` or `#[only_blocking]` in the half that the attribute names.
#[must_use]
pub fn keep(args: TokenStream, item: TokenStream) -> TokenStream {
    expand::keep(args, item)
}

/// `#[await_me_maybe::test(args)] item`: the two tests.
#[must_use]
pub fn test(args: TokenStream, item: TokenStream) -> TokenStream {
    test_attribute::expand_test(args, item)
}

/// What the macro leaves of an item in its async half, less the attributes that are its own.
#[must_use]
pub fn as_written(item: TokenStream) -> TokenStream {
    helpers::strip(item)
}

/// Whether code for one half alone is marked in it: then the async half is not the whole item.
#[must_use]
pub fn has_halves(item: TokenStream) -> bool {
    only::is_mentioned(item)
}
