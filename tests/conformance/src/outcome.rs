//! Results as text, to compare what cannot be compared.

use std::fmt::Debug;
use std::io::Result;

/// What came out, or the error's kind and text.
pub fn shown<T: Debug>(result: Result<T>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("{:?}: {error}", error.kind()),
    }
}
