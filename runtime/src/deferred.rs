//! `Deferred`: what a future that is a value becomes in the twin.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::fmt;
use core::pin::Pin;

use crate::resolve::Resolve;
use crate::thunk::Thunk;
#[cfg(feature = "alloc")]
use crate::thunk::{BoxThunk, LocalBoxThunk};

/// A future in a blocking twin: its closure runs when it is awaited, and never if it is not.
///
/// Awaiting it through `&mut` leaves an empty thunk behind.
///
/// # Panics
///
/// Awaiting an empty one panics, as polling a finished future does.
///
/// ```
/// use await_me_maybe::blocking::{Deferred, Resolve as _};
///
/// let mut thunk = Deferred::new(|| "done");
/// assert_eq!(format!("{thunk:?}"), "Deferred(pending)");
/// assert_eq!((&mut thunk).resolve(), "done");
/// assert_eq!(format!("{thunk:?}"), "Deferred(completed)");
/// ```
#[must_use = "a future does nothing unless it is awaited"]
pub struct Deferred<F>(Option<F>);

// The work is moved out to be run, and never pinned in place.
impl<F> Unpin for Deferred<F> {}

impl<F> fmt::Debug for Deferred<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() {
            "Deferred(pending)"
        } else {
            "Deferred(completed)"
        })
    }
}

impl<F: Resolve> Deferred<F> {
    /// A thunk that will run this: a closure, or what can be awaited in a twin already.
    ///
    /// ```
    /// use await_me_maybe::blocking::{Deferred, Resolve as _};
    ///
    /// let inner = Deferred::new(|| 1);
    /// assert_eq!(Deferred::new(inner).resolve(), 1);
    /// ```
    #[inline]
    pub const fn new(work: F) -> Self {
        Self(Some(work))
    }
}

/// `.into_future()` of a future in a twin: streams have one as well, and the types tell.
///
/// Other values that are awaited have none: what they do and drop there could not be done at once.
pub trait IntoThunk: Thunk + Sized {
    /// The same work.
    #[must_use]
    #[inline]
    fn into_future(self) -> Self {
        self
    }
}

impl<T: Thunk> IntoThunk for T {}

#[diagnostic::do_not_recommend]
impl<F: Resolve> Thunk for Deferred<F> {
    type Output = F::Output;

    #[inline]
    #[track_caller]
    fn run(self: Pin<&mut Self>) -> F::Output {
        match self.get_mut().0.take() {
            Some(work) => work.resolve(),
            None => panic!("awaited after completion"),
        }
    }
}

/// A thunk of this closure, to pass or store where a blocking twin has what was a future.
///
/// A parameter that is a [`Resolve`] takes the bare closure too; a stored
/// [`Thunk`](crate::blocking::Thunk) has to be told from a callback, and so takes this alone.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use await_me_maybe::blocking::{self, Resolve as _, Thunk};
/// use std::pin::Pin;
///
/// async fn sum(parts: Vec<Pin<Box<dyn Future<Output = u32>>>>) -> u32 {
///     let mut sum = 0;
///     for part in parts {
///         sum += part.await;
///     }
///     sum
/// }
///
/// fn sum_blocking(parts: Vec<Pin<Box<dyn Thunk<Output = u32>>>>) -> u32 {
///     parts.into_iter().map(|part| part.resolve()).sum()
/// }
///
/// assert_eq!(sum_blocking(vec![Box::pin(blocking::lazy(|| 1)), Box::pin(blocking::lazy(|| 2))]), 3);
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// assert_eq!(sum(vec![Box::pin(async { 1 }), Box::pin(async { 2 })]).await, 3);
/// # });
/// # }
/// ```
#[inline]
pub const fn lazy<T, F: FnOnce() -> T>(work: F) -> Deferred<F> {
    Deferred::new(work)
}

/// A thunk of one type for all that give the same, where a branch chooses among boxed futures.
#[cfg(feature = "alloc")]
#[inline]
pub fn boxed<'a, R: Resolve + 'a>(thunk: R) -> Deferred<Box<dyn FnOnce() -> R::Output + 'a>> {
    Deferred::new(Box::new(move || thunk.resolve()))
}

/// `.boxed()` of a future.
#[cfg(feature = "alloc")]
#[inline]
pub fn boxed_send<'a, R: Resolve + Send + 'a>(thunk: R) -> BoxThunk<'a, R::Output> {
    Box::pin(Deferred::new(thunk))
}

/// `.boxed_local()` of a future.
#[cfg(feature = "alloc")]
#[inline]
pub fn boxed_local<'a, R: Resolve + 'a>(thunk: R) -> LocalBoxThunk<'a, R::Output> {
    Box::pin(Deferred::new(thunk))
}
