//! A library with two copies of everything, and one with two halves.

pub mod after;
pub mod before;
