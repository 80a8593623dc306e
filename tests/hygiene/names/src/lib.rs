//! Annotated code in places where every name that the expansion could mean has another meaning.
//!
//! The same files are compiled in edition 2021 by the package beside this one.
