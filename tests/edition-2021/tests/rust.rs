//! The language tests again, in edition 2021: temporaries of tails and of `if let` live longer
//! there, and fewer names are in the prelude. The package of these files formats them.
#![allow(
    missing_docs,
    unfulfilled_lint_expectations,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    reason = "programs here are as odd as a sceptic would write them"
)]

// What the macro emits begins with this name.
extern crate amm as await_me_maybe;

#[rustfmt::skip]
#[path = "../../tests/rust_hidden.rs"]
mod hidden;
#[rustfmt::skip]
#[path = "../../tests/rust_items.rs"]
mod items;
#[rustfmt::skip]
#[path = "../../tests/rust_names.rs"]
mod names;
#[rustfmt::skip]
#[path = "../../tests/rust_operators.rs"]
mod operators;
#[rustfmt::skip]
#[path = "../../tests/rust_patterns.rs"]
mod patterns;
#[rustfmt::skip]
#[path = "../../tests/rust_temporaries.rs"]
mod temporaries;
