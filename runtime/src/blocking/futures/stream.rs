//! Iterators: what streams are in a twin.
