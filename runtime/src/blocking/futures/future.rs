//! Thunks: what futures are in a twin.
