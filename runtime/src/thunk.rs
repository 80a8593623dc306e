//! Thunks: what futures that are values become in the twin.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::pin::Pin;

/// What can be awaited in a blocking twin: a closure without arguments, a [`Deferred`], and
/// `Maybe`.
///
/// It stands for `Future` there: work that is still to do, and its `Output`.
///
/// ```
/// use await_me_maybe::blocking::Resolve;
///
/// fn or_else(value: Option<u32>, default: impl Resolve<Output = u32>) -> u32 {
///     value.unwrap_or_else(|| default.resolve())
/// }
///
/// assert_eq!(or_else(None, || 1), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be awaited in the blocking twin",
    label = "expected a thunk: a closure `|| ..` that returns the value, or a future made in this twin",
    note = "if an async function annotated elsewhere has made it, list that function with `#[maybe_async(twins(..))]`; a bare value would mean that its work is already done"
)]
pub trait Resolve {
    /// What comes out of it.
    type Output;

    /// Does the work.
    fn resolve(self) -> Self::Output;
}

#[diagnostic::do_not_recommend]
impl<T, F: FnOnce() -> T> Resolve for F {
    type Output = T;

    #[inline]
    fn resolve(self) -> T {
        self()
    }
}

/// `x.await`. The output is a parameter of its own, so that a fault is one error.
#[inline]
pub fn resolve<R: Resolve<Output = O>, O>(thunk: R) -> O {
    thunk.resolve()
}

/// `async { .. }.await`
#[inline]
pub fn run<R>(block: impl FnOnce() -> R) -> R {
    block()
}

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
/// assert_eq!((&mut thunk).resolve(), "done");
/// ```
#[must_use = "a future does nothing unless it is awaited"]
pub struct Deferred<F>(Option<F>);

impl<F> Unpin for Deferred<F> {}

impl<F> core::fmt::Debug for Deferred<F> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(if self.0.is_some() {
            "Deferred(pending)"
        } else {
            "Deferred(completed)"
        })
    }
}

impl<F: Resolve> Deferred<F> {
    /// A thunk that will run this.
    #[inline]
    pub const fn new(work: F) -> Self {
        Self(Some(work))
    }

    #[inline]
    #[track_caller]
    fn run(&mut self) -> F::Output {
        match self.0.take() {
            Some(work) => work.resolve(),
            None => panic!("awaited after completion"),
        }
    }
}

/// A thunk of this closure, to pass where a blocking twin takes what was a future.
///
/// ```
/// use await_me_maybe::blocking::{self, Resolve as _};
///
/// assert_eq!(blocking::lazy(|| 2).resolve(), 2);
/// ```
#[inline]
pub const fn lazy<T, F: FnOnce() -> T>(work: F) -> Deferred<F> {
    Deferred::new(work)
}

/// Work that has not been waited for: a call that returns one has not run it.
pub trait Pending {}

macro_rules! thunks {
    ($($(#[$attr:meta])* ($($mutability:ident)?) $ty:ty;)*) => {$(
        $(#[$attr])*
        impl<F> Pending for $ty {}

        $(#[$attr])*
        #[diagnostic::do_not_recommend]
        impl<F: Resolve> Resolve for $ty {
            type Output = F::Output;

            #[inline]
            #[track_caller]
            fn resolve($($mutability)? self) -> F::Output {
                self.run()
            }
        }
    )*};
}

thunks! {
    (mut) Deferred<F>;
    () &mut Deferred<F>;
    (mut) Pin<&mut Deferred<F>>;
    () &mut Pin<&mut Deferred<F>>;
    #[cfg(feature = "alloc")]
    (mut) Box<Deferred<F>>;
    #[cfg(feature = "alloc")]
    (mut) Pin<Box<Deferred<F>>>;
    #[cfg(feature = "alloc")]
    () &mut Pin<Box<Deferred<F>>>;
}

/// A future that is known to be ready without being polled.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not known to be ready at once",
    label = "only `core::future::ready` is",
    note = "a function of your own of that name is listed with `#[maybe_async(twins(ready))]`"
)]
pub trait Ready {
    /// What is ready.
    type Output;

    /// The value.
    fn into_value(self) -> Self::Output;
}

impl<T> Ready for core::future::Ready<T> {
    type Output = T;

    #[inline]
    fn into_value(self) -> T {
        self.into_inner()
    }
}

/// `ready(v).await`
#[inline]
pub fn ready_value<R: Ready<Output = T>, T>(ready: R) -> T {
    ready.into_value()
}
