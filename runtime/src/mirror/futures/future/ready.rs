//! Values in the place of work.

use core::pin::Pin;

use crate::deferred::Deferred;
use crate::thunk::Thunk;

/// A value that is awaited.
///
/// # Panics
///
/// Awaiting it a second time, through a `&mut`, panics.
#[derive(Clone, Debug)]
#[must_use = "a future does nothing unless it is awaited"]
pub struct Ready<T>(Option<T>);

impl<T> Unpin for Ready<T> {}

impl<T> Ready<T> {
    /// The value.
    ///
    /// # Panics
    ///
    /// If it was awaited before.
    #[track_caller]
    pub fn into_inner(self) -> T {
        self.0
            .expect("Called `into_inner()` on `Ready` after completion")
    }
}

#[diagnostic::do_not_recommend]
impl<T> Thunk for Ready<T> {
    type Output = T;

    #[track_caller]
    fn run(self: Pin<&mut Self>) -> T {
        self.get_mut()
            .0
            .take()
            .expect("Ready polled after completion")
    }
}

#[diagnostic::do_not_recommend]
impl<T> crate::ready::Ready for Ready<T> {
    type Output = T;

    fn into_value(self) -> T {
        self.into_inner()
    }
}

/// A value that is there already.
///
/// ```
/// use await_me_maybe::blocking::Resolve as _;
/// use await_me_maybe::mirror::futures::future;
///
/// assert_eq!(future::ready(1).resolve(), 1);
/// ```
pub fn ready<T>(value: T) -> Ready<T> {
    Ready(Some(value))
}

/// A success that is there already.
pub fn ok<T, E>(value: T) -> Ready<Result<T, E>> {
    ready(Ok(value))
}

/// An error that is there already.
pub fn err<T, E>(error: E) -> Ready<Result<T, E>> {
    ready(Err(error))
}

/// Stands where a closure would have the context of a task.
#[derive(Debug)]
pub struct NoContext(());

/// What the closure gives, which runs when it is awaited.
///
/// ```
/// use await_me_maybe::blocking::Resolve as _;
/// use await_me_maybe::mirror::futures::future;
///
/// assert_eq!(future::lazy(|_| 1).resolve(), 1);
/// ```
pub fn lazy<T, F: FnOnce(&mut NoContext) -> T>(f: F) -> Deferred<impl FnOnce() -> T> {
    Deferred::new(move || f(&mut NoContext(())))
}
