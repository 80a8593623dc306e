//! Tests of await-me-maybe.
