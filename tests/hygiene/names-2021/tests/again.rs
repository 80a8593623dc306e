//! The programs of the package beside this one in edition 2021. That package formats them.

// What the macro emits begins with this name.
extern crate amm as await_me_maybe;

#[rustfmt::skip]
#[path = "../../names/tests/fragments.rs"]
mod fragments;
#[rustfmt::skip]
#[path = "../../names/tests/macros_of_ones_own.rs"]
mod macros_of_ones_own;
#[rustfmt::skip]
#[path = "../../names/tests/no_prelude.rs"]
mod no_prelude;
#[rustfmt::skip]
#[path = "../../names/tests/shadowed.rs"]
mod shadowed;
