//! `JoinError`.

use core::any::Any;
use core::error::Error;
use core::fmt;
use std::borrow::ToOwned as _;
use std::boxed::Box;
use std::io;
use std::string::String;

use parking_lot::Mutex;

use super::Id;

/// A task has panicked.
pub struct JoinError {
    id: Id,
    // The error can be shared, what a panic carries cannot.
    payload: Mutex<Box<dyn Any + Send>>,
}

impl JoinError {
    pub(super) fn new(id: Id, payload: Box<dyn Any + Send>) -> Self {
        Self {
            id,
            payload: Mutex::new(payload),
        }
    }

    /// Whether the task was cancelled: never, here.
    pub fn is_cancelled(&self) -> bool {
        false
    }

    /// Whether the task has panicked: always, here.
    pub fn is_panic(&self) -> bool {
        true
    }

    /// What the panic carries.
    pub fn into_panic(self) -> Box<dyn Any + Send + 'static> {
        self.payload.into_inner()
    }

    /// What the panic carries.
    pub fn try_into_panic(self) -> Result<Box<dyn Any + Send + 'static>, Self> {
        Ok(self.into_panic())
    }

    /// The task.
    pub fn id(&self) -> Id {
        self.id
    }

    fn message(&self) -> Option<String> {
        let payload = self.payload.lock();
        let text = payload.downcast_ref::<&str>();
        text.map(|text| (*text).to_owned())
            .or_else(|| payload.downcast_ref::<String>().cloned())
    }
}

impl fmt::Display for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "task {} panicked", self.id)?;
        match self.message() {
            Some(message) => write!(f, " with message {message:?}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for JoinError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JoinError::Panic({:?}, ", self.id)?;
        if let Some(message) = self.message() {
            write!(f, "{message:?}, ")?;
        }
        f.write_str("...)")
    }
}

impl Error for JoinError {}

impl From<JoinError> for io::Error {
    fn from(_: JoinError) -> Self {
        Self::other("task panicked")
    }
}
