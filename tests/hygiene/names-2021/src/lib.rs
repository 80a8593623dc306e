//! The hygiene tests of names in edition 2021, in a crate that knows `await-me-maybe` under another
//! name.
