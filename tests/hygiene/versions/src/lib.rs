//! Two versions of `await-me-maybe` in one graph: `tests/graph.rs` makes the second one and builds
//! the libraries of `graph/` with them.
