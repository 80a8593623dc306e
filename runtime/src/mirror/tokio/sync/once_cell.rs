//! `OnceCell`.

use core::fmt;

use parking_lot::Mutex;

use super::SetError;

/// A cell that is given its value once, by who comes first.
///
/// If the closure of [`get_or_init`](Self::get_or_init) panics, the next one tries.
///
/// ```
/// use await_me_maybe::mirror::tokio::sync::OnceCell;
///
/// static NAME: OnceCell<String> = OnceCell::const_new();
///
/// assert_eq!(NAME.get_or_init(|| "first".to_owned()), "first");
/// assert_eq!(NAME.get_or_init(|| "second".to_owned()), "first");
/// ```
pub struct OnceCell<T> {
    value: once_cell::sync::OnceCell<T>,
    /// Held while the value is being worked out.
    turn: Mutex<()>,
}

impl<T> OnceCell<T> {
    /// An empty cell.
    pub const fn new() -> Self {
        Self {
            value: once_cell::sync::OnceCell::new(),
            turn: Mutex::new(()),
        }
    }

    /// An empty cell.
    pub const fn const_new() -> Self {
        Self::new()
    }

    /// A cell with this value, if it is one.
    pub fn new_with(value: Option<T>) -> Self {
        value.map_or_else(Self::new, Self::const_new_with)
    }

    /// A cell with this value.
    pub const fn const_new_with(value: T) -> Self {
        Self {
            value: once_cell::sync::OnceCell::with_value(value),
            turn: Mutex::new(()),
        }
    }

    /// Whether there is a value.
    pub fn initialized(&self) -> bool {
        self.value.get().is_some()
    }

    /// The value.
    pub fn get(&self) -> Option<&T> {
        self.value.get()
    }

    /// The value, which nobody else can have.
    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.value.get_mut()
    }

    /// Gives it this value, unless there is one or somebody is working one out.
    pub fn set(&self, value: T) -> Result<(), SetError<T>> {
        if self.initialized() {
            return Err(SetError::AlreadyInitializedError(value));
        }
        let Some(_turn) = self.turn.try_lock() else {
            return Err(SetError::InitializingError(value));
        };
        self.value
            .set(value)
            .map_err(SetError::AlreadyInitializedError)
    }

    /// The value, which is worked out if there is none. Who comes meanwhile waits.
    pub fn get_or_init<F>(&self, f: F) -> &T
    where
        F: FnOnce() -> T,
    {
        if let Some(value) = self.get() {
            return value;
        }
        let _turn = self.turn.lock();
        self.value.get_or_init(f)
    }

    /// As [`get_or_init`](Self::get_or_init), for what can fail: then the next one tries.
    pub fn get_or_try_init<E, F>(&self, f: F) -> Result<&T, E>
    where
        F: FnOnce() -> Result<T, E>,
    {
        if let Some(value) = self.get() {
            return Ok(value);
        }
        let _turn = self.turn.lock();
        self.value.get_or_try_init(f)
    }

    /// The value.
    pub fn into_inner(self) -> Option<T> {
        self.value.into_inner()
    }

    /// Takes the value out, so that there is none.
    pub fn take(&mut self) -> Option<T> {
        self.value.take()
    }
}

impl<T> Default for OnceCell<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> From<T> for OnceCell<T> {
    fn from(value: T) -> Self {
        Self::const_new_with(value)
    }
}

impl<T: Clone> Clone for OnceCell<T> {
    fn clone(&self) -> Self {
        Self::new_with(self.get().cloned())
    }
}

impl<T: PartialEq> PartialEq for OnceCell<T> {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceCell<T> {}

impl<T: fmt::Debug> fmt::Debug for OnceCell<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OnceCell")
            .field("value", &self.get())
            .finish()
    }
}
