//! `SetOnce`.

use core::fmt;

use once_cell::sync::OnceCell;

/// A cell that is given its value once, and that others wait for.
///
/// ```
/// use std::thread;
///
/// use await_me_maybe::mirror::tokio::sync::SetOnce;
///
/// let cell = SetOnce::new();
/// thread::scope(|scope| {
///     scope.spawn(|| cell.set(1));
///     assert_eq!(cell.wait(), &1);
/// });
/// assert!(cell.set(2).is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetOnce<T>(OnceCell<T>);

impl<T> SetOnce<T> {
    /// An empty cell.
    pub const fn new() -> Self {
        Self(OnceCell::new())
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
        Self(OnceCell::with_value(value))
    }

    /// Whether there is a value.
    pub fn initialized(&self) -> bool {
        self.get().is_some()
    }

    /// The value.
    pub fn get(&self) -> Option<&T> {
        self.0.get()
    }

    /// Gives it this value and wakes who waits for it, or gives the value back if there is one.
    pub fn set(&self, value: T) -> Result<(), SetOnceError<T>> {
        self.0.set(value).map_err(SetOnceError)
    }

    /// The value.
    pub fn into_inner(self) -> Option<T> {
        self.0.into_inner()
    }

    /// The value, as soon as there is one.
    pub fn wait(&self) -> &T {
        self.0.wait()
    }
}

impl<T> Default for SetOnce<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> From<T> for SetOnce<T> {
    fn from(value: T) -> Self {
        Self::const_new_with(value)
    }
}

/// There is a value already; this is the other one.
#[derive(Debug, PartialEq, Eq)]
pub struct SetOnceError<T>(pub T);

impl<T> fmt::Display for SetOnceError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SetOnceError")
    }
}

impl<T: fmt::Debug> core::error::Error for SetOnceError<T> {}
