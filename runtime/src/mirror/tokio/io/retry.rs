//! Calls that a signal interrupts.

use std::io::{ErrorKind, Result};

/// Async code never sees an interrupted call: the runtime's threads repeat it.
pub(in crate::mirror::tokio) fn retry<T>(mut call: impl FnMut() -> Result<T>) -> Result<T> {
    loop {
        match call() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}
