//! Waiting for a time.
