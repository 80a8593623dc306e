//! What `#[maybe_async]` makes of the async code of published crates.
//!
//! Each file that holds async code is given to the macro as one annotated module. [`construct`]
//! reads what is in it, [`output`] what has come out, [`leave_out`] takes what was refused out of
//! the blocking half, as its text says, and [`judge`] tells for each construct whether it was
//! lowered, refused or not understood. [`sources`] finds the files, [`fetch`] downloads crates of
//! fixed versions, [`figures`] counts and [`report`] prints.

pub mod construct;
pub mod fetch;
pub mod figures;
pub mod judge;
pub mod kind;
pub mod leave_out;
pub mod leftover;
pub mod output;
pub mod report;
pub mod sources;
pub mod templates;
pub mod unit;
