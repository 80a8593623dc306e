//! Channels: receivers are iterators and thunks, senders of many values are sinks.

pub mod mpsc;
pub mod oneshot;
