//! `Thunk`: what `dyn Future` becomes in the twin.

#[cfg(feature = "alloc")]
use alloc::boxed::Box;
use core::ops::DerefMut;
use core::pin::Pin;

/// Work that is stored until it is awaited: what `dyn Future` is in a blocking twin.
///
/// `Pin`, `Box` and the auto traits around it stay what they are: for a
/// `Pin<Box<dyn Future<Output = T> + Send>>` there is a `Pin<Box<dyn Thunk<Output = T> + Send>>`.
/// Either is awaited by value or through `&mut`.
///
/// ```
/// # #[cfg(feature = "alloc")] {
/// use await_me_maybe::blocking::{self, Resolve as _, Thunk};
/// use std::pin::Pin;
///
/// let stored: Vec<Pin<Box<dyn Thunk<Output = u32> + Send>>> =
///     vec![Box::pin(blocking::lazy(|| 1)), Box::pin(blocking::lazy(|| 2))];
/// assert_eq!(stored.into_iter().map(|thunk| thunk.resolve()).sum::<u32>(), 3);
/// # }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a thunk",
    label = "expected work that is still to do, as a stored future is",
    note = "from outside the twin, `await_me_maybe::blocking::lazy(|| ..)` makes a thunk of a closure"
)]
pub trait Thunk {
    /// What comes out of it.
    type Output;

    /// Does the work.
    ///
    /// # Panics
    ///
    /// If it was done before.
    ///
    /// ```
    /// use await_me_maybe::blocking::{self, Thunk as _};
    /// use std::pin::pin;
    ///
    /// let thunk = pin!(blocking::lazy(|| 1));
    /// assert_eq!(thunk.run(), 1);
    /// ```
    fn run(self: Pin<&mut Self>) -> Self::Output;
}

/// What `BoxFuture` becomes.
#[cfg(feature = "alloc")]
pub type BoxThunk<'a, T> = Pin<Box<dyn Thunk<Output = T> + Send + 'a>>;

/// What `LocalBoxFuture` becomes.
#[cfg(feature = "alloc")]
pub type LocalBoxThunk<'a, T> = Pin<Box<dyn Thunk<Output = T> + 'a>>;

// The same pointers as `Future` has: a boxed one can be boxed again.

#[diagnostic::do_not_recommend]
impl<G: Thunk + Unpin + ?Sized> Thunk for &mut G {
    type Output = G::Output;

    #[inline]
    #[track_caller]
    fn run(mut self: Pin<&mut Self>) -> G::Output {
        Pin::new(&mut **self).run()
    }
}

#[cfg(feature = "alloc")]
#[diagnostic::do_not_recommend]
impl<G: Thunk + Unpin + ?Sized> Thunk for Box<G> {
    type Output = G::Output;

    #[inline]
    #[track_caller]
    fn run(mut self: Pin<&mut Self>) -> G::Output {
        Pin::new(&mut **self).run()
    }
}

#[diagnostic::do_not_recommend]
impl<P: DerefMut<Target: Thunk>> Thunk for Pin<P> {
    type Output = <P::Target as Thunk>::Output;

    #[inline]
    #[track_caller]
    fn run(self: Pin<&mut Self>) -> Self::Output {
        self.as_deref_mut().run()
    }
}
