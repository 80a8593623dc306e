//! Locks, channels and what else tasks wait for.
