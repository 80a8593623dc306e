//! A library that was either async or blocking, and is both now.

pub mod after;
pub mod before;
